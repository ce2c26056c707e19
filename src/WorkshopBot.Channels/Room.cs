namespace WorkshopBot.Channels;

/// <summary>A place where people type: a channel, a group chat, or one person's own chat with the bot.</summary>
/// <param name="Key">Platform, tenant and room, parted by colons.</param>
/// <param name="Name">What people call it.</param>
public sealed record Room(string Key, string Name)
{
    /// <summary>People of other tenants are in it too, as far as the chat says.</summary>
    public bool External { get; init; }
}
