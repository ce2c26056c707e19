namespace WorkshopBot.Channels.Teams;

/// <summary>How rooms and people of Microsoft Teams are called outside it.</summary>
static class TeamsKeys
{
    public const string Platform = "teams";

    const string Thread = ";messageid=";

    /// <summary>Of a channel (not of one of its threads), a group chat or a personal chat.</summary>
    public static string Room(string tenant, string conversation) => $"{Platform}:{tenant}:{Conversation(conversation)}";

    /// <summary>Of somebody in a tenant; every bot sees the same.</summary>
    public static string Person(string tenant, string user) => $"{Platform}:{tenant}:{user}";

    /// <summary>A conversation without the thread that may be named behind it.</summary>
    public static string Conversation(string id) => id.IndexOf(Thread, StringComparison.Ordinal) is >= 0 and var at ? id[..at] : id;

    /// <summary>The first message of the thread a conversation id names; null where it names none. Anything but a number above 0 is none.</summary>
    public static string? ThreadOf(string id) =>
        id.IndexOf(Thread, StringComparison.Ordinal) is >= 0 and var at && id[(at + Thread.Length)..] is { Length: > 0 and <= 20 } root && root.All(char.IsAsciiDigit) && root.AsSpan().ContainsAnyExcept('0') ? root : null;

    /// <summary>The id of a conversation with the thread in it.</summary>
    public static string InThread(string conversation, string root) => $"{conversation}{Thread}{root}";

    /// <summary>The last part of a key: the conversation or the user.</summary>
    public static string Last(string key) => key.Split(':', 3) is [_, _, var last] ? last : "";

    /// <summary>The tenant of a key.</summary>
    public static string Tenant(string key) => key.Split(':', 3) is [_, var tenant, _] ? tenant : "";
}
