using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Journal;

/// <summary>What one person is in the middle of in one room. Passing: it is written over, and is in no journal, snapshot or export.</summary>
public sealed record Seat
{
    /// <summary>How many turns it remembers.</summary>
    public const int MostTurns = 8;

    /// <summary>The workshop the person's lines go to.</summary>
    public string? Workshop { get; init; }

    /// <summary>All workshops the person has met in this room.</summary>
    public ImmutableArray<string> Known { get; init; } = [];

    /// <summary>Marks of the lines the person was warned of, with blanks between; a mark is a hash, never the text.</summary>
    public string? Held { get; init; }

    /// <summary>The turn that brought those lines; the same turn again does not confirm them.</summary>
    public string? HeldTurn { get; init; }

    /// <summary>The open question-by-question dialog, as its owner wrote it.</summary>
    public ReadOnlyMemory<byte>? Dialog { get; init; }

    /// <summary>Lines that wait until their person has said which workshop they are for, as their owner wrote them.</summary>
    public ReadOnlyMemory<byte>? Waiting { get; init; }

    /// <summary>Forms the person has begun and not sent, as their owner wrote them.</summary>
    public ReadOnlyMemory<byte>? Drafts { get; init; }

    /// <summary>The room the open dialog will open a workshop in: it was asked for there, and goes on elsewhere. Null for every other dialog.</summary>
    public string? Place { get; init; }

    /// <summary>What that room is called.</summary>
    public string? PlaceName { get; init; }

    /// <summary>The last turns that were heard here by what is over, a dialog or a line that waited, so that one delivered again is not heard anew.</summary>
    public ImmutableArray<SeatTurn> Turns { get; init; } = [];

    public DateTimeOffset LastUsed { get; init; }

    /// <summary>The seat with more turns it has heard; the oldest are forgotten.</summary>
    public Seat Remember(IEnumerable<SeatTurn> heard) => this with { Turns = [.. Turns.Concat(heard).TakeLast(MostTurns)] };

    /// <summary>What a newer version of this program wrote and this one does not know; it is written back as it was.</summary>
    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? Others { get; set; }
}
