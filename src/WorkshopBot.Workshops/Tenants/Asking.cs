namespace WorkshopBot.Workshops.Tenants;

/// <summary>A room in which somebody typed a code that is good: who asks there is who types.</summary>
/// <param name="Room">The room.</param>
/// <param name="Code">Names the code.</param>
/// <param name="External">People of other tenants are in the room too.</param>
public sealed record Asking(RoomRef Room, string Code, bool External);
