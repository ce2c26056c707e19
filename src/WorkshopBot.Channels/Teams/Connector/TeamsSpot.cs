namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>A conversation to write in, with what has to be known for it.</summary>
/// <param name="Key">The key of its room, or of the person whose own chat it is.</param>
/// <param name="Tenant">The tenant it is in.</param>
/// <param name="To">Where it is.</param>
public sealed record TeamsSpot(Address Key, string Tenant, ConversationRef To)
{
    /// <summary>A thread of it.</summary>
    public TeamsSpot Thread(string? root) => root is null ? this : this with { To = To.Thread(root) };
}
