using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>What is told once, and may have arrived or not: what came of a step, the digest, an invitation.</summary>
public sealed class OnceTests : InSlack
{
    const string Post = "chat.postMessage", History = "conversations.history";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_digest_and_an_invitation_that_may_have_arrived_are_found_or_sent_again_and_are_there_once(bool isDone)
    {
        var fault = isDone ? SlackFault.DropAfter : SlackFault.DropBefore;
        await Started("mode: async");
        Slack.Next(fault, 1, Post, Ben.Dm);
        await Says(Ann, "next anyway");
        Assert.Single(Ben.Dm.Posted);
        await Says(Ann, "goto close");
        foreach (var line in (string[])["owner @Ann", "review in 3 months"])
            await Says(Ann, line);
        var tops = Tops;
        Slack.Next(fault, 1, Post, Channel);
        await Says(Ann, "close");
        await Hours.Skip(TimeSpan.FromMinutes(10));
        await Hours.True();
        Assert.Empty(await Hours.Bot.Bot.Keeper.Unsure("m-1"));
        await Kept();
        Assert.True(Tops > tops);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Where_nobody_may_look_it_is_shown_to_who_leads_and_posted_again_only_by_a_press(bool isDone, bool isTier)
    {
        await Started();
        Forbid(isTier);
        var tops = Tops;
        Slack.Next(isDone ? SlackFault.DropAfter : SlackFault.DropBefore, 1, Post, Channel);
        await Says(Ann, "next anyway");
        await Hours.Skip(TimeSpan.FromMinutes(10));
        await Says(Ben, "park a bell");
        var there = isDone ? 1 : 0;
        Assert.Equal(tops + there, Tops);
        await Kept(there, "outcome:kickoff");

        var menu = await Menu();
        Assert.Contains("May not have arrived", menu.Says, StringComparison.Ordinal);
        await Press(menu, "Post again");
        Assert.Equal(tops + there + 1, Tops);
        // A second click posts nothing more.
        if (Ann.View is { } still && still.Buttons.Any(button => button.Title == "Post again"))
            await Press(still, "Post again");
        Assert.DoesNotContain("May not have arrived", (await Menu()).Says, StringComparison.Ordinal);
        Assert.Equal(tops + there + 1, Tops);
        if (!isDone)
            await Kept();
    }

    [Fact]
    public async Task An_invitation_that_may_have_arrived_where_nobody_may_look_is_not_sent_again_but_by_a_press()
    {
        await Started("mode: async");
        Forbid(isTier: false);
        Slack.Next(SlackFault.DropBefore, 1, Post, Ben.Dm);
        await Says(Ann, "next anyway");
        await Hours.Skip(TimeSpan.FromMinutes(10));
        await Hours.True();
        Assert.Empty(Ben.Dm.Posted);
        var menu = await Menu();
        Assert.Contains("Personas: the question to Ben", menu.Says, StringComparison.Ordinal);
        await Press(menu, "Post again");
        Assert.Single(Ben.Dm.Posted);
        await Kept();
    }

    [Fact]
    public async Task A_press_on_a_message_that_may_not_have_arrived_shows_that_it_has()
    {
        await Started();
        Forbid(isTier: false);
        Slack.Next(SlackFault.DropAfter, 1, Post, Channel);
        await Hours.Does(Ann.Writes(Channel, "next anyway", Root));
        await Hours.Until(() => Tops == 1);
        await Hours.Until(() => Hours.Bot.Bot.Keeper.AtWork == 0);
        var outcome = Channel.Posted.Single(message => !message.IsReply);
        await Hours.Does(Ann.Presses(outcome, outcome.Buttons[0]));
        await Hours.True();
        Assert.Empty(await Hours.Bot.Bot.Keeper.Unsure("m-1"));

        // From now on it is kept true, and never posted again.
        await Says(Ann, "language de");
        await Says(Ann, "goto kickoff");
        Assert.Equal(1, Tops);
        Assert.True(outcome.Versions.Count > 1);
    }

    // As where history was not granted, or is for apps of the marketplace alone.
    void Forbid(bool isTier)
    {
        if (isTier)
            Slack.Next(SlackFault.Throttled(60), int.MaxValue, History);
        else
            Team.Bot!.Scopes = [.. Team.Bot.Scopes.Where(scope => !scope.EndsWith(":history", StringComparison.Ordinal))];
    }
}
