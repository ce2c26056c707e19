using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopBot.Channels;
using WorkshopBot.Journal;

namespace WorkshopBot.Turns;

/// <summary>Lines that wait until their person has said which workshop they are for: a dialog of one question, kept in the seat.</summary>
/// <param name="Turn">The turn they are heard under.</param>
/// <param name="Text">All of them.</param>
sealed record HeldLine(string Turn, string Text)
{
    /// <summary>Names of the turns that added to them.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    public ReadOnlyMemory<byte> Write() => JsonSerializer.SerializeToUtf8Bytes(this, HeldLineJson.Default.HeldLine);

    /// <summary>What waited already goes on waiting, before it; what comes again waits once.</summary>
    public static HeldLine After(HeldLine? before, Turn turn)
    {
        var name = TurnName.Of(turn.Id).ToString();
        return before is null ? new(turn.Id, turn.Text)
            : before.Turn == turn.Id || before.Also.Contains(name) ? before
            : before with { Text = $"{before.Text}\n{turn.Text}", Also = [.. before.Also.TakeLast(Seat.MostTurns - 2), name] };
    }

    /// <summary>Null when the seat holds none, or a dialog of another kind.</summary>
    public static HeldLine? Read(ReadOnlyMemory<byte>? dialog)
    {
        if (dialog is not { } bytes)
            return null;
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, HeldLineJson.Default.HeldLine) is { Turn: not null, Text: not null } line ? line.Also.IsDefault ? line with { Also = [] } : line : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The JSON of a held line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HeldLine))]
sealed partial class HeldLineJson : JsonSerializerContext;
