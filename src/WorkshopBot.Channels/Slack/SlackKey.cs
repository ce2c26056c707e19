namespace WorkshopBot.Channels.Slack;

/// <summary>The keys of rooms and people in Slack: the platform, the tenant (an enterprise, or a workspace of none), and the conversation or the user.</summary>
public sealed record SlackKey(string Tenant, string Id)
{
    public const string Platform = "slack";

    /// <summary>Null for a key of another chat.</summary>
    public static SlackKey? Read(string key) => key.Split(':', 3) is [Platform, { Length: > 0 } tenant, { Length: > 0 } id] ? new(tenant, id) : null;

    public override string ToString() => $"{Platform}:{Tenant}:{Id}";

    /// <summary>Somebody's own chat with the bot.</summary>
    public bool IsPersonal => Id.StartsWith('D');
}
