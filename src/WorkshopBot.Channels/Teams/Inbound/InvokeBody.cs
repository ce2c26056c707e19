using System.Buffers;
using System.Text.Json;

namespace WorkshopBot.Channels.Teams.Inbound;

/// <summary>The bodies invokes are answered with (teams.md, sections 1 and 5). The HTTP status is 200 for all of them.</summary>
static class InvokeBody
{
    const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Shows a card in place of the one that was pressed, to this person alone.</summary>
    public static ReadOnlyMemory<byte> Card(ReadOnlyMemory<byte> card) => Action(200, CardType, json => json.WriteRawValue(card.Span));

    /// <summary>Says something briefly.</summary>
    public static ReadOnlyMemory<byte> Said(string text) => Action(200, "application/vnd.microsoft.activity.message", json => json.WriteStringValue(text));

    /// <summary>Nothing was done: 400 where the request is wrong, 412 where it may be made again.</summary>
    public static ReadOnlyMemory<byte> Fault(int status, string code, string message) =>
        Action(status, status == 412 ? "application/vnd.microsoft.error.preconditionFailed" : "application/vnd.microsoft.error", json =>
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("message", message);
            json.WriteEndObject();
        });

    /// <summary>Shows a card in a dialog; <paramref name="large"/> where there is much to fill in.</summary>
    public static ReadOnlyMemory<byte> Dialog(string title, ReadOnlyMemory<byte> card, bool large) => Write(json =>
    {
        json.WriteStartObject("task");
        json.WriteString("type", "continue");
        json.WriteStartObject("value");
        json.WriteString("title", title);
        json.WriteString("height", large ? "large" : "medium");
        json.WriteString("width", "medium");
        json.WriteStartObject("card");
        json.WriteString("contentType", CardType);
        json.WritePropertyName("content");
        json.WriteRawValue(card.Span);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>Says something in a dialog, and that is its end.</summary>
    public static ReadOnlyMemory<byte> DialogSaid(string text) => Write(json =>
    {
        json.WriteStartObject("task");
        json.WriteString("type", "message");
        json.WriteString("value", text);
        json.WriteEndObject();
    });

    /// <summary>What a search found: a line each, and the card that goes into the message that is being written.</summary>
    public static ReadOnlyMemory<byte> Found(IEnumerable<(string Title, string Place, ReadOnlyMemory<byte> Card)> found) => Write(json =>
    {
        json.WriteStartObject("composeExtension");
        json.WriteString("type", "result");
        json.WriteString("attachmentLayout", "list");
        json.WriteStartArray("attachments");
        foreach (var (title, place, card) in found)
        {
            json.WriteStartObject();
            json.WriteString("contentType", CardType);
            json.WritePropertyName("content");
            json.WriteRawValue(card.Span);
            json.WriteStartObject("preview");
            json.WriteString("contentType", "application/vnd.microsoft.card.thumbnail");
            json.WriteStartObject("content");
            json.WriteString("title", title);
            json.WriteString("text", place);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Says something where a search would show what it found.</summary>
    public static ReadOnlyMemory<byte> FoundNothing(string text) => Write(json =>
    {
        json.WriteStartObject("composeExtension");
        json.WriteString("type", "message");
        json.WriteString("text", text);
        json.WriteEndObject();
    });

    /// <summary>What can be chosen, for who types in a list that has more than it shows.</summary>
    public static ReadOnlyMemory<byte> Choices(IEnumerable<ChatChoice> found) => Action(200, "application/vnd.microsoft.search.searchResponse", json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var choice in found)
        {
            json.WriteStartObject();
            json.WriteString("title", choice.Title);
            json.WriteString("value", choice.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    static ReadOnlyMemory<byte> Action(int status, string type, Action<Utf8JsonWriter> value) => Write(json =>
    {
        json.WriteNumber("statusCode", status);
        json.WriteString("type", type);
        json.WritePropertyName("value");
        value(json);
    });

    static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> inside)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            inside(json);
            json.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }
}
