using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Channels.Teams.Protocol;

/// <summary>
/// One thing that happened in Microsoft Teams, as its service delivers it (teams.md, section 1). Typed where we use it; all else is kept as it came, and ignored. Nothing in it is
/// proof of anything but that the service says so.
/// </summary>
public sealed record Activity
{
    public string Type { get; init; } = "";

    public string? Id { get; init; }

    /// <summary>When it happened, as text: only a part of the name of an edit.</summary>
    public string? Timestamp { get; init; }

    public string? LocalTimezone { get; init; }

    public string? Locale { get; init; }

    public string ChannelId { get; init; } = "";

    public string ServiceUrl { get; init; } = "";

    public Account? From { get; init; }

    /// <summary>The bot.</summary>
    public Account? Recipient { get; init; }

    public Conversation? Conversation { get; init; }

    public JsonElement[]? Entities { get; init; }

    public ChannelData? ChannelData { get; init; }

    /// <summary>The message a button was on, or a reaction is at.</summary>
    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    /// <summary>What a card or an invoke carries.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Which invoke it is.</summary>
    public string? Name { get; init; }

    /// <summary>What an installation update did.</summary>
    public string? Action { get; init; }

    public Account[]? MembersAdded { get; init; }

    public Account[]? MembersRemoved { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>Somebody, or the bot itself.</summary>
/// <param name="Id">"29:…" for a person, told to this bot alone; "28:…" for a bot.</param>
/// <param name="Name">Missing on some kinds of activity.</param>
/// <param name="AadObjectId">Who it is in their tenant; the same for every bot.</param>
public sealed record Account(string? Id, string? Name, string? AadObjectId);

/// <summary>Where it happened.</summary>
/// <param name="Id">In a channel with ";messageid=" and the first message of the thread behind it.</param>
/// <param name="ConversationType">personal, groupChat or channel.</param>
/// <param name="TenantId">The tenant it belongs to.</param>
/// <param name="Name">What people call it; only some group chats have a name.</param>
public sealed record Conversation(string? Id, string? ConversationType, string? TenantId, string? Name);

/// <summary>What Teams adds to an activity.</summary>
public sealed record ChannelData(Named? Tenant, Named? Team, Named? Channel, string? EventType)
{
    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>A tenant, a team or a channel.</summary>
public sealed record Named(string? Id, string? Name, string? Type, string? AadGroupId);

/// <summary>The JSON of what comes in.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Activity))]
sealed partial class ActivityJson : JsonSerializerContext;
