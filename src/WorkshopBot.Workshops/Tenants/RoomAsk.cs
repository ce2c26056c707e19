using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tenants;

/// <summary>What became of a room that asked to take part; <see cref="Taken"/>: it had got a workshop of its own meanwhile.</summary>
public enum AskOutcome { Pending, Admitted, Refused, Taken }

/// <summary>A room that asked to take part, by a code somebody typed there.</summary>
/// <param name="Number">Counted up in the workshop, from 1.</param>
/// <param name="Room">The room.</param>
/// <param name="Person">Key of who asked.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Code">Names the code, which itself is in no journal; one code asks once.</param>
/// <param name="External">People of other tenants are in the room too.</param>
public sealed record RoomAsk(int Number, RoomRef Room, string Person, string Name, string Code, bool External)
{
    public AskOutcome Outcome { get; init; }

    /// <summary>All the facilitator decides on: room, chat, tenant, who asks, and whether others are in the room.</summary>
    public Phrase Said => Phrase.Of(External ? "ask.line.shared" : "ask.line", Room.Said, Tenant.Chat(Room.Key), Tenant.Id(Room.Key), Name);
}
