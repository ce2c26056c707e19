using System.Collections.Concurrent;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Tenants;

namespace WorkshopBot.Turns;

/// <summary>Which workshop a room speaks of, remembered; and how a new one gets the room.</summary>
/// <param name="index">Where it is written.</param>
/// <param name="ids">Ids of workshops.</param>
/// <param name="held">A workshop as this node holds it; null when it does not.</param>
/// <param name="alone">Nobody else writes to the storage.</param>
sealed class Rooms(WorkshopIndex index, Func<string> ids, Func<string, Workshop?> held, bool alone)
{
    const int Most = 10_000;

    readonly ConcurrentDictionary<string, IndexedRoom> _known = new(StringComparer.Ordinal);

    /// <summary>
    /// Null: none yet. Looked up anew where the room may have gone to another workshop as far as this node knows, and with <paramref name="anew"/>. Where others write too, what was
    /// remembered is a guess: right while its workshop, as it stands now, runs and has the room. Throws as reading the index does.
    /// </summary>
    public async ValueTask<(IndexedRoom? Room, bool Guessed)> Find(string room, CancellationToken ct, bool anew = false)
    {
        if (!anew && _known.TryGetValue(room, out var known) && (held(known.Workshop) is not { } workshop || (workshop.Phase == Phase.Running && workshop.Tenancy.Holds(room))))
            return (known, !alone);
        if (await index.FindRoom(room, ct) is { } found)
            return (Remember(room, found), false);
        Forget(room);
        return (null, false);
    }

    /// <summary>The same, and no guess: <paramref name="read"/> says how a workshop stands.</summary>
    public async ValueTask<IndexedRoom?> Find(string room, Func<string, CancellationToken, ValueTask<Workshop>> read, CancellationToken ct)
    {
        var (found, guessed) = await Find(room, ct);
        return !guessed || (await read(found!.Workshop, ct) is { Phase: Phase.Running } workshop && workshop.Tenancy.Holds(room)) ? found : (await Find(room, ct, anew: true)).Room;
    }

    /// <summary>
    /// Gives the room to a new workshop, or says which one was faster; null when the storage refuses. A room that is given and never started
    /// is simply used by the next who starts there.
    /// </summary>
    public async ValueTask<IndexedRoom?> Claim(string room, IndexedRoom? replaces, CancellationToken ct) =>
        await index.ClaimRoom(room, ids(), replaces, ct) switch
        {
            ClaimResult.Claimed claimed => Remember(room, claimed.Room),
            ClaimResult.Lost lost => Remember(room, lost.Winner),
            _ => null,
        };

    /// <summary>Lists a workshop that is about to be opened in a room with those of the room's tenant, so that they can all be found; one that is not opened after all stays listed. False: the storage refuses.</summary>
    public async ValueTask<bool> Enlist(string room, string workshop, CancellationToken ct) =>
        held(workshop) is { Phase: not Phase.NotStarted } || await index.AddToTenant(Tenant.Of(room), workshop, ct) is null;

    /// <summary>It may speak of another workshop now.</summary>
    public void Forget(string room) => _known.TryRemove(room, out _);

    IndexedRoom Remember(string room, IndexedRoom found)
    {
        // Forgetting costs a read each; which ones matters little.
        if (_known.Count >= Most)
            _known.Clear();
        return _known[room] = found;
    }
}
