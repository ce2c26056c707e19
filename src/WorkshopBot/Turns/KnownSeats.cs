using WorkshopBot.Journal;

namespace WorkshopBot.Turns;

/// <summary>
/// Seats, and what this node knows of them. Where nobody else writes to the storage a seat that was read or written need not be read again, nor one that was not there; it is
/// forgotten whenever a write of it did not come through. Where others write too, nothing is remembered: they may have opened a dialog.
/// </summary>
sealed class KnownSeats(Seats seats, bool alone, long mostBytes = KnownSeats.MostBytes)
{
    /// <summary>How much memory seats may take that are only held to be quick.</summary>
    public const long MostBytes = 8 * 1024 * 1024;

    const int OwnBytes = 512;
    const int Stamps = 1024;        // a power of two

    readonly Lock _lock = new();
    readonly long[] _stamps = new long[Stamps];         // by the hash of a seat: one more for every beginning and every end of a write
    Dictionary<(string Room, string Person), FoundSeat?> _new = [];
    Dictionary<(string Room, string Person), FoundSeat?> _old = [];
    long _bytes;

    /// <summary>Null: there is none. Throws <see cref="StorageUnavailableException"/>.</summary>
    public async ValueTask<FoundSeat?> Find(string room, string person, CancellationToken ct)
    {
        if (!alone)
            return await seats.Find(room, person, ct);
        long stamp;
        lock (_lock)
        {
            if (Known((room, person), out var known))
                return known;
            stamp = Stamp((room, person));
        }
        var found = await seats.Find(room, person, ct);
        lock (_lock)
            // What somebody wrote meanwhile is newer.
            if (Stamp((room, person)) == stamp)
                Remember((room, person), found);
        return found;
    }

    /// <summary>Saves over the state <paramref name="etag"/> names; null: there must be none yet.</summary>
    public ValueTask<WriteResult> Save(string room, string person, Seat seat, string? etag, CancellationToken ct) =>
        Write((room, person), () => seats.Save(room, person, seat, etag, ct), written => new(seat, written.ETags[0]!));

    public ValueTask<WriteResult> Remove(string room, string person, string etag, CancellationToken ct) => Write((room, person), () => seats.Remove(room, person, etag, ct), _ => null);

    async ValueTask<WriteResult> Write((string Room, string Person) seat, Func<ValueTask<WriteResult>> write, Func<WriteResult.Written, FoundSeat?> now)
    {
        if (!alone)
            return await write();
        long stamp;
        lock (_lock)
        {
            Forget(seat);
            stamp = ++Stamp(seat);
        }
        WriteResult? result = null;
        try
        {
            return result = await write();
        }
        finally
        {
            lock (_lock)
                // Of two who wrote at once, nobody here knows who came last.
                if (Stamp(seat)++ == stamp && result is WriteResult.Written written)
                    Remember(seat, now(written));
                else
                    Forget(seat);
        }
    }

    ref long Stamp((string Room, string Person) seat) => ref _stamps[seat.GetHashCode() & (Stamps - 1)];

    bool Known((string Room, string Person) seat, out FoundSeat? found)
    {
        if (_new.TryGetValue(seat, out found))
            return true;
        if (!_old.Remove(seat, out found))
            return false;
        Remember(seat, found);
        return true;
    }

    void Forget((string Room, string Person) seat)
    {
        if (_new.Remove(seat, out var found))
            _bytes -= Size(found);
        _old.Remove(seat);
    }

    // Two halves: what was not used while the newer one filled up is forgotten with the older one.
    void Remember((string Room, string Person) seat, FoundSeat? found)
    {
        Forget(seat);
        _new[seat] = found;
        _bytes += Size(found);
        if (_bytes > mostBytes / 2)
            (_old, _new, _bytes) = (_new, [], 0);
    }

    static long Size(FoundSeat? found) => found is not { Seat: var seat } ? OwnBytes
        : OwnBytes + (seat.Dialog?.Length ?? 0) + (seat.Waiting?.Length ?? 0) + (seat.Drafts?.Length ?? 0) + 2 * (seat.Held?.Length ?? 0) + 64 * (seat.Known.Length + seat.Turns.Length);
}
