using System.Collections.Immutable;
using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>
/// What the loop keeps in people's seats: the workshops they take part in, the one their private chat speaks to, and the lines they were warned of; and on which
/// lists a seat stands, so that it does not outlast what it is for.
/// </summary>
sealed class Seating(KnownSeats seats, SeatList list, Agenda? agenda, TimeProvider time, bool alone)
{
    /// <summary>A person has one private chat, whatever room it is in; so that a turn in a room can note something there, its seat has a name of its own.</summary>
    public const string Private = "private";

    /// <summary>Where a seat is listed that belongs to no workshop yet, such as that of somebody who is about to open one.</summary>
    public const string Nowhere = "nowhere";

    /// <summary>How long after its time something may be swept.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromHours(6);

    // Well below what a closed workshop stays in the seats of its people. Where others write too, somebody may have left a room by another node, and come back by this one.
    readonly TimeSpan _trusted = alone ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(1);

    const int MostNoted = 50_000;
    const int MostKnown = 50;
    const int Tries = 4;

    readonly Lock _lock = new();
    readonly Dictionary<(string Person, string Workshop), DateTimeOffset> _noted = [];

    /// <summary>The seat a turn is typed in.</summary>
    public static string Of(Turn turn) => turn.Private ? Private : turn.Room.Key;

    public async ValueTask<Seat> Find(string room, string person, CancellationToken ct) => (await seats.Find(room, person, ct))?.Seat ?? new Seat();

    /// <summary>A seat with what is needed to write over it.</summary>
    public ValueTask<FoundSeat?> Load(string room, string person, CancellationToken ct) => seats.Find(room, person, ct);

    /// <summary>Writes over a seat as it was found, once.</summary>
    public ValueTask<WriteResult> Replace(string room, string person, FoundSeat found, Seat seat, CancellationToken ct) =>
        seats.Save(room, person, seat with { LastUsed = time.GetUtcNow() }, found.ETag, ct);

