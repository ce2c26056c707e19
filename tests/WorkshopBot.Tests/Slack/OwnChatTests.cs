namespace WorkshopBot.Tests.Slack;

/// <summary>What is said between one person and the bot.</summary>
public sealed class OwnChatTests : SlackScene
{
    [Fact]
    public async Task A_dialog_goes_back_and_skips_and_survives_a_restart()
    {
        await Begins();
        await Says(Ben, "Research: see it on the road");
        await Says(Ben, "add goal", Ben.Dm);
        await Says(Ben, "S2", Ben.Dm);
        await Says(Ben, "back", Ben.Dm);
        await Says(Ben, "S1", Ben.Dm);
        await Restarts();
        await Says(Ben, "help", Ben.Dm);
        await Says(Ben, "compare the cost", Ben.Dm);
        await Says(Ben, "done", Ben.Dm);
        Assert.Equal(2, await Goals());
        Assert.Equal(1, (await Now()).Map.LiveOn('G').Count(goal => goal.Item.ToString()!.Contains("compare the cost", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_dialog_that_is_cancelled_adds_nothing()
    {
        await Begins();
        await Says(Ben, "Research: see it on the road");
        await Says(Ben, "add goal", Ben.Dm);
        await Says(Ben, "S1", Ben.Dm);
        await Says(Ben, "cancel", Ben.Dm);
        Assert.Contains("Nothing was saved", Ben.Reads(Ben.Dm), StringComparison.Ordinal);
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task An_answer_takes_the_place_of_what_was_pressed()
    {
        await Begins();
        await Says(Ben, "Research: see it on the road");
        await Says(Ben, "add goal", Ben.Dm);
        await Until.True(() => Ben.Dm.Posted.Count == 1);
        var question = Ben.Dm.Posted[0];
        await Ben.Chooses(question, question.Fields[0].Label, "S1 Research");
        await Ben.Presses(question, "Answer");
        await Told();
        Assert.Single(Ben.Dm.Posted);
        Assert.Contains("2 of", question.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_and_help_are_heard_without_a_mention()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        await Says(Ben, "Research: see it on the road", Ben.Dm);
        await Says(Ben, "help", Ben.Dm);
        Assert.Equal(2, await Goals());
        Assert.Equal(2, Ben.Dm.Posted.Count);
        Assert.All(Ben.Dm.Posted, message => Assert.Null(message.Only));
    }

    [Fact]
    public async Task A_command_in_ones_own_chat_is_answered_there_to_stay()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        await Ben.Types(Ben.Dm, "/journey", "show G1");
        await Told();
        Assert.Contains("compare the cost", Assert.Single(Ben.Dm.Posted).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_in_a_chat_with_somebody_else_is_seen_by_who_typed_it_and_by_nobody_else()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        var foreign = Team.Direct(Ben, Cleo);
        await Ben.Types(foreign, "/journey", "show G1");
        await Told();
        Assert.Contains("compare the cost", Assert.Single(Ben.Whispers(foreign)).Says, StringComparison.Ordinal);
        Assert.Empty(Cleo.Sees(foreign));
    }

    [Fact]
    public async Task With_two_workshops_it_is_asked_for_which_a_line_is_and_the_line_waits()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        var second = Team.Channel("second", Anna, Ben);
        await Anna.Writes(second, "start Returning a bike");
        await Told();
        await Ben.Writes(second, "help");
        await Ben.Writes(second, "join");
        await Anna.Writes(second, "goto stages");
        await Anna.Writes(second, "Bring back, Get money");
        await Anna.Writes(second, "goto goals");
        await Ben.Writes(second, "Bring back: lose no time");
        await Told();
        await Says(Ben, "Research: see it on the road", Ben.Dm);
        Assert.Equal(1, await Goals());
        var which = Ben.Dm.Posted[^1];
        await Ben.Presses(which, which.Buttons.First(button => button.Value.Contains("m-1", StringComparison.Ordinal) || button.Title.Contains("e-bike", StringComparison.Ordinal)));
        await Told();
        Assert.Equal(2, await Goals());
    }
}
