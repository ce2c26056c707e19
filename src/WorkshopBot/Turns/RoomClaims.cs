using System.Collections.Concurrent;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Tenants;

namespace WorkshopBot.Turns;

/// <summary>
/// Makes true outside what a workshop's journal says of its rooms: an admitted room speaks of it and has a lane, one that is out does not. After each commit that changes it and at every
/// look of the agenda, so that a crash in between heals; made twice, it is the same. A room that has got a workshop of its own meanwhile keeps it, and that is written down.
/// </summary>
sealed class RoomClaims(
    WorkshopIndex index, Rooms rooms, Func<string, CancellationToken, ValueTask<Present>> read, Func<Pending, bool> post, Outside outside, Background background, TimeProvider time, ILogger log)
{
    // Somebody has been given the room, and what they are about to commit may still be under way.
    static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    const int MostRemembered = 10_000;

    readonly ConcurrentDictionary<string, Tenancy> _made = new(StringComparer.Ordinal);

    /// <summary>A workshop was committed to. Returns at once.</summary>
    public void Look(string workshop, Workshop? held)
    {
        if (held?.Tenancy is not { } tenancy || IsPlain(tenancy) || ReferenceEquals(_made.GetValueOrDefault(workshop), tenancy))
            return;
        background.Run(async () =>
        {
            try
            {
                await Make(workshop, CancellationToken.None);
            }
            catch (StorageUnavailableException e)
            {
                // The agenda will look again.
                log.LogWarning("The rooms of workshop {Workshop} wait: {Fault}", workshop, e.GetType().Name);
            }
        });
    }

    /// <summary>Throws <see cref="StorageUnavailableException"/>.</summary>
    public async Task Make(string workshop, CancellationToken ct)
    {
        var w = (await read(workshop, ct)).State;
        if (IsPlain(w.Tenancy))
            return;
        var all = true;
        // A closed one takes nothing from a room that has begun anew.
        foreach (var room in w.Phase == Phase.Running ? w.Tenancy.Admitted.Keys : [])
            all &= await Claim(workshop, room, w, ct);
        foreach (var room in w.Tenancy.Left)
            all &= await Free(workshop, room, ct);
        if (!all && outside.Agenda is { } agenda)
            await agenda.Ensure(workshop, time.GetUtcNow() + Young, ct);
        if (!all)
            return;
        if (_made.Count >= MostRemembered)
            _made.Clear();
        _made[workshop] = w.Tenancy;
        outside.Committed(workshop);
    }

    static bool IsPlain(Tenancy tenancy) => tenancy.Admitted.IsEmpty && tenancy.Left.IsEmpty;

    // False: not yet.
    async ValueTask<bool> Claim(string workshop, string room, Workshop w, CancellationToken ct)
    {
        var found = await index.FindRoom(room, ct);
        if (found is not null && found.Workshop != workshop)
        {
            var theirs = (await read(found.Workshop, ct)).State;
            if (theirs.Phase == Phase.NotStarted && await index.GivenAt(room, ct) is { } at && time.GetUtcNow() - at < Young)
                return false;
            if (theirs.Phase == Phase.Running && theirs.Tenancy.Holds(room))
                return await Void(workshop, room, w);
        }
        if (found?.Workshop != workshop && await index.ClaimRoom(room, workshop, found, ct) is not ClaimResult.Claimed)
            return false;
        rooms.Forget(room);
        return await outside.Opens(workshop, room, null, ct);
    }

    async ValueTask<bool> Free(string workshop, string room, CancellationToken ct)
    {
        var freed = await index.FindRoom(room, ct) is not { } found || found.Workshop != workshop || await index.FreeRoom(room, found, ct) is not WriteResult.Unavailable;
        rooms.Forget(room);
        return freed;
    }

    async ValueTask<bool> Void(string workshop, string room, Workshop w)
    {
        // The same however often it is found out; admitted anew, it may be found out anew.
        var pending = Pending.OfHouse($"void:{workshop}:{room}:{w.Tenancy.Asks.Length}", workshop, time.GetTimestamp(), (now, _) => Rooming.Void(room, now));
        return post(pending) && await pending.Outcome is Outcome.Said or Outcome.Again;
    }
}
