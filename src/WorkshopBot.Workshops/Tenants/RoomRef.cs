using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tenants;

/// <summary>A room by its key, and what it was called when it was named; empty where its chat says none.</summary>
public sealed record RoomRef(string Key, string Name)
{
    /// <summary>What is said of it.</summary>
    public Arg Said => Name.Length > 0 ? (Arg)Name : Phrase.Of("room-unnamed");
}
