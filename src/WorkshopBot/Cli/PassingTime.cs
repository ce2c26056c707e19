using WorkshopBot.Turns;

namespace WorkshopBot.Cli;

/// <summary>Time that goes by in a rehearsal: each alarm on the way rings at its own hour, so that what it does stands when the next one rings, and nothing depends on how fast the machine is.</summary>
/// <param name="loop">The loop that is rehearsed with.</param>
/// <param name="clock">Its clock.</param>
/// <param name="workshops">Ids of the workshops there are by now.</param>
sealed class PassingTime(TurnLoop loop, RehearsalClock clock, Func<IEnumerable<string>> workshops)
{
    /// <summary>Between two turns, never while one is under way.</summary>
    public async Task By(TimeSpan span)
    {
        var end = clock.Now + span;
        while (await Next() is { } next && next < end)
            await Reach(next);
        await Reach(end);
    }

    async Task Reach(DateTimeOffset now)
    {
        clock.Now = now;
        foreach (var workshop in workshops())
            await loop.Ring(workshop);
    }

    // Always later than now, so that it goes on whatever an alarm does.
    async Task<DateTimeOffset?> Next()
    {
        var next = (DateTimeOffset?)null;
        foreach (var workshop in workshops())
            if ((await loop.Looking.Read(workshop)).State is var state && state.Playbook.Clockwork.Next(state, clock.Now) is { } at && !(next <= at))
                next = at;
        return next;
    }
}
