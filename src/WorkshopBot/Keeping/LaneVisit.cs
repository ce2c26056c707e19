using System.Collections.Concurrent;
using WorkshopBot.Journal;

namespace WorkshopBot.Keeping;

/// <summary>What came of a look at a lane.</summary>
/// <param name="Due">When to look again even if nothing is committed; null: no need.</param>
/// <param name="Ready">Before this the lane's chat is not to be called again.</param>
sealed record Visited(DateTimeOffset? Due, DateTimeOffset? Ready = null);

/// <summary>Looks at one lane: whether there is work, whether it is this node's, and if so does a round of it.</summary>
sealed class LaneVisit(Kit kit, ConcurrentDictionary<string, Pace> paces, string workshop)
{
    /// <summary>Throws as reading the storage does.</summary>
    public async Task<Visited> Make(FoundLane found, long head, DateTimeOffset? ready, CancellationToken stopping)
    {
        var (lane, now) = (found.Lane, kit.Time.GetUtcNow());
        var pace = lane.Room == Lanes.People ? null : Pace(Keeping.Pace.Workspace(lane.Room));
        pace?.Saw(Name(lane), lane.Edits, now);
        if (IsDone(lane, head))
        {
            pace?.Pass(Name(lane), now);
            return new(null, ready);
        }
        if ((lane.Holder is not null || lane.State == LaneState.Paused) && Free(lane) is { } free && free > now)
            return new(free, ready);
        if (Latest(ready, pace?.Closed) is { } open && open > now)
            return new(open, ready);
        if (Turn(pace, lane, now) is var turn && turn > now)
            return new(turn, Latest(ready, turn));
        if (await LaneHold.Claim(kit, workshop, found, stopping) is not { } hold)
            return new(now + Spans.Soon, ready);
        return await Round(hold, afterCrash: lane.Holder is not null, stopping);
    }

    /// <summary>Nothing is to be done in it here.</summary>
    public bool IsDone(LaneRow lane, long head) => lane.Kept >= head || lane.State == LaneState.Lost || (lane.Room != Lanes.People && kit.Channel(lane.Room) is null);

    // Its holder's lease is over, or they have ended and no call of theirs can still be on its way.
    DateTimeOffset? Free(LaneRow lane) =>
        lane.Holder is { } holder ? kit.Landed(holder, lane.Until, lane.Room == Lanes.People ? kit.Channels : kit.Channels.Where(channel => channel == kit.Channel(lane.Room))) : lane.Until;

    async Task<Visited> Round(LaneHold hold, bool afterCrash, CancellationToken stopping)
    {
        var present = await Present(hold, stopping);
        var (progress, lost) = await new LaneRound(kit, workshop, hold, present, afterCrash, stopping).Run(stopping);
        var now = kit.Time.GetUtcNow();
        var interval = TimeSpan.Zero;
        foreach (var chat in progress.Called)
        {
            var pace = Pace(chat);
            pace.Made(hold.Lane.Room == Lanes.People ? null : Name(hold.Lane), progress.Edits.GetValueOrDefault(chat), now);
            if (progress.Later.TryGetValue(chat, out var later))
                pace.Later(now, later);
            else
                pace.Went();
            interval = pace.Interval > interval ? pace.Interval : interval;
        }
        if (progress.IsLostRoom)
            kit.Log.LogWarning("Workshop {Workshop} lost a room: {Reason}", workshop, progress.Lane.Reason);
        if (lost)
        {
            if (progress.Called.Count > 0)
                await LaneHold.LookAgain(kit, workshop, hold.Lane.Room, present.Version);
            return new(now, now + interval);
        }
        return new(progress.Due, now + interval);
    }

    // Read after the lane is ours, so that nobody who had it before has shown a newer state.
    async ValueTask<Turns.Present> Present(LaneHold hold, CancellationToken stopping)
    {
        try
        {
            return await kit.Read(workshop, stopping);
        }
        catch
        {
            await hold.Write(lane => lane with { Holder = null, Until = null }, []);
            throw;
        }
    }

    // What a room has never seen does not wait behind what others see changed.
    DateTimeOffset Turn(Pace? pace, LaneRow lane, DateTimeOffset now) => pace is null || lane.Kept == 0 ? now : pace.Turn(Name(lane), now);

    string Name(LaneRow lane) => $"{workshop} {lane.Room}";

    Pace Pace(string chat) => paces.GetOrAdd(chat, (_, channel) => new(channel?.Limits ?? new(TimeSpan.Zero, Finds: false)), kit.Channel(chat + ":"));

    static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
