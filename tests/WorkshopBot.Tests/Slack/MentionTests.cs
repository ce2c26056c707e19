using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>What names the bot in a channel comes twice, and what is subscribed to may come to several processes: it is done whichever comes, and told once.</summary>
public sealed class MentionTests : SlackScene
{
    [Fact]
    public async Task Its_second_delivery_tells_nothing_where_the_process_does_not_know_of_the_first()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        Assert.Single(Ben.Whispers(Channel));
        var sent = Bot.Slack.Deliveries.Single(one => one.Type == "message" && one.Payload.ToJsonString().Contains("compare the cost", StringComparison.Ordinal));
        await Restarts();
        Assert.True((await Bot.Slack.Redeliver(sent)).IsOk);
        await Told();
        Assert.Single(Ben.Whispers(Channel));
        Assert.Equal(1, await Goals());
    }

    [Theory]
    [InlineData("app_mention", 0)]
    [InlineData("message.channels", 1)]
    public async Task Where_only_one_of_them_comes_it_is_done_all_the_same(string missing, int told)
    {
        await Begins();
        Bot.Slack.Events.Remove(missing);
        await Says(Ben, "Research: compare the cost");
        Assert.Equal((1, told), (await Goals(), Ben.Whispers(Channel).Count));
    }

    [Fact]
    public async Task Changed_it_is_told_as_a_change_also_where_it_was_told_before()
    {
        await Begins();
        var message = await Says(Ben, "Research: compare the cost");
        await Ben.Edits(message, "Research: compare every cost");
        await Told();
        Assert.Contains("compare every cost", string.Join('\n', (await Now()).Map.LiveOn('G').Select(goal => goal.Kind.Main.Again(goal.Item))), StringComparison.Ordinal);
        Assert.Equal(2, Ben.Whispers(Channel).Count);
    }
}
