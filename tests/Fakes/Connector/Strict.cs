using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WorkshopBot.Fakes.Connector;

/// <summary>What the Connector, or Teams behind it, would not take or would spoil in silence. Says what is wrong; null for nothing.</summary>
static partial class Strict
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    public static string? Fault(JsonObject activity, FakePlace place)
    {
        if (Text(activity, "type") is not { Length: > 0 } type)
            return "An activity has a type.";
        if (type == "typing")
            return null;
        if (type != "message")
            return $"A bot does not send '{type}'.";
        var attachments = activity["attachments"] as JsonArray ?? [];
        if (Text(activity, "text") is { Length: > 0 } && attachments.Count > 0)
            return "A text and a card are two messages.";
        if (Text(activity, "text") is not { Length: > 0 } && attachments.Count == 0)
            return "There is nothing in it.";
        if (Text(activity, "textFormat") is { } format && format is not ("plain" or "markdown" or "xml" or "extendedmarkdown"))
            return $"There is no text format '{format}'.";
        return Mentions(activity) ?? Suggestions(activity, place) ?? attachments.Select(Attachment).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>Bytes a message is counted with: UTF-16, without the images that are in it as base64.</summary>
    public static int Size(string body) => Inline().Replace(body, "").Length * 2;

    static string? Attachment(JsonNode? attachment) =>
        attachment is not JsonObject some ? "An attachment is an object."
        : Text(some, "contentType") != CardType ? null
        : some["content"] is not JsonObject card ? "A card has content."
        : CardFault.Of(card);

    static string? Mentions(JsonObject activity) =>
        (activity["entities"] as JsonArray ?? []).OfType<JsonObject>().Where(entity => Text(entity, "type") == "mention")
        .Any(entity => Text(entity, "text") is not { Length: > 0 } text || entity["mentioned"]?["id"] is null || Text(activity, "text")?.Contains(text, StringComparison.Ordinal) != true)
            ? "A mention stands in the text as its entity says."
            : null;

    static string? Suggestions(JsonObject activity, FakePlace place) => activity["suggestedActions"]?["actions"] is not JsonArray actions ? null
        : place.Kind != FakePlaceKind.Personal ? "Suggested actions are for personal chats."
        : actions.Count > 6 ? "At most six actions are suggested."
        : null;

    internal static string? Text(JsonObject of, string name) => of[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    [GeneratedRegex("data:image/[a-z+]+;base64,[A-Za-z0-9+/=]*")]
    private static partial Regex Inline();
}
