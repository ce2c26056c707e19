using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Channels.Teams.Answers;

/// <summary>The one reply a person has in a room, so that the next takes its place (settled: "Who hears what").</summary>
/// <param name="Id">Id of the message.</param>
/// <param name="Thread">The thread it is in; null where there are none.</param>
/// <param name="At">Where the workshop was when it was said.</param>
/// <param name="IsRefusal">It says that something was not done, and is over when that is put right.</param>
sealed record ReplyNote(string Id, string? Thread, string At, bool IsRefusal)
{
    /// <summary>Null for none, and for one of another version.</summary>
    public static ReplyNote? Read(ReadOnlyMemory<byte>? note)
    {
        try
        {
            return note is { } bytes ? JsonSerializer.Deserialize(bytes.Span, ReplyNoteJson.Default.ReplyNote) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public ReadOnlyMemory<byte> Write() => JsonSerializer.SerializeToUtf8Bytes(this, ReplyNoteJson.Default.ReplyNote);
}

/// <summary>The JSON of these notes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReplyNote))]
sealed partial class ReplyNoteJson : JsonSerializerContext;
