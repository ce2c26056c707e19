using System.Collections.Immutable;

namespace WorkshopBot.Workshops.Tenants;

/// <summary>
/// Whose a workshop is, which rooms take part and which have asked (design: "Tenants and people"). Rooms of other tenants are admitted one by one; a tenant has part in the workshop
/// while a room of it has.
/// </summary>
public sealed record Tenancy
{
    /// <summary>Before the start.</summary>
    public static readonly Tenancy None = new();

    /// <summary>Platform and tenant of the room it was started in, for life; empty before the start.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The room it was started in; null where that was before rooms were written down.</summary>
    public RoomRef? Home { get; init; }

    /// <summary>Rooms that were admitted and are in it, by their keys.</summary>
    public ImmutableSortedDictionary<string, RoomRef> Admitted { get; init; } = ImmutableSortedDictionary.Create<string, RoomRef>(StringComparer.Ordinal);

    /// <summary>Keys of rooms that were in it and are not any more.</summary>
    public ImmutableSortedSet<string> Left { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Keys of rooms in which people of other organisations have been seen: that others are gone no chat says for certain.</summary>
    public ImmutableSortedSet<string> Shared { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Rooms that asked, in order.</summary>
    public ImmutableArray<RoomAsk> Asks { get; init; } = [];

    /// <summary>Those nobody has decided on.</summary>
    public IEnumerable<RoomAsk> Pending => Asks.Where(ask => ask.Outcome == AskOutcome.Pending);

    /// <summary>Whether people of more than one tenant take part, so that one human may be two people.</summary>
    public bool IsShared => Admitted.Keys.Any(room => Tenant.Of(room) != Owner);

    /// <summary>Rooms that take part and in which people of other organisations read what is posted.</summary>
    public IEnumerable<RoomRef> Outside => Admitted.Values.Where(room => Shared.Contains(room.Key)).Concat(Home is { } home && Shared.Contains(home.Key) ? [home] : []);

    /// <summary>Whether a room takes part. Where the first room was not written down it is one of the owner's: which, the index says.</summary>
    public bool Holds(string room) => Admitted.ContainsKey(room) || (Home is { } home ? home.Key == room : Owns(room) && !Left.Contains(room));

    /// <summary>Whether a person or room is of the tenant the workshop belongs to.</summary>
    public bool Owns(string key) => Tenant.Of(key) == Owner;

    /// <summary>Whether a person's own tenant has part in the workshop, so that it can be spoken to in private.</summary>
    public bool Reaches(string person) => Owns(person) || (Admitted.Count > 0 && Tenant.Of(person) is var tenant && Admitted.Keys.Any(room => Tenant.Of(room) == tenant));

    internal Tenancy Ask(WorkshopEvent.RoomAsked e) => this with { Asks = Asks.Add(new(Asks.Length + 1, e.Room, e.Person, e.Name, e.Code, e.External)) };

    internal Tenancy Admit(RoomRef room) => Decide(room.Key, AskOutcome.Admitted) with
    {
        Admitted = Admitted.SetItem(room.Key, room), Left = Left.Remove(room.Key), Shared = Pending.Any(ask => ask.Room.Key == room.Key && ask.External) ? Shared.Add(room.Key) : Shared,
    };

    internal Tenancy Decide(string room, AskOutcome outcome) => this with { Asks = [.. Asks.Select(ask => ask.Room.Key == room && ask.Outcome == AskOutcome.Pending ? ask with { Outcome = outcome } : ask)] };

    internal Tenancy Leave(string room, bool taken) => this with
    {
        Admitted = Admitted.Remove(room), Left = Left.Add(room),
        Asks = !taken ? Asks : [.. Asks.Select(ask => ask.Room.Key == room && ask.Number == Asks.Last(last => last.Room.Key == room).Number ? ask with { Outcome = AskOutcome.Taken } : ask)],
    };
}
