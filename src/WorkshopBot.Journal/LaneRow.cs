using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Journal;

/// <summary>How far the messages of one room of a workshop are kept true, and who is at it. Written by its holder only; every write of message rows goes through it.</summary>
public sealed record LaneRow(string Room)
{
    /// <summary>The version all messages of the room are true to.</summary>
    public long Kept { get; init; }

    /// <summary>Who may post and write message rows, until <see cref="Until"/>.</summary>
    public string? Holder { get; init; }

    public DateTimeOffset? Until { get; init; }

    public LaneState State { get; init; }

    /// <summary>Why it is paused or lost, as a code.</summary>
    public string? Reason { get; init; }

    /// <summary>The platform's id of the message all others of the room go under.</summary>
    public string? Root { get; init; }

    /// <summary>Edits made in this room so far, for the bill.</summary>
    public long Edits { get; init; }

    /// <summary>People whose own chats are closed to us, in the lane of all private chats.</summary>
    public ImmutableArray<LostPerson> Unreached { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Messages that show an older version may show something else than their hash says: somebody stopped halfway, or was late.</summary>
    public long Doubt { get; init; }

    /// <summary>What a newer version of this program wrote and this one does not know; it is written back as it was.</summary>
    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>Somebody who cannot be written to, and why, as a code.</summary>
public sealed record LostPerson(string Key, string Reason);
