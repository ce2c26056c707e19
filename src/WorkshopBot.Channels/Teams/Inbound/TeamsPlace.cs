using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Channels.Teams.Protocol;

namespace WorkshopBot.Channels.Teams.Inbound;

/// <summary>Who did something and where, as far as an activity says it. A thing without these parts is no activity of Teams.</summary>
/// <param name="Tenant">The tenant the conversation belongs to.</param>
/// <param name="Conversation">Id of the conversation, without a thread.</param>
/// <param name="Kind">What kind of conversation it is.</param>
/// <param name="Thread">The first message of the thread, in a channel.</param>
/// <param name="From">The id the person has for this bot.</param>
/// <param name="User">Who it is in their tenant; empty for a bot.</param>
sealed record TeamsPlace(string Tenant, string Conversation, TeamsPlaceKind Kind, string? Thread, string From, string User)
{
    /// <summary>Far more than any of Microsoft's has.</summary>
    public const int MostOfId = 500;

    public string RoomKey => new TeamsKey(Tenant, Conversation).ToString();

    public string PersonKey => new TeamsKey(Tenant, User).ToString();

    /// <summary>A meeting's own chat.</summary>
    public bool IsMeeting => Conversation.StartsWith("19:meeting_", StringComparison.Ordinal);

    public bool IsPersonal => Kind == TeamsPlaceKind.Personal;

    /// <summary>Null where something is missing, or is not what it should be.</summary>
    public static TeamsPlace? Of(Activity activity)
    {
        if (activity is not { From: { Id: { } from } sender, Conversation: { Id: { } id } conversation } || !IsId(from) || !IsId(id))
            return null;
        var tenant = conversation.TenantId ?? activity.ChannelData?.Tenant?.Id;
        return Guid.TryParse(tenant, out _) && KindOf(conversation.ConversationType) is { } kind && (sender.AadObjectId is null || Guid.TryParse(sender.AadObjectId, out _))
            ? new(tenant.ToLowerInvariant(), ConversationRef.Base(id), kind, kind == TeamsPlaceKind.Channel ? Root(id) : null, from, sender.AadObjectId?.ToLowerInvariant() ?? "") : null;
    }

    // They are kept in lists with blanks and lines between them.
    static bool IsId(string id) => id.Length is > 0 and <= MostOfId && !id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));

    // Only a number above 0 is the id of a message.
    static string? Root(string id) => ConversationRef.Root(id) is { Length: > 0 and <= 20 } root && root.All(char.IsAsciiDigit) && root.AsSpan().ContainsAnyExcept('0') ? root : null;

    static TeamsPlaceKind? KindOf(string? type) => type switch
    {
        "personal" => TeamsPlaceKind.Personal,
        "groupChat" => TeamsPlaceKind.GroupChat,
        "channel" => TeamsPlaceKind.Channel,
        _ => null,
    };
}

/// <summary>What kind of conversation it is; a meeting's chat is a group chat.</summary>
enum TeamsPlaceKind
{
    Personal,
    GroupChat,
    Channel,
}
