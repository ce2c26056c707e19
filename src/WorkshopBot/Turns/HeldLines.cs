using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Lines.Scan;

namespace WorkshopBot.Turns;

/// <summary>What waits in a seat for the choice of a workshop, oldest first: together no more than one message may hold, so that neither the seat's row nor the choice grows without end.</summary>
static class HeldLines
{
    /// <summary>Whether a message can wait behind what waits already.</summary>
    public static bool HaveRoom(ImmutableArray<HeldLine> waiting, HeldLine next) =>
        next.Words.Length <= Limits.MessageBytes
        && waiting.Append(next).Sum(line => Encoding.UTF8.GetByteCount(line.Words)) <= Limits.MessageBytes
        && waiting.Append(next).Sum(line => Lines(line.Words)) <= Limits.MessageLines;

    /// <summary>Empty when the seat holds none, or something of another kind.</summary>
    public static ImmutableArray<HeldLine> Read(ReadOnlyMemory<byte>? stored)
    {
        if (stored is not { } bytes)
            return [];
        try
        {
            return [.. (JsonSerializer.Deserialize(bytes.Span, HeldLinesJson.Default.HeldLineArray) ?? []).Where(line => line is { Turn: not null, Text: not null })];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Null for none.</summary>
    public static ReadOnlyMemory<byte>? Write(ImmutableArray<HeldLine> waiting) =>
        waiting.IsEmpty ? default(ReadOnlyMemory<byte>?) : JsonSerializer.SerializeToUtf8Bytes([.. waiting], HeldLinesJson.Default.HeldLineArray);

    // One that holds nothing takes a place all the same.
    static int Lines(string text) => Math.Max(1, Tidy.Lines(text).Count);
}

/// <summary>The JSON of lines that wait.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HeldLine[]))]
sealed partial class HeldLinesJson : JsonSerializerContext;
