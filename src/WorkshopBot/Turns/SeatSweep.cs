using WorkshopBot.Journal;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>
/// Goes through the seats that hold something of a workshop for what is over, not at every look: it reads one row for each. So many at a time; the rest waits for the
/// next look, which it sees to.
/// </summary>
sealed class SeatSweep(Seating seats, TimeProvider time)
{
    /// <summary>Seats in one run.</summary>
    public const int Most = 200;

    // A seat is listed before it is written, and the storage's clock is not ours.
    static readonly TimeSpan Young = TimeSpan.FromDays(1);

    const int MostRemembered = 10_000;

    readonly Lock _lock = new();
    readonly Dictionary<string, Swept> _swept = new(StringComparer.Ordinal);

    /// <summary>Throws <see cref="StorageUnavailableException"/>.</summary>
    public async Task Run(string id, Workshop workshop, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (workshop.Phase == Phase.Closed && !SeatEnd.IsOver(workshop, now))
            await Look(id, workshop.At + SeatEnd.AfterClose + Seating.Late, ct);
        Swept so;
        lock (_lock)
            so = _swept.GetValueOrDefault(id) is { } last && (last.After is not null || now - last.At < Seating.Late) ? last : new(now, null, false);
        if (so.After is null && so.At != now)
            return;
        var some = await seats.Listed(id, so.After, Most, ct);
        foreach (var seat in some)
            so = so with { After = seat.Key, Waits = so.Waits | await Sweep(id, workshop, seat, now, ct) };
        var all = some.Count < Most;
        if (!all)
            await Look(id, null, ct);
        else if (so.Waits)
            await Look(id, now + SeatEnd.Unused + Seating.Late, ct);
        // Only now: one that the storage kept from its end is made again.
        lock (_lock)
        {
            if (_swept.Count >= MostRemembered)
                _swept.Clear();
            _swept[id] = all ? new(now, null, false) : so;
        }
    }

    // True: something of it will be over later, without anything else happening here.
    async ValueTask<bool> Sweep(string id, Workshop workshop, ListedSeat listed, DateTimeOffset now, CancellationToken ct)
    {
        if (now - listed.WrittenAt < Young)
            return true;
        if (await seats.Load(listed.Room, listed.Person, ct) is not { } found)
        {
            await seats.Strike(id, listed, ct);
            return false;
        }
        var left = SeatEnd.Left(found.Seat, id, workshop, now);
        if (!ReferenceEquals(left, found.Seat) && !await seats.Settle(listed, found, left, ct))
            return true;        // used just now
        if (left is not null && SeatEnd.Concerns(left, id))
            return SeatEnd.Passes(left) || workshop.Phase == Phase.NotStarted;
        await seats.Strike(id, listed, ct);
        return false;
    }

    async ValueTask Look(string id, DateTimeOffset? at, CancellationToken ct)
    {
        if (await seats.Ensure(id, at, ct) is { } fault)
            throw new StorageUnavailableException(fault, "A look could not be set.");
    }

    /// <summary>How far a sweep has come: when it began, the last seat it saw (null: all), and whether something will be over later.</summary>
    sealed record Swept(DateTimeOffset At, string? After, bool Waits);
}