    /// <summary>
    /// Notes that a person takes part in a workshop, before what they say there, so that their private chat knows it. Where that was true of one that ran a short while ago it is
    /// not looked up again. Before anything is written <paramref name="holds"/> is asked whether the workshop is the right one. False: the storage takes nothing; null: it is not.
    /// </summary>
    public async ValueTask<bool?> Note(string person, string workshop, CancellationToken ct, Func<ValueTask<bool>>? holds = null)
    {
        lock (_lock)
            if (_noted.TryGetValue((person, workshop), out var at) && time.GetUtcNow() - at < _trusted)
                return true;
        try
        {
            // A seat that holds it is on its list.
            if ((await Find(Private, person, ct)).Known.Contains(workshop))
                return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
        if (holds is not null && !await holds())
            return null;
        return await Enlist(workshop, Private, person, ct)
            && await Change(Private, person, seat => seat.Known.Contains(workshop) ? seat : seat with { Known = [.. seat.Known.TakeLast(MostKnown - 1), workshop] }, ct);
    }

    /// <summary>A person takes no part in a workshop any more: their private chat forgets it. False: the storage takes nothing.</summary>
    public async ValueTask<bool> Leave(string person, string workshop, CancellationToken ct)
    {
        lock (_lock)
            _noted.Remove((person, workshop));
        return await Change(Private, person, seat => !seat.Known.Contains(workshop) ? seat : seat with { Known = seat.Known.Remove(workshop), Workshop = seat.Workshop == workshop ? null : seat.Workshop, Drafts = Drafts.Write(Drafts.Left(Drafts.Read(seat.Drafts), workshop, time.GetUtcNow())) }, ct);
    }

    /// <summary>Keeps what somebody typed into a form and did not send, or forgets it; only of a workshop their private chat knows. False: the storage takes nothing.</summary>
    public async ValueTask<bool> Keep(string person, IReadOnlyDictionary<string, string> form, CancellationToken ct) =>
        Turns.Draft.Read(form, time.GetUtcNow()) is not { } typed
        || ((typed.Fields.IsEmpty || await Enlist(typed.Workshop, Private, person, ct))
            && await Change(Private, person, seat => Drafts.Left(Drafts.Read(seat.Drafts), "", typed.At) is var kept && (typed.Fields.IsEmpty ? !kept.Any(typed.IsOf) : !seat.Known.Contains(typed.Workshop)) ? seat : seat with { Drafts = Drafts.Write(Drafts.With(kept, typed)) }, ct));

    /// <summary>What somebody typed into a form before; null for nothing.</summary>
    public async ValueTask<Draft?> Draft(string person, string workshop, string of, string item, CancellationToken ct) =>
        Drafts.Left(Drafts.Read((await Find(Private, person, ct)).Drafts), "", time.GetUtcNow()).FirstOrDefault(draft => (draft.Workshop, draft.Of, draft.Item) == (workshop, of, item));

    /// <summary>What was noted was of a workshop that runs: nobody takes it out of the seat before that has been closed for days, so that it may be remembered for less, on every node.</summary>
    public void Noted(string person, string workshop)
    {
        lock (_lock)
        {
            if (_noted.Count >= MostNoted)
                _noted.Clear();
            if (!_noted.TryGetValue((person, workshop), out var at) || time.GetUtcNow() - at >= _trusted)
                _noted[(person, workshop)] = time.GetUtcNow();
        }
    }

    /// <summary>Marks of the lines the person was warned of by an earlier turn.</summary>
    public async ValueTask<ImmutableHashSet<string>> Confirmed(Turn turn, CancellationToken ct)
    {
        var seat = await Find(Of(turn), turn.Person.Key, ct);
        return seat.Held is { } marks && seat.HeldTurn != TurnName.Of(turn.Id).ToString() ? [.. marks.Split(' ')] : [];
    }

    /// <summary>Keeps what the person has just been warned of, in place of what there was.</summary>
    public async ValueTask<bool> Hold(Turn turn, string workshop, ImmutableArray<string> warned, CancellationToken ct) =>
        (warned.IsEmpty || await Enlist(workshop, Of(turn), turn.Person.Key, ct))
        && await Change(Of(turn), turn.Person.Key, seat => warned.IsEmpty
            ? seat.Held is null ? seat : seat with { Held = null, HeldTurn = null }
            : seat with { Held = string.Join(' ', warned), HeldTurn = TurnName.Of(turn.Id).ToString() }, ct);

    /// <summary>Sees to it that a seat is found again when what it holds is over; before it is written. Without a workshop it is listed with those that have none. False: the storage takes nothing.</summary>
    public async ValueTask<bool> Enlist(string workshop, string room, string person, CancellationToken ct)
    {
        var id = workshop.Length == 0 ? Nowhere : workshop;
        // At once, so that they share what a write costs.
        var (listed, looked) = (list.Add(id, room, person, ct).AsTask(), Ensure(id, time.GetUtcNow() + SeatEnd.Unused + Late, ct).AsTask());
        return await listed is null & await looked is null;
    }

    /// <summary>Sees to a look at a workshop's seats: on the day after the given time, so that there is one look a day at most, or soon. Null: somebody will look.</summary>
    public async ValueTask<StorageFault?> Ensure(string workshop, DateTimeOffset? at, CancellationToken ct) =>
        agenda is null ? null : await agenda.Ensure(workshop, at is { } time ? new DateTimeOffset(time.UtcDateTime.Date.AddDays(1), TimeSpan.Zero) : null, ct);

    public ValueTask<IReadOnlyList<ListedSeat>> Listed(string workshop, string? after, int most, CancellationToken ct) => list.Next(workshop, after, most, ct);

    /// <summary>Takes a seat off the list of a workshop.</summary>
    public ValueTask<WriteResult> Strike(string workshop, ListedSeat seat, CancellationToken ct) => list.Remove(workshop, seat, ct);

    /// <summary>Leaves of a seat what is not over, which is no use of it; null removes it. False: it is as it was, or somebody used it just now.</summary>
    public async ValueTask<bool> Settle(ListedSeat seat, FoundSeat found, Seat? left, CancellationToken ct) =>
        await (left is null ? seats.Remove(seat.Room, seat.Person, found.ETag, ct) : seats.Save(seat.Room, seat.Person, left, found.ETag, ct)) is WriteResult.Written;

    /// <summary>Changes a seat as it is found, again when somebody else was faster; false when it could not be saved.</summary>
    public async ValueTask<bool> Change(string room, string person, Func<Seat, Seat> change, CancellationToken ct)
    {
        try
        {
            for (var tries = 0; tries < Tries; tries++)
            {
                var found = await seats.Find(room, person, ct);
                var before = found?.Seat ?? new Seat();
                var after = change(before);
                if (ReferenceEquals(before, after))
                    return true;
                switch (await seats.Save(room, person, after with { LastUsed = time.GetUtcNow() }, found?.ETag, ct))
                {
                    case WriteResult.Written: return true;
                    case WriteResult.Unavailable: return false;
                }
            }
        }
        catch (StorageUnavailableException)
        {
            // Much of what is kept in a seat is kept after the commit: what was answered as saved must not sound lost for its sake.
        }
        return false;
    }
}
