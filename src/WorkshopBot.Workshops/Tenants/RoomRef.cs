namespace WorkshopBot.Workshops.Tenants;

/// <summary>A room by its key, and what it was called when it was named.</summary>
public sealed record RoomRef(string Key, string Name);
