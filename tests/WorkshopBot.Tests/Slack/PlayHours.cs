using System.Diagnostics;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Tests.Slack;

/// <summary>A bot in front of a fake Slack, both on one clock that moves when told: the pace of a chat costs no time, and no call that is under way is cut off.</summary>
sealed class PlayHours : IAsyncDisposable
{
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    PlayHours(FakeTime time, SlackServed bot, FakeSlackTeam team) => (Time, Bot, Team) = (time, bot, team);

    public FakeTime Time { get; }

    public SlackServed Bot { get; }

    public FakeSlackTeam Team { get; }

    public FakeSlack Slack => Bot.Slack;

    public static async Task<PlayHours> Start(string file, bool socket = false)
    {
        var time = new FakeTime();
        time.Set(new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));
        var slack = await FakeSlack.Start(time);
        var team = slack.Team("Acme");
        return new(time, await SlackServed.Start(file, slack, team, time, socket: socket), team);
    }

    /// <summary>Time passes until everybody has been told, and every kept message is as true as it can be.</summary>
    public async Task True(string workshop = "m-1")
    {
        await Slack.Settled();
        for (var watch = Stopwatch.StartNew(); ; Time.Advance(Step))
        {
            await Quiet();
            if (IsResting && await Bot.Bot.Keeper.IsTrue(workshop))
                return;
            Assert.True(watch.Elapsed < Until.Bound, "It never comes to rest.");
        }
    }

    /// <summary>Long hours in which nothing is left to be done.</summary>
    public async Task Skip(TimeSpan by)
    {
        await True();
        Time.Advance(by);
        await Quiet();
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    bool IsResting => Bot.Chat.Pending == 0 && Bot.Bot.Keeper.AtWork == 0;

    // Whatever has called nobody for so long waits for the clock.
    async Task Quiet()
    {
        var (calls, since) = (-1, Stopwatch.StartNew());
        for (var watch = Stopwatch.StartNew(); !IsResting; await Task.Delay(2))
        {
            if (Slack.Requests.Count is var now && now != calls)
                (calls, since) = (now, Stopwatch.StartNew());
            if (since.ElapsedMilliseconds > 60)
                return;
            Assert.True(watch.Elapsed < Until.Bound, "It never comes to rest.");
        }
    }
}
