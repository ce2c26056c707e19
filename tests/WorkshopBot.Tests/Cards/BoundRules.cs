using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Cards.Subset;

namespace WorkshopBot.Tests.Cards;

/// <summary>What a card has to keep once it has its data, since a template cannot show it.</summary>
static class BoundRules
{
    /// <summary>The least that Teams has ever said it takes; what it takes today is more (docs/cards.md).</summary>
    public const int MostBytes = 28 * 1024;

    const int MostLetters = 20, MostInRow = 5;

    public static ImmutableArray<CardRule> All { get; } =
    [
        new("button", $"A button has 1 to {MostLetters} letters.", part => part.Element.Role == CardRole.Button && part.Where != "refresh.action" && new StringInfo(Text(part, "title")).LengthInTextElements is 0 or > MostLetters),
        new("row", $"A row has 1 to {MostInRow} buttons.", part => part.Element.Properties.Any(property => property.Value is CardValue.Buttons) && Lists(part, "actions") is 0 or > MostInRow),
        new("verb again", "What a button carries says its verb again, for surfaces that send only that.", part => part.Element.Type == "Action.Execute" && !(part["data"] is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("verb", out var verb) && verb.ValueEquals(Text(part, "verb")))),
        new("carries texts", "What a button carries is an object of texts.", part => part.Element.Type is "Action.Execute" or "Action.Submit" && !(part["data"] is { ValueKind: JsonValueKind.Object } data && data.EnumerateObject().All(value => value.Value.ValueKind == JsonValueKind.String))),
        new("empty list", "A list of facts, choices, columns or runs is not empty.", part => part.Element.Properties.Any(property => property.Value is CardValue.Parts && Lists(part, property.Name) == 0)),
        new("said", "What people read is not empty, but for what is filled in.", part => part.Element.Properties.Any(property => property is { Value: CardValue.Words, Name: not ("value" or "placeholder" or "errorMessage") } && part[property.Name].ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(Text(part, property.Name)))),
        new("choice", "What a choice sends has no comma and is not empty.", part => part.Element.Type == "choice" && (Text(part, "value").Length == 0 || Text(part, "value").Contains(',', StringComparison.Ordinal))),
        new("link", "A link is https, or http on this machine.", part => part.Element.Type is "Action.OpenUrl" or "Image" && !IsLink(Text(part, "url"))),
        new("filled", "Nothing is left to be filled.", part => part.Element.Properties.Any(property => property.Value is CardValue.Text && Text(part, property.Name).Contains("${", StringComparison.Ordinal))),
    ];

    public static IEnumerable<CardFault> Check(string card, ReadOnlyMemory<byte> bound)
    {
        using var json = JsonDocument.Parse(bound);
        var read = SubsetReader.Read(card, json.RootElement, bound: true);
        var ids = read.Parts.Where(part => part.Element.IsInput).GroupBy(part => Text(part, "id")).Where(same => same.Count() > 1).Select(same => new CardFault(card, same.Last().Where, $"Two inputs are called '{same.Key}'."));
        return [.. read.Faults, .. All.SelectMany(rule => rule.Check(card, read.Parts)), .. ids, .. bound.Length > MostBytes ? [new CardFault(card, "", $"It has {bound.Length} bytes.")] : Array.Empty<CardFault>()];
    }

    /// <summary>All that a card says, one text after the other: what its plain-text twin has to say too.</summary>
    public static IReadOnlyList<string> Words(string card, ReadOnlyMemory<byte> bound)
    {
        using var json = JsonDocument.Parse(bound);
        return
        [
            .. SubsetReader.Read(card, json.RootElement, bound: true).Parts.Where(part => part.Element.Type != "Chart.Line" && !part.Where.StartsWith("refresh", StringComparison.Ordinal))
                .SelectMany(part => part.Element.Properties.Where(property => property.Value is CardValue.Words && property.Name != "errorMessage").Select(property => Text(part, property.Name)).Concat(Typed(part)))
                .SelectMany(text => text.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ];
    }

    static IEnumerable<string> Typed(CardPart part) =>
        part.Element.Type == "Action.OpenUrl" ? [Text(part, "url")]
        : part.Element.Role == CardRole.Button && part["data"] is { ValueKind: JsonValueKind.Object } data && (data.TryGetProperty("typed", out var line) || data.TryGetProperty("line", out line)) ? [line.GetString()!] : [];

    static string Text(CardPart part, string name) => part[name] is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    static int Lists(CardPart part, string name) => part[name] is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : -1;

    static bool IsLink(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
