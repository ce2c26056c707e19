using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Turns;

/// <summary>A line that waits until its person has said which workshop it is for: a dialog of one question, kept in the seat.</summary>
sealed record HeldLine(string Turn, string Text)
{
    public ReadOnlyMemory<byte> Write() => JsonSerializer.SerializeToUtf8Bytes(this, HeldLineJson.Default.HeldLine);

    /// <summary>Null when the seat holds none, or a dialog of another kind.</summary>
    public static HeldLine? Read(ReadOnlyMemory<byte>? dialog)
    {
        if (dialog is not { } bytes)
            return null;
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, HeldLineJson.Default.HeldLine) is { Turn: not null, Text: not null } line ? line : null;
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
