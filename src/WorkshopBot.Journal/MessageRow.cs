using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Journal;

/// <summary>One kept message, or one page of it, in one room: what is known of it on the platform. Not its text, which is rendered anew from the state.</summary>
public sealed record MessageRow(string Room, string Key, int Page)
{
    public MessagePhase Phase { get; init; }

    /// <summary>The id of the operation that posts it, by which some platforms can find it again.</summary>
    public string? Op { get; init; }

    /// <summary>After this time the operation can no longer reach the platform.</summary>
    public DateTimeOffset? Deadline { get; init; }

    public string? PlatformId { get; init; }

    /// <summary>Of what it was rendered from, so that an unchanged one is left alone.</summary>
    public string? Hash { get; init; }

    /// <summary>The version it shows.</summary>
    public long Shown { get; init; }

    public DateTimeOffset? FirstPosted { get; init; }

    /// <summary>How often it was posted, for the bill.</summary>
    public int Posts { get; init; }

    /// <summary>In which step it came back after somebody had deleted it.</summary>
    public string? Back { get; init; }

    /// <summary>Why it could not be posted or edited, as a code, where it is gone for that; null where somebody deleted it.</summary>
    public string? Reason { get; init; }

    public MessagePolicy Policy { get; init; }

    /// <summary>What a newer version of this program wrote and this one does not know; it is written back as it was.</summary>
    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? Others { get; set; }
}
