using System.Buffers;
using System.Text.Json;
using WorkshopBot.Channels.Cards;

namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>
/// Activities as the bot sends them. A card goes alone, never with a text: Teams would make two messages of it and tell the id of neither.
/// Texts are plain, so nothing in them is markup, and no activity has entities, so nothing in them is a mention.
/// </summary>
public static class OutboundActivity
{
    /// <summary>Bytes of UTF-8 an activity may have: under each of the limits that are told of Teams.</summary>
    public const int MostBytes = 40_000;

    const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The bot is at it.</summary>
    public static ReadOnlyMemory<byte> Typing { get; } = """{"type":"typing"}"""u8.ToArray();

    /// <param name="card">An Adaptive Card, UTF-8.</param>
    /// <param name="only">Id of the one person who may see it; null for everybody. Sent to them alone only by a targeted call.</param>
    public static ReadOnlyMemory<byte> Card(ReadOnlyMemory<byte> card, string? only = null) => Written(card.Length + 256, only, json =>
    {
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", CardType);
        json.WritePropertyName("content");
        json.WriteRawValue(card.Span, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    /// <inheritdoc cref="Card"/>
    /// <param name="text">What is said, with nothing in it having a meaning of its own.</param>
    /// <param name="only"></param>
    public static ReadOnlyMemory<byte> Text(string text, string? only = null) => Written(text.Length + 256, only, json =>
    {
        json.WriteString("text", text);
        json.WriteString("textFormat", "plain");
    });

    /// <summary>What says the same, the best first, as far as it is not too big: the card, all of it as text, a brief text.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Fitting(BoundCard card, string brief, string? only = null)
    {
        foreach (var form in (Func<ReadOnlyMemory<byte>>[])[() => Card(card.Json, only), () => Text(card.Text, only), () => Text(brief, only)])
            if (form() is { Length: <= MostBytes } activity)
                yield return activity;
    }

    static ReadOnlyMemory<byte> Written(int about, string? only, Action<Utf8JsonWriter> content)
    {
        var bytes = new ArrayBufferWriter<byte>(about);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("type", "message");
        content(json);
        if (only is not null)
        {
            json.WriteStartObject("recipient");
            json.WriteString("id", only);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }
}
