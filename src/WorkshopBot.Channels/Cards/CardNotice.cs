using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopBot.Channels.Cards;

/// <summary>Puts a line above all that a filled card shows. Any card can have one, so no card file has a place for it.</summary>
static class CardNotice
{
    public static ReadOnlyMemory<byte> Above(ReadOnlyMemory<byte> card, string notice)
    {
        var root = JsonNode.Parse(card.Span)!.AsObject();
        root["body"]!.AsArray().Insert(0, new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = notice, ["color"] = "Accent", ["weight"] = "Bolder" }),
        });
        var bytes = new ArrayBufferWriter<byte>(card.Length + 256);
        using (var json = new Utf8JsonWriter(bytes))
            root.WriteTo(json);
        return bytes.WrittenMemory;
    }
}
