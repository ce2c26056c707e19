namespace WorkshopBot.Channels;

/// <summary>Whom a message goes to: everybody in a room, or one person alone.</summary>
public abstract record Address
{
    private Address(string key) => Key = key;

    /// <summary>Platform, tenant and room or user, parted by colons.</summary>
    public string Key { get; }

    /// <summary>A room, by its key.</summary>
    public sealed record Room(string Key) : Address(Key);

    /// <summary>A person's own chat with the bot, by the person's key.</summary>
    public sealed record Person(string Key) : Address(Key);
}
