namespace WorkshopBot.Channels.Slack.Install;

/// <summary>What the bot asks to be allowed: no more than its calls and its events need (docs/slack.md says what for).</summary>
public static class SlackScopes
{
    public static IReadOnlyList<string> Bot { get; } =
    [
        "app_mentions:read", "channels:history", "channels:read", "chat:write", "commands", "files:write", "groups:history", "groups:read", "im:history", "im:write", "users:read",
    ];
}
