using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>The question that a step of an asynchronous workshop asks each person in their own chat, and what becomes of it once they have answered.</summary>
public sealed class InvitationTests : SlackScene
{
    [Fact]
    public async Task Answer_now_opens_a_window_and_what_is_sent_turns_the_question_into_thanks()
    {
        var invitation = await Invited();
        Assert.Equal(["Answer now", "Pass"], invitation.Buttons.Select(button => button.Title));
        var whispers = Ben.Whispers(Channel).Count;
        await Ben.Presses(invitation, "Answer now");
        await Until.True(() => Ben.View is not null);
        await Fills(Ben.View!);
        await Ben.Submits();
        await Thanked(invitation, "Thank you", "G1");
        Assert.Null(Ben.View);
        // The answer stands in the chat too, to stay, and nothing of it in the channel.
        Assert.Contains(Ben.Dm.Posted, message => message != invitation && message.Says.Contains("G1", StringComparison.Ordinal));
        Assert.Equal(whispers, Ben.Whispers(Channel).Count);
    }

    [Fact]
    public async Task Where_no_window_can_be_opened_the_form_is_a_message_and_the_question_stays_until_it_is_answered()
    {
        var invitation = await Invited();
        Bot.Slack.Next(SlackFault.Error("invalid_arguments"), 1, on: "views.open");
        await Ben.Presses(invitation, "Answer now");
        await Told();
        Assert.Equal(["Answer now", "Pass"], invitation.Buttons.Select(button => button.Title));
        var form = Ben.Dm.Posted[^1];
        await Ben.Fills(form, "Goal", "compare the cost");
        await Ben.Chooses(form, "Stage", "S1 Research");
        await Ben.Presses(form, "Add");
        await Thanked(invitation, "Thank you", "G1");
    }

    [Fact]
    public async Task A_window_that_came_too_late_is_offered_again_beside_the_question_and_goes()
    {
        var invitation = await Invited();
        Bot.Slack.Next(SlackFault.Error("expired_trigger_id"), 1, on: "views.open");
        await Ben.Presses(invitation, "Answer now");
        await Told();
        var late = Ben.Dm.Posted[^1];
        Assert.NotEqual(invitation, late);
        await Ben.Presses(late, "Send again");
        await Told();
        Assert.True(late.IsDeleted);
        await Fills(Ben.View!);
        await Ben.Submits();
        await Thanked(invitation, "Thank you", "G1");
    }

    [Fact]
    public async Task Asked_one_by_one_from_the_window_it_goes_on_below_and_the_question_turns_into_thanks()
    {
        var invitation = await Invited();
        await Ben.Presses(invitation, "Answer now");
        await Until.True(() => Ben.View is not null);
        await Ben.Presses(Ben.View!, "Ask me one by one");
        await Told();
        foreach (var line in (string[])["Research", "compare the cost", "done"])
            await Says(Ben, line, Ben.Dm);
        await Thanked(invitation, "Thank you", "G1");
    }

    [Fact]
    public async Task A_line_typed_below_it_or_in_the_channel_answers_it_as_well()
    {
        var invitation = await Invited();
        await Says(Ben, "Research: compare the cost", Ben.Dm);
        await Thanked(invitation, "Thank you", "G1");
        var other = Assert.Single(Cleo.Dm.Posted);
        await Says(Cleo, "Choose: be sure of it");
        await Thanked(other, "Thank you", "G2");
    }

    [Fact]
    public async Task Who_passes_is_thanked_and_may_still_add_something()
    {
        var invitation = await Invited();
        await Ben.Presses(invitation, "Pass");
        await Thanked(invitation, "You have passed", "add something");
        await Ben.Presses(invitation, "Add another");
        await Until.True(() => Ben.View is not null);
        await Fills(Ben.View!);
        await Ben.Submits();
        await Thanked(invitation, "Thank you", "G1");
    }

    [Fact]
    public async Task A_second_click_on_pass_passes_once_and_says_so()
    {
        var invitation = await Invited();
        var pass = invitation.Buttons.Single(button => button.Title == "Pass");
        await Task.WhenAll(Ben.Presses(invitation, pass), Ben.Presses(invitation, pass));
        await Thanked(invitation, "You have passed");
        Assert.Empty(Ben.Troubles);
    }

    [Fact]
    public async Task Once_the_step_is_over_no_button_is_left_and_a_click_on_a_stale_one_says_what_is_open()
    {
        var invitation = await Invited();
        // As on a screen that has not been drawn again.
        var stale = invitation.Buttons.ToArray();
        await Says(Anna, "goto touchpoints");
        await Bot.Rests();
        Assert.Empty(invitation.Buttons);
        var before = Ben.Dm.Posted.Count;
        foreach (var button in stale)
        {
            await Ben.Presses(invitation, button);
            await Told();
            var said = Ben.View?.Says ?? Ben.Dm.Posted[^1].Says;
            Assert.Contains("This step is closed. The open one is Touchpoints", said, StringComparison.Ordinal);
        }
        Assert.True(Ben.Dm.Posted.Count > before);
        Assert.Empty(invitation.Buttons);
        Assert.Equal(0, await Goals());
        Assert.Empty(Ben.Troubles);
    }

    [Fact]
    public async Task Thanks_stay_without_a_button_when_the_step_is_over()
    {
        var invitation = await Invited();
        await Says(Ben, "Research: compare the cost", Ben.Dm);
        await Thanked(invitation, "Thank you", "G1");
        var another = invitation.Buttons.Single();
        await Says(Anna, "goto touchpoints");
        await Bot.Rests();
        Assert.Contains("Thank you", invitation.Says, StringComparison.Ordinal);
        Assert.Empty(invitation.Buttons);
        await Ben.Presses(invitation, another);
        await Told();
        Assert.Contains("The open one is Touchpoints", Ben.View?.Says ?? Ben.Dm.Posted[^1].Says, StringComparison.Ordinal);
    }

    // Ben and Cleo take part and are asked for goals, each in their own chat.
    async Task<FakeSlackMessage> Invited()
    {
        Root = await Says(Anna, "start Getting a family e-bike");
        foreach (var line in (string[])["goto stages", "Research, Choose", "mode: async"])
            await Says(Anna, line);
        foreach (var person in (FakeSlackPerson[])[Ben, Cleo])
            await Says(person, "i speak for Support");
        await Bot.Rests();
        foreach (var person in (FakeSlackPerson[])[Ben, Cleo])
            Assert.Empty(person.Dm.Posted);
        await Says(Anna, "goto goals");
        await Bot.Rests();
        return Assert.Single(Ben.Dm.Posted);
    }

    async Task Fills(FakeSlackView view)
    {
        await Ben.Fills(view, "Goal", "compare the cost");
        await Ben.Chooses(view, "Stage", "S1 Research");
    }

    // It says so in place, and nothing on it asks any more.
    async Task Thanked(FakeSlackMessage invitation, params string[] said)
    {
        await Told();
        await Bot.Rests();
        Assert.All(said, words => Assert.Contains(words, invitation.Says, StringComparison.Ordinal));
        Assert.Equal(["Add another"], invitation.Buttons.Select(button => button.Title));
        Assert.False(invitation.IsDeleted);
    }
}
