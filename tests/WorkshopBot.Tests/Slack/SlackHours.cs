using System.Diagnostics;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Tests.Slack;

/// <summary>A bot in front of a fake Slack, both on one clock that moves when told: hours pass in moments, and no call that is under way is cut off by them.</summary>
sealed class SlackHours : IAsyncDisposable
{
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    static readonly TimeSpan LongStep = TimeSpan.FromSeconds(20);

    readonly string _file;

    SlackHours(string file, FakeTime time, SlackServed bot, FakeSlackTeam team) => (_file, Time, Bot, Team) = (file, time, bot, team);

    public FakeTime Time { get; }

    public SlackServed Bot { get; private set; }

    public FakeSlackTeam Team { get; }

    public FakeSlack Slack => Bot.Slack;

    public static async Task<SlackHours> Start(string file, bool socket = false, bool oauth = false)
    {
        var time = new FakeTime();
        time.Set(new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));
        var slack = await FakeSlack.Start(time);
        var team = slack.Team("Acme");
        var bot = await SlackServed.Start(file, slack, team, time, socket: socket, oauth: oauth);
        await Tests.Until.True(() => !socket || bot.Chat.Connections > 0);
        return new(file, time, bot, team);
    }

    /// <summary>Waits until everything that is under way has come to an end, or waits for the clock.</summary>
    public async Task Quiet()
    {
        var ((calls, timers, written), since) = ((-1, -1, -1), Stopwatch.StartNew());
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(2))
        {
            var isResting = Bot.Bot.Keeper.AtWork == 0 && Bot.Chat.Pending == 0;
            if ((Slack.Requests.Count, Time.Waiting, Bot.Rows.Written) is var now && now != (calls, timers, written))
                ((calls, timers, written), since) = (now, Stopwatch.StartNew());
            // Whatever has called nobody for so long, and written nothing, waits for the clock, even in the middle of its work.
            if (since.ElapsedMilliseconds > (isResting ? 12 : 60))
                return;
            Assert.True(watch.Elapsed < Tests.Until.Bound, "It never comes to rest.");
        }
    }

    /// <summary>Time passes, a little at a time.</summary>
    public async Task Pass(TimeSpan by)
    {
        for (var end = Time.GetUtcNow() + by; Time.GetUtcNow() < end;)
        {
            await Quiet();
            Time.Advance(end - Time.GetUtcNow() is var left && left < Step ? left : Step);
        }
        await Quiet();
    }

    /// <summary>Time passes until everybody has been told, and every kept message is as true as it can be.</summary>
    public async Task True(params string[] workshops)
    {
        for (var watch = Stopwatch.StartNew(); ; Time.Advance(Far()))
        {
            await Quiet();
            if (Bot.Chat.Pending == 0 && Bot.Bot.Keeper.AtWork == 0 && await AreTrue(workshops.Length == 0 ? ["m-1"] : workshops))
                return;
            Assert.True(watch.Elapsed < 2 * Tests.Until.Bound, "It never comes to rest.");
        }
    }

    /// <summary>Long hours in which nothing is left to be done.</summary>
    public async Task Skip(TimeSpan by)
    {
        await True();
        Time.Advance(by);
        await Quiet();
    }

    /// <summary>Time passes until something has come about.</summary>
    public async Task Until(Func<bool> condition)
    {
        for (var watch = Stopwatch.StartNew(); !condition(); Time.Advance(Step))
        {
            await Quiet();
            await Task.Delay(2);
            Assert.True(watch.Elapsed < Tests.Until.Bound, "It did not come about in time.");
        }
    }

    /// <summary>Somebody does something, and as much time passes as it takes.</summary>
    public async Task<T> Does<T>(Task<T> what)
    {
        await Does((Task)what);
        return await what;
    }

    /// <inheritdoc cref="Does{T}"/>
    public async Task Does(Task what)
    {
        while (await Task.WhenAny(what, Task.Delay(100)) != what)
        {
            await Quiet();
            Time.Advance(Step);
        }
        await what;
    }

    /// <summary>The process is killed, and another one takes over the file.</summary>
    public async Task Restart(bool killed = true)
    {
        var old = Bot;
        await Does(killed ? old.Kill() : old.Stop().AsTask());
        Bot = await SlackServed.Start(_file, old.Slack, Team, Time);
    }

    public async ValueTask DisposeAsync() => await Does(Bot.DisposeAsync().AsTask());

    // Where nothing is under way, nothing happens before the next timer.
    TimeSpan Far() => Bot.Chat.Pending == 0 && Bot.Bot.Keeper.AtWork == 0 && Time.Next - Time.GetUtcNow() is { } next && next > Step ? next < LongStep ? next : LongStep : Step;

    async Task<bool> AreTrue(string[] workshops)
    {
        foreach (var workshop in workshops)
            if (!await Bot.Bot.Keeper.IsTrue(workshop))
                return false;
        return true;
    }
}
