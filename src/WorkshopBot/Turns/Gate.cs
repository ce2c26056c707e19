using WorkshopBot.Channels;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Tenants;

namespace WorkshopBot.Turns;

/// <summary>
/// What every turn passes before it is read, and whoever wants to see something: in a room, the room takes part and its chat says that the person is in it; in private, the person's own
/// tenant does. What a button, a link or a seat names grants nothing.
/// </summary>
static class Gate
{
    /// <summary>Whether a turn may come at all.</summary>
    public static bool Comes(Turn turn) => IsOf(turn.Person, turn.Room) || (!turn.Private && IsGuest(turn.Person, turn.Room));

    /// <summary>Whether a turn would open a workshop, and may not: whoever opens one leads it, and guests do not (settled: "Tenants").</summary>
    public static bool Bars(Turn turn) => turn.Person.Guest && turn.Starts();

    /// <summary>Whether a turn may come into a workshop: by its room, or <paramref name="alone"/>, by the seat of its person.</summary>
    public static bool Admits(Turn turn, bool alone, Workshop w) => w.Phase == Phase.NotStarted || (alone ? w.Tenancy.Reaches(turn.Person.Key) : Admits(turn.Person, turn.Room, w));

    /// <summary>Whether somebody in a room has part in a workshop by being there.</summary>
    public static bool Admits(Person person, Room room, Workshop w) => w.Tenancy.Holds(room.Key) && (IsOf(person, room) || IsGuest(person, room));

    /// <summary>The workshop as a turn in private finds it: what the person's tenant has no part in is not there, whatever lies in their seat.</summary>
    public static Workshop Past(Turn turn, Workshop w) => Admits(turn, alone: true, w) ? w : new(w.Playbook);

    /// <summary>Whether a person is of the tenant of a room.</summary>
    public static bool IsOf(Person person, Room room) => Tenant.Of(person.Key) == Tenant.Of(room.Key);

    // The chat itself says that they are in the room.
    static bool IsGuest(Person person, Room room) => person.Guest && Tenant.Platform(person.Key) == Tenant.Platform(room.Key);
}
