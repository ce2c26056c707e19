using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Journal;

/// <summary>What one person is in the middle of in one room. Passing: it is written over, and is in no journal, snapshot or export.</summary>
public sealed record Seat
{
    /// <summary>The workshop the person's lines go to.</summary>
    public string? Workshop { get; init; }

    /// <summary>All workshops the person has met in this room.</summary>
    public ImmutableArray<string> Known { get; init; } = [];

    /// <summary>A hash of the line that waits for the person to choose a workshop.</summary>
    public string? Held { get; init; }

    /// <summary>The turn that brought the held line.</summary>
    public string? HeldTurn { get; init; }

    /// <summary>The open question-by-question dialog, as its owner wrote it.</summary>
    public ReadOnlyMemory<byte>? Dialog { get; init; }

    public DateTimeOffset LastUsed { get; init; }

    /// <summary>What a newer version of this program wrote and this one does not know; it is written back as it was.</summary>
    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? Others { get; set; }
}
