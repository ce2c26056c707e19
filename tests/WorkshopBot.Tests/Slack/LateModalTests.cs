using WorkshopBot.Fakes.Slack;
using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Slack;

/// <summary>Windows that came too late: they are offered again, once, and the offer goes when it has served.</summary>
public sealed class LateModalTests : ModalScene
{
    [Theory]
    [InlineData("expired_trigger_id")]
    [InlineData("trigger_expired")]
    [InlineData("exchanged_trigger_id")]
    [InlineData("trigger_exchanged")]
    [InlineData("invalid_trigger_id")]
    public async Task A_window_that_came_too_late_is_offered_again_and_then_opens(string error)
    {
        await Begins();
        Bot.Slack.Next(SlackFault.Error(error), 1, on: "views.open");
        await Ben.Presses(Channel.Posted[0], "Add mine");
        await Told();
        Assert.Null(Ben.View);
        var late = Assert.Single(Ben.Whispers(Channel));
        Assert.Contains("too long", late.Says, StringComparison.Ordinal);
        await Ben.Presses(late, "Send again");
        await Told();
        // What has come about needs nothing said about its coming late.
        Assert.True(late.IsDeleted);
        await Fills(Ben.View!, "compare the cost");
        await Ben.Submits();
        await Told();
        Assert.Equal(1, await Goals());
        Assert.Contains("G1", Assert.Single(Ben.Whispers(Channel)).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_that_comes_too_late_again_is_offered_once_and_goes_when_it_is_open()
    {
        await Begins();
        Bot.Slack.Next(SlackFault.Error("expired_trigger_id"), 3, on: "views.open");
        await Ben.Presses(Channel.Posted[0], "Add mine");
        await Told();
        for (var tries = 0; tries < 2; tries++)
        {
            await Ben.Presses(Assert.Single(Ben.Whispers(Channel)), "Send again");
            await Told();
            Assert.Null(Ben.View);
        }
        await Ben.Presses(Assert.Single(Ben.Whispers(Channel)), "Send again");
        await Told();
        Assert.NotNull(Ben.View);
        Assert.Empty(Ben.Whispers(Channel));
    }

    [Fact]
    public async Task Where_what_is_sent_again_is_answered_in_words_they_take_the_place_of_what_was_said()
    {
        await Begins();
        Bot.Rows.Fault = StorageFault.Unreachable;
        await Ben.Presses(Channel.Posted[0], "Pass");
        await Told();
        var late = Assert.Single(Ben.Whispers(Channel));
        Bot.Rows.Fault = null;
        await Ben.Presses(late, "Send again");
        await Told();
        Assert.False(late.IsDeleted);
        Assert.DoesNotContain(late.Buttons, button => button.Title == "Send again");
    }

    [Fact]
    public async Task In_ones_own_chat_what_came_too_late_goes_as_well_when_its_window_is_open()
    {
        await Begins();
        await Says(Ben, "i speak for Support");
        await Says(Ben, "Research: compare the cost", Ben.Dm);
        var receipt = Assert.Single(Ben.Dm.Posted);
        Bot.Slack.Next(SlackFault.Error("expired_trigger_id"), 1, on: "views.open");
        await Ben.Presses(receipt, "Add another");
        await Told();
        var late = Ben.Dm.Posted[^1];
        Assert.Contains("too long", late.Says, StringComparison.Ordinal);
        await Ben.Presses(late, "Send again");
        await Told();
        Assert.NotNull(Ben.View);
        Assert.True(late.IsDeleted);
        Assert.Contains("G1", receipt.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_receipt_leads_to_leaves_the_receipt_where_it_is_also_where_it_came_too_late()
    {
        var view = await Opens();
        await Fills(view, "compare the cost");
        await Ben.Submits();
        await Told();
        var receipt = Assert.Single(Ben.Whispers(Channel));
        Bot.Slack.Next(SlackFault.Error("expired_trigger_id"), 1, on: "views.open");
        await Ben.Presses(receipt, "Add another");
        await Told();
        await Ben.Presses(Ben.Whispers(Channel)[^1], "Send again");
        await Told();
        Assert.NotNull(Ben.View);
        Assert.Equal(receipt, Assert.Single(Ben.Whispers(Channel)));
        Assert.Contains("G1", receipt.Says, StringComparison.Ordinal);
    }
}
