using System.Diagnostics;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Tests.Teams;

/// <summary>A bot in front of a fake Teams, both on one clock that moves when told: hours pass in moments, and no call that is under way is cut off by them.</summary>
sealed class TeamsHours : IAsyncDisposable
{
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    readonly string _file;

    TeamsHours(string file, FakeTime time, TeamsServed bot) => (_file, Time, Bot) = (file, time, bot);

    public FakeTime Time { get; }

    public TeamsServed Bot { get; private set; }

    public FakeConnector Teams => Bot.Teams;

    public static async Task<TeamsHours> Start(string file)
    {
        var time = new FakeTime();
        time.Set(new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));
        return new(file, time, await TeamsServed.Start(file, time: time));
    }

    /// <summary>Waits until everything that is under way has come to an end, or waits for the clock.</summary>
    public async Task Quiet()
    {
        var (calls, since) = (-1, Stopwatch.StartNew());
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(2))
        {
            // One timer is the agenda's.
            var isResting = Bot.Bot.Keeper.AtWork == 0 && Bot.Chat.Pending < Math.Max(Time.Waiting, 1);
            if (isResting && Bot.Chat.Pending == 0)
                return;
            if (Teams.Requests.Count is var now && now != calls)
                (calls, since) = (now, Stopwatch.StartNew());
            // Whatever has called nobody for so long waits for the clock, even in the middle of its work.
            if (since.ElapsedMilliseconds > (isResting ? 10 : 250))
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
    public async Task True(string workshop = "m-1")
    {
        for (var watch = Stopwatch.StartNew(); ; Time.Advance(Step))
        {
            await Quiet();
            if (Bot.Chat.Pending == 0 && Bot.Bot.Keeper.AtWork == 0 && await Bot.Bot.Keeper.IsTrue(workshop))
                return;
            Assert.True(watch.Elapsed < Tests.Until.Bound, "It never comes to rest.");
        }
    }

    /// <summary>Time passes until something has come about, and all that follows from it.</summary>
    public async Task Until(Func<bool> condition)
    {
        for (var watch = Stopwatch.StartNew(); !condition(); Time.Advance(Step))
        {
            await Quiet();
            await Task.Delay(2);
            Assert.True(watch.Elapsed < Tests.Until.Bound, "It did not come about in time.");
        }
        await True();
    }

    /// <summary>Long hours in which nothing is left to be done.</summary>
    public async Task Skip(TimeSpan by)
    {
        await True();
        Time.Advance(by);
        await Quiet();
    }

    /// <summary>Somebody writes, and everything that follows from it happens.</summary>
    public async Task<FakeMessage> Says(FakePerson person, FakePlace place, string line, string? root = null)
    {
        var message = (await Bot.Does(person.Writes(place, line, root)))!;
        await True();
        return message;
    }

    /// <summary>The process is killed, and another one takes over the file.</summary>
    public async Task Restart()
    {
        var (old, dying) = (Bot, Bot.Kill());
        while (!dying.IsCompleted)
        {
            await Task.WhenAny(dying, Task.Delay(5));
            Time.Advance(Step);
        }
        await dying;
        Bot = await TeamsServed.Start(_file, old.Teams, Time);
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
