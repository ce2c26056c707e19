namespace WorkshopBot.Journal;

/// <summary>The workshop a room speaks of; the ETag lets the next workshop take the room over.</summary>
public sealed record IndexedRoom(string Workshop, string ETag);
