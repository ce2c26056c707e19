namespace WorkshopBot.Channels;

/// <summary>Somebody in a chat, as the chat names them.</summary>
/// <param name="Key">Platform, tenant and user, parted by colons; never matched to anybody in another chat.</param>
/// <param name="Name">Display name.</param>
/// <param name="Zone">Id of the zone their dates are read in.</param>
/// <param name="Language">Tag of the language they are spoken to in until they choose one; empty where the chat says none, and then it is their room's.</param>
public sealed record Person(string Key, string Name, string Zone, string Language)
{
    /// <summary>A guest of the room's tenant: they contribute, but take no export with them (settled: "Tenants").</summary>
    public bool Guest { get; init; }
}
