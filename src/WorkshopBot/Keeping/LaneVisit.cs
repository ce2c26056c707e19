using System.Collections.Concurrent;
using WorkshopBot.Journal;
using WorkshopBot.Telemetry;

namespace WorkshopBot.Keeping;

/// <summary>What came of a look at a lane.</summary>
/// <param name="Due">When to look again even if nothing is committed; null: no need.</param>
/// <param name="Ready">Before this the lane's chat is not to be called again.</param>
sealed record Visited(DateTimeOffset? Due, DateTimeOffset? Ready = null);

/// <summary>Looks at one lane: whether there is work, whether it is this node's, and if so does a round of it.</summary>
sealed class LaneVisit(Kit kit, ConcurrentDictionary<string, Pace> paces, IdleLanes idle, string workshop)
{
    const int MostLag = 16;     // commits

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
        return await Round(found, pace, ready, stopping);
    }

    /// <summary>Nothing is to be done in it here.</summary>
    public bool IsDone(LaneRow lane, long head) => lane.Kept >= head || lane.State == LaneState.Lost || (lane.Room != Lanes.People && kit.Channel(lane.Room) is null);

    /// <summary>Nothing in it would read differently, although it has not been written that it is up to date. Throws as reading the storage does.</summary>
    public async Task<bool> IsIdle(FoundLane found, CancellationToken ct) =>
        found.Lane.Holder is null && await kit.Read(workshop, ct) is var present && MayLag(found.Lane, present.Version) && !await new LaneRound(kit, workshop, new(kit, workshop, found, ct), idle.Since(workshop, found), present, afterCrash: false, ct).Ask(ct);

    // What nobody would see is not worth a write, until so much has gathered that reading it again costs more.
    static bool MayLag(LaneRow lane, long version) => lane is { Holder: null, State: LaneState.Ok, Doubt: 0, Kept: > 0 } && version - lane.Kept < MostLag;

    // Its holder's lease is over, or they have ended and no call of theirs can still be on its way.
    DateTimeOffset? Free(LaneRow lane) =>
        lane.Holder is { } holder ? kit.Landed(holder, lane.Until, lane.Room == Lanes.People ? kit.Channels : kit.Channels.Where(channel => channel == kit.Channel(lane.Room))) : lane.Until;

    async Task<Visited> Round(FoundLane found, Pace? pace, DateTimeOffset? ready, CancellationToken stopping)
    {
        using var span = Traces.Keep(workshop, found.Lane.Room);
        var hold = new LaneHold(kit, workshop, found, stopping);
        // Read after the lane: whoever has shown a newer state since has written the lane, and then it does not become ours.
        var present = await kit.Read(workshop, stopping);
        var mayLag = MayLag(found.Lane, present.Version);
        var round = new LaneRound(kit, workshop, hold, mayLag ? idle.Since(workshop, found) : found.Lane.Kept, present, afterCrash: found.Lane.Holder is not null, stopping);
        var (progress, lost) = await round.Run(mayLag, stopping);
        if (mayLag && !round.HasWork && !progress.IsStopped)
            idle.Saw(workshop, found, present.Version);
        var now = kit.Time.GetUtcNow();
        // What was set aside for it is free again.
        if (!lost && progress.Called.Count == 0)
            pace?.Pass(Name(found.Lane), now);
        if (!hold.IsTaken)
            return new(lost ? now + Spans.Soon : progress.Due, ready);
        var interval = TimeSpan.Zero;
        foreach (var chat in progress.Called)
        {
            var called = Pace(chat);
            called.Made(hold.Lane.Room == Lanes.People ? null : Name(hold.Lane), progress.Edits.GetValueOrDefault(chat), now);
            if (progress.Later.TryGetValue(chat, out var later))
                called.Later(now, later);
            else
                called.Went();
            interval = called.Interval > interval ? called.Interval : interval;
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

    // What a room has never seen does not wait behind what others see changed.
    DateTimeOffset Turn(Pace? pace, LaneRow lane, DateTimeOffset now) => pace is null || lane.Kept == 0 ? now : pace.Turn(Name(lane), now);

    string Name(LaneRow lane) => $"{workshop} {lane.Room}";

    Pace Pace(string chat) => paces.GetOrAdd(chat, (_, channel) => new(channel?.Limits ?? new(TimeSpan.Zero, Finds: false)), kit.Channel(chat + ":"));

    static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
