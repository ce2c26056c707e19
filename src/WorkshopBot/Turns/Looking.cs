using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Turns;

/// <summary>Finds workshops by their rooms and people, and reads them as they stand, not older than the journal. It changes nothing. All of it throws <see cref="StorageUnavailableException"/>.</summary>
public sealed class Looking
{
    const int AtOnce = 8;

    readonly Playbook _playbook;
    readonly Rooms _rooms;
    readonly Presence _presence;
    readonly Seating _seats;
    readonly Outside _outside;

    internal Looking(Playbook playbook, Rooms rooms, Presence presence, Seating seats, Outside outside) =>
        (_playbook, _rooms, _presence, _seats, _outside) = (playbook, rooms, presence, seats, outside);

    /// <summary>The workshop a room speaks of, as it stands now; null for none.</summary>
    public async Task<Workshop?> Find(string room, CancellationToken ct = default) =>
        await _rooms.Find(room, Peek, ct) is { } found && await Peek(found.Workshop, ct) is { Phase: not Phase.NotStarted } workshop && workshop.Tenancy.Holds(room) ? workshop : null;

    /// <summary>A workshop by its id, as it stands now; null when it was never started.</summary>
    public async Task<Workshop?> FindMap(string workshop, CancellationToken ct = default) => await Peek(workshop, ct) is { Phase: not Phase.NotStarted } found ? found : null;

    /// <summary>The workshop as it stands, with its version.</summary>
    public ValueTask<Present> Read(string workshop, CancellationToken ct = default) => _presence.Read(workshop, ct);

    /// <summary>Id of the workshop a room speaks of; null for none.</summary>
    public async ValueTask<string?> WorkshopOf(string room, CancellationToken ct = default) => (await _rooms.Find(room, Peek, ct))?.Workshop;

    /// <summary>The workshop a person's own chat speaks to, or spoke to last; null for none.</summary>
    public async ValueTask<string?> WorkshopOfPerson(string person, CancellationToken ct = default) =>
        await _seats.Find(Seating.Private, person, ct) is var seat ? seat.Workshop ?? seat.Known.LastOrDefault() : null;

    /// <summary>Whether a person's own chat knows a workshop.</summary>
    public async ValueTask<bool> Knows(string person, string workshop, CancellationToken ct = default) => (await _seats.Find(Seating.Private, person, ct)).Known.Contains(workshop);

    /// <summary>Whether what is said to nobody in a thread of a room, or becomes of a message, may concern its workshop.</summary>
    public async ValueTask<bool> Follows(string room, string? thread, string? changed, CancellationToken ct = default) => (thread ?? changed) is not null && await WorkshopOf(room, ct) is { } workshop
        && ((thread is not null && await _outside.IsThread(workshop, room, thread, ct)) || (changed is not null && (await Peek(workshop, ct)).Map.MadeIn(changed).Count > 0));

    /// <summary>The workshops a person takes part in, as they stand, by their ids.</summary>
    public async Task<IReadOnlyList<(string Id, Workshop State)>> Mine(string person, CancellationToken ct = default)
    {
        var known = (await _seats.Find(Seating.Private, person, ct)).Known;
        var found = new (string Id, Workshop State)[known.Length];
        await Parallel.ForAsync(0, known.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (i, stop) => found[i] = (known[i], (await _presence.Read(known[i], stop)).State));
        return [.. found.Where(one => one.State.Phase != Phase.NotStarted && one.State.Crew[person] is not null && one.State.Tenancy.Reaches(person)).Reverse()];
    }

    /// <summary>The workshop as it stands; a blank one for no id.</summary>
    internal async ValueTask<Workshop> Peek(string workshop, CancellationToken ct) => workshop.Length == 0 ? new(_playbook) : (await _presence.Read(workshop, ct)).State;
}
