using System.Text.Json;

namespace WorkshopBot.Channels.Cards.Twin;

/// <summary>The plain-text twin of a card that has its data: everything the card says, in its order, with what to type instead of each button. Made from the card alone, so it cannot say anything else.</summary>
public static class TextTwin
{
    /// <summary>Characters up to which a twin is complete.</summary>
    public const int Most = 3900;

    /// <summary>The whole twin, of any length.</summary>
    public static string Of(ReadOnlyMemory<byte> card, string language)
    {
        using var json = JsonDocument.Parse(card);
        var text = new TwinText();
        Body(json.RootElement, "body", text, language);
        TwinButtons.Write(json.RootElement, text, language);
        return text.ToString();
    }

    static void Body(JsonElement of, string name, TwinText text, string language)
    {
        foreach (var element in Each(of, name))
        {
            if (element.TryGetProperty("separator", out var apart) && apart.ValueKind == JsonValueKind.True)
                text.Gap();
            Element(element, text, language);
        }
    }

    static void Element(JsonElement element, TwinText text, string language)
    {
        switch (Text(element, "type"))
        {
            case "TextBlock":
                if (string.Equals(Text(element, "style"), "heading", StringComparison.OrdinalIgnoreCase))
                    text.Gap();
                text.Line(Text(element, "text"));
                break;
            case "RichTextBlock":
                text.Line(string.Concat(Each(element, "inlines").Select(run => Text(run, "text"))));
                break;
            case "FactSet":
                foreach (var fact in Each(element, "facts"))
                    text.Line(Pair(Text(fact, "title"), Text(fact, "value")));
                break;
            case "Container":
                text.Gap();
                Body(element, "items", text, language);
                text.Gap();
                break;
            case "ColumnSet":
                Columns(element, text, language);
                break;
            case "Image":
                text.Line(Text(element, "altText"));
                break;
            case "ActionSet":
                TwinButtons.Write(element, text, language);
                break;
            case "Chart.Line":
                Element(element.GetProperty("fallback"), text, language);
                break;
            case var input when input.StartsWith("Input.", StringComparison.Ordinal):
                TwinInputs.Write(element, text);
                break;
            case var other:
                throw new InvalidOperationException($"'{other}' is not in the card subset (docs/cards.md).");
        }
    }

    // What stands side by side in one line each is one line; anything longer is read one after the other.
    static void Columns(JsonElement set, TwinText text, string language)
    {
        var columns = Each(set, "columns").Select(column =>
        {
            var one = new TwinText();
            Body(column, "items", one, language);
            return one;
        }).Where(column => column.Lines > 0).ToList();
        if (columns.TrueForAll(column => column.Lines == 1))
            text.Line(string.Join(" · ", columns));
        else
            columns.ForEach(text.Append);
    }

    internal static string Pair(string name, string value) =>
        (name, value) switch { ("", _) => value, (_, "") => name, _ when name.EndsWith(':') => $"{name} {value}", _ => $"{name}: {value}" };

    internal static IEnumerable<JsonElement> Each(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>A text, a number or a yes or no as text; empty where there is none.</summary>
    internal static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null) ? value.ToString() : "";
}
