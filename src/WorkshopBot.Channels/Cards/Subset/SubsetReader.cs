using System.Text.Json;

namespace WorkshopBot.Channels.Cards.Subset;

/// <summary>An element of a card, with where it stands.</summary>
public sealed record CardPart(string Where, CardElement Element, JsonElement Json)
{
    /// <summary>A property; undefined when it has none of the name.</summary>
    public JsonElement this[string name] => Json.TryGetProperty(name, out var value) ? value : default;
}

/// <summary>Reads a card, a template or one that has its data, and names what is not in the subset.</summary>
/// <param name="card">Name of the card.</param>
/// <param name="bound">It has its data, so a binding is only a text that looks like one.</param>
public sealed class SubsetReader(string card, bool bound)
{
    readonly List<CardFault> _faults = [];
    readonly List<CardPart> _parts = [];

    public IReadOnlyList<CardFault> Faults => _faults;

    /// <summary>Every element, in the order of the card.</summary>
    public IReadOnlyList<CardPart> Parts => _parts;

    public static SubsetReader Read(string card, JsonElement json, bool bound)
    {
        var reader = new SubsetReader(card, bound);
        reader.Part(json, "", CardSubset.Find("AdaptiveCard")!);
        return reader;
    }

    void Part(JsonElement json, string where, CardElement element)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Wrong(where, $"{element.Type} is an object.");
            return;
        }
        _parts.Add(new(where, element, json));
        if (element.SaysType && (!json.TryGetProperty("type", out var type) || !type.ValueEquals(element.Type)))
            Wrong(where, $"Here stands {element.Type}, and it says so in type.");
        foreach (var property in element.Properties.Where(property => property.Required && !json.TryGetProperty(property.Name, out _)))
            Wrong(where, $"{element.Type} has {property.Name}.");
        foreach (var property in json.EnumerateObject())
            if (element.Properties.FirstOrDefault(known => known.Name == property.Name) is { } known)
                Value(property.Value, where.Length == 0 ? property.Name : $"{where}.{property.Name}", known.Value);
            else if (!(element.SaysType && property.Name == "type") && (bound || property.Name is not ("$data" or "$when")))
                Wrong(where, $"{property.Name} of {element.Type} is not in the card subset.");
    }

    void Value(JsonElement json, string where, CardValue value)
    {
        if (!bound && json.ValueKind == JsonValueKind.String && IsBinding(json.GetString()!))
            return;
        var fits = value switch
        {
            CardValue.Anything => true,
            CardValue.Words or CardValue.Text => json.ValueKind == JsonValueKind.String,
            CardValue.Number => json.ValueKind == JsonValueKind.Number,
            CardValue.Flag => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
            CardValue.OneOf one => json.ValueKind == JsonValueKind.String && one.Values.Contains(json.GetString()!, StringComparer.OrdinalIgnoreCase),
            CardValue.Texts => List(json, where, (item, at) => Value(item, at, new CardValue.Text())),
            CardValue.Elements => List(json, where, (item, at) => Typed(item, at, CardRole.Body)),
            CardValue.Buttons => List(json, where, (item, at) => Typed(item, at, CardRole.Button)),
            CardValue.Parts parts => List(json, where, (item, at) => Part(item, at, CardSubset.Find(parts.Type)!)),
            CardValue.Part part => One(() => Part(json, where, CardSubset.Find(part.Type)!)),
            CardValue.Element => One(() => Typed(json, where, CardRole.Body)),
            _ => false,
        };
        if (!fits)
            Wrong(where, value is CardValue.OneOf known ? $"It is one of: {string.Join(", ", known.Values)}." : $"It is {Named(value)}.");
    }

    void Typed(JsonElement json, string where, CardRole role)
    {
        var type = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString()! : "";
        if (CardSubset.Find(type) is { } element && element.Role == role)
            Part(json, where, element);
        else
            Wrong(where, $"'{type}' is not in the card subset here (docs/cards.md).");
    }

    static bool List(JsonElement json, string where, Action<JsonElement, string> each)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return false;
        var index = 0;
        foreach (var item in json.EnumerateArray())
            each(item, $"{where}[{index++}]");
        return true;
    }

    static bool One(Action read)
    {
        read();
        return true;
    }

    /// <summary>One binding and nothing else, so that the value keeps its type.</summary>
    static bool IsBinding(string text) => text.StartsWith("${", StringComparison.Ordinal) && text.IndexOf('}', StringComparison.Ordinal) == text.Length - 1;

    static string Named(CardValue value) => value switch
    {
        CardValue.Words or CardValue.Text => "a text", CardValue.Number => "a number", CardValue.Flag => "true or false", _ => "a list",
    };

    void Wrong(string where, string says) => _faults.Add(new(card, where, says));
}
