using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Connector;

/// <summary>What is wrong with an Adaptive Card; null for nothing.</summary>
static class CardFault
{
    public static string? Of(JsonObject card) =>
        Strict.Text(card, "type") != "AdaptiveCard" ? "A card is an AdaptiveCard."
        : Strict.Text(card, "version") is not { Length: > 0 } ? "A card has a version."
        : card["refresh"]?["userIds"] is JsonArray { Count: > 60 } ? "At most sixty people are refreshed."
        : Within(card);

    static string? Within(JsonNode? node) => node switch
    {
        JsonObject some => Element(some) ?? some.Select(pair => Within(pair.Value)).FirstOrDefault(fault => fault is not null),
        JsonArray list => list.Select(Within).FirstOrDefault(fault => fault is not null),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Contains("${", StringComparison.Ordinal) => "A binding is left in the card.",
        _ => null,
    };

    static string? Element(JsonObject some) => Strict.Text(some, "type") switch
    {
        "Image" when Strict.Text(some, "url")?.StartsWith("https://", StringComparison.Ordinal) != true => "Images are fetched by https.",
        "Input.ChoiceSet" when Choices(some).Any(value => value.Contains(',', StringComparison.Ordinal)) => "The value of a choice has no comma.",
        { } input when input.StartsWith("Input.", StringComparison.Ordinal) && Strict.Text(some, "id") is not { Length: > 0 } => "An input has an id.",
        _ => null,
    };

    static IEnumerable<string> Choices(JsonObject set) => (set["choices"] as JsonArray ?? []).OfType<JsonObject>().Select(choice => Strict.Text(choice, "value") ?? "");
}
