using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>The bot where Slack cannot reach it: over several connections of its own at once.</summary>
public sealed class ConnectionsTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task As_many_as_set_are_open_at_once_and_what_comes_by_any_of_them_is_heard_once(int connections)
    {
        var slack = await FakeSlack.Start();
        var team = slack.Team("Acme");
        var (anna, ben) = (team.Person("Anna"), team.Person("Ben"));
        var channel = team.Channel("journeys", anna, ben);
        await using var bot = await SlackServed.Start(_folder.File("w.db"), slack, team, socket: true, connections: connections);
        await Until.True(() => bot.Chat.Connections == connections);
        var root = await anna.Writes(channel, "start Getting a family e-bike", mention: true);
        for (var i = 0; i < 6; i++)
            await ben.Writes(channel, $"park idea number {i}", root, mention: true);
        await bot.Rests();
        Assert.Equal(6, (await bot.Workshop(channel))!.Map.Count('K'));
        Assert.Equal(connections, bot.Chat.Connections);
    }
}
