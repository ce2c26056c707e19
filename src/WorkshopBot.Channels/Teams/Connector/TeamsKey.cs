namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>The keys of rooms and people in Teams: the platform, the tenant, and the conversation or the person.</summary>
public sealed record TeamsKey(string Tenant, string Id)
{
    public const string Platform = "teams";

    /// <summary>Null for a key of another chat.</summary>
    public static TeamsKey? Read(string key) => key.Split(':', 3) is [Platform, { Length: > 0 } tenant, { Length: > 0 } id] ? new(tenant, id) : null;

    public override string ToString() => $"{Platform}:{Tenant}:{Id}";

    /// <summary>A conversation in which messages stand in threads.</summary>
    public bool IsChannel => Id.EndsWith("@thread.tacv2", StringComparison.Ordinal) || Id.EndsWith("@thread.skype", StringComparison.Ordinal);

    /// <summary>Somebody's own chat with the bot.</summary>
    public bool IsPersonal => Id.StartsWith("a:", StringComparison.Ordinal);
}
