using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Cards;

/// <summary>Shown when what was pressed or sent came to nothing just now: the same can be sent again with one press, and nothing is written twice.</summary>
static class RetryCard
{
    public static ReadOnlyMemory<byte> Of(string said, ImmutableSortedDictionary<string, string> data, string language)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", "AdaptiveCard");
            json.WriteString("version", "1.5");
            json.WriteStartArray("body");
            json.WriteStartObject();
            json.WriteString("type", "TextBlock");
            json.WriteString("text", said);
            json.WriteBoolean("wrap", true);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("actions");
            json.WriteStartObject();
            json.WriteString("type", "Action.Submit");
            json.WriteString("title", Speech.Say("send-again", language));
            json.WriteStartObject("data");
            foreach (var (name, value) in data)
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }
}
