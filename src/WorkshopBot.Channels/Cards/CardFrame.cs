using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopBot.Channels.Cards;

/// <summary>Puts around a filled card what comes with its message and not with its data: a line above all, other cards below it, links at the end. Any card can have them, so no card file has a place for them.</summary>
static class CardFrame
{
    public static ReadOnlyMemory<byte> Around(ReadOnlyMemory<byte> card, Message message, Func<Message, ReadOnlyMemory<byte>> bind)
    {
        if (message.Notice.Length == 0 && message.Below.IsEmpty && message.Links.IsEmpty)
            return card;
        var root = JsonNode.Parse(card.Span)!.AsObject();
        var body = root["body"]!.AsArray();
        if (message.Notice.Length > 0)
            body.Insert(0, Line(message.Notice));
        foreach (var below in message.Below)
        {
            Row(root, body);
            var other = JsonNode.Parse(bind(below).Span)!.AsObject();
            body.Add(new JsonObject { ["type"] = "Container", ["separator"] = true, ["spacing"] = "Large", ["items"] = other["body"]!.DeepClone() });
            Row(other, body);
        }
        if (message.Links.Length > 0)
        {
            var actions = root["actions"] as JsonArray ?? [];
            root["actions"] ??= actions;
            foreach (var link in message.Links)
                actions.Add(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = link.Title, ["url"] = link.Url });
        }
        var bytes = new ArrayBufferWriter<byte>(card.Length + 256);
        using (var json = new Utf8JsonWriter(bytes))
            root.WriteTo(json);
        return bytes.WrittenMemory;
    }

    static JsonObject Line(string text) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text, ["color"] = "Accent", ["weight"] = "Bolder" }),
    };

    // Buttons stay with what they belong to.
    static void Row(JsonObject card, JsonArray body)
    {
        if (card["actions"] is not JsonArray { Count: > 0 } actions)
            return;
        card.Remove("actions");
        body.Add(new JsonObject { ["type"] = "ActionSet", ["actions"] = actions });
    }
}
