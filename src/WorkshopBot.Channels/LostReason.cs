namespace WorkshopBot.Channels;

/// <summary>Codes for why a conversation cannot be written to.</summary>
public static class LostReason
{
    /// <summary>The person has blocked the bot.</summary>
    public const string Blocked = "blocked";

    /// <summary>An administrator has switched the bot off.</summary>
    public const string Disabled = "disabled";

    /// <summary>The bot is not, or no longer, installed there.</summary>
    public const string NotInRoster = "not-in-roster";

    public const string NoPermission = "no-permission";

    /// <summary>Nobody can write there, as in an archived team.</summary>
    public const string WritesBlocked = "writes-blocked";

    /// <summary>The conversation has been deleted.</summary>
    public const string Gone = "gone";

    /// <summary>The bot has never seen the person or the room.</summary>
    public const string Unknown = "unknown";

    /// <summary>The call was refused for a reason that has no code of its own.</summary>
    public const string Refused = "refused";
}
