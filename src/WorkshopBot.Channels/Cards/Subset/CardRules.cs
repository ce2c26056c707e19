using System.Collections.Immutable;
using System.Text.Json;

namespace WorkshopBot.Channels.Cards.Subset;

/// <summary>What every template has to keep beside the subset: that it can be read aloud, read on a phone, and read in any language.</summary>
public static class CardRules
{
    public static ImmutableArray<CardRule> All { get; } =
    [
        new("label", "An input has a label.", part => part.Element.IsInput && !Has(part, "label")),
        new("errorMessage", "An input that may be required has an errorMessage.", part => Has(part, "isRequired") && part["isRequired"].ValueKind != JsonValueKind.False && !Has(part, "errorMessage")),
        new("altText", "An image says in altText what it shows.", part => part.Element.Type == "Image" && !Has(part, "altText")),
        new("wrap", "A text that is too long for its line goes on in the next: wrap is true.", part => part.Element.Properties.Any(property => property.Name == "wrap") && part["wrap"].ValueKind != JsonValueKind.True),
        new("words", "What people read comes from the view, in their language: no letter or digit beside the bindings.", HasWords),
        new("fallback", "An Action.Execute has an Action.Submit as fallback, with the same title, data and associatedInputs.", part => part.Element.Type == "Action.Execute" && !Refreshes(part) && !FallsBack(part)),
        new("not empty", "A list of facts, choices or buttons is not empty.", part => part.Element.Properties.Any(property => property.Value is CardValue.Parts or CardValue.Buttons && part[property.Name] is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0)),
    ];

    static readonly string[] Same = ["title", "data", "associatedInputs"];

    /// <summary>All that is wrong with a template: what is not in the subset, and the rules it breaks.</summary>
    public static IEnumerable<CardFault> Check(string card, ReadOnlyMemory<byte> template)
    {
        using var json = JsonDocument.Parse(template);
        var read = SubsetReader.Read(card, json.RootElement, bound: false);
        return [.. read.Faults, .. All.SelectMany(rule => rule.Check(card, read.Parts))];
    }

    static bool Has(CardPart part, string name) => part[name].ValueKind != JsonValueKind.Undefined;

    static bool HasWords(CardPart part) =>
        part.Element.Properties.Any(property => property.Value is CardValue.Words && part[property.Name] is { ValueKind: JsonValueKind.String } text && Standing(text.GetString()!).Any(char.IsLetterOrDigit));

    /// <summary>What stands in a text beside its bindings.</summary>
    static string Standing(string text)
    {
        for (var start = text.IndexOf("${", StringComparison.Ordinal); start >= 0; start = text.IndexOf("${", StringComparison.Ordinal))
            text = text.IndexOf('}', start) is > 0 and var end ? text.Remove(start, end - start + 1) : text.Remove(start, 2);
        return text;
    }

    // What a client asks for by itself is not pressed, so nothing falls back.
    static bool Refreshes(CardPart part) => part.Where == "refresh.action";

    static bool FallsBack(CardPart part) =>
        part["fallback"] is { ValueKind: JsonValueKind.Object } fallback
        && Same.All(name => fallback.TryGetProperty(name, out var other) ? part[name] is { ValueKind: not JsonValueKind.Undefined } own && JsonElement.DeepEquals(own, other) : !Has(part, name));
}
