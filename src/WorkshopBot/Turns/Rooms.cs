using System.Collections.Concurrent;
using WorkshopBot.Journal;

namespace WorkshopBot.Turns;

/// <summary>Which workshop a room speaks of, remembered; and how a new one gets the room.</summary>
sealed class Rooms(WorkshopIndex index, Func<string> ids)
{
    const int Most = 10_000;

    readonly ConcurrentDictionary<string, IndexedRoom> _known = new(StringComparer.Ordinal);

    /// <summary>Null: none yet. Throws as reading the index does.</summary>
    public async ValueTask<IndexedRoom?> Find(string room, CancellationToken ct)
    {
        if (_known.TryGetValue(room, out var known))
            return known;
        return await index.FindRoom(room, ct) is { } found ? Remember(room, found) : null;
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

    IndexedRoom Remember(string room, IndexedRoom found)
    {
        // Forgetting costs a read each; which ones matters little.
        if (_known.Count >= Most)
            _known.Clear();
        return _known[room] = found;
    }
}
