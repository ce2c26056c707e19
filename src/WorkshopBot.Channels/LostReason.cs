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

    /// <summary>The app has been removed, or its token is taken no more.</summary>
    public const string Uninstalled = "uninstalled";

    /// <summary>The bot is not in the channel; somebody there can invite it.</summary>
    public const string NotInvited = "not-invited";

    /// <summary>The bot does not see it: it is private, deleted, or elsewhere.</summary>
    public const string NotFound = "not-found";

    /// <summary>The channel is archived; it can be brought back.</summary>
    public const string ChannelArchived = "channel-archived";

    /// <summary>The app was installed without a permission it needs.</summary>
    public const string MissingScope = "missing-scope";

    /// <summary>People cannot be written to by the app there.</summary>
    public const string MessagesOff = "messages-off";

    /// <summary>The person's account has been switched off.</summary>
    public const string Deactivated = "deactivated";
}
