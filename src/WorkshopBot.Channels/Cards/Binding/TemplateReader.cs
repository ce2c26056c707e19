using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WorkshopBot.Channels.Cards.Binding;

/// <summary>Compiles the JSON of a template. What it does not know it names as a fault, so that nothing is shown that was meant to be filled.</summary>
sealed class TemplateReader(string card, ICollection<CardFault> faults)
{
    const string Data = "$data", When = "$when";

    /// <summary>Cards travel as JSON bodies and chats limit their size, so letters stay letters.</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public Node Read(JsonElement json) => Element(json, "", false, false);

    Node Value(JsonElement json, string where, bool inList, bool scoped)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                return Element(json, where, inList, scoped);
            case JsonValueKind.Array when inList:
                return Wrong(where, "A list within a list is not known.");
            case JsonValueKind.Array:
                var items = json.EnumerateArray().Select((item, i) => Value(item, $"{where}[{i}]", true, scoped)).ToArray();
                return items.All(item => item is FixedNode) ? Fixed(json) : new ListNode(items);
            case JsonValueKind.String:
                return Text(json, where, inList, scoped);
            case JsonValueKind.Null:
                return Wrong(where, "null is not known; leave it out.");
            default:
                return Fixed(json);
        }
    }

    Node Element(JsonElement json, string where, bool inList, bool scoped)
    {
        var (data, when) = (Path(json, Data, where), Path(json, When, where));
        if (when is not null && !inList)
            faults.Add(new(card, where, "$when stands only in a list, where something can be left out."));
        scoped |= data is not null;
        var properties = new List<(JsonEncodedText, Node)>();
        foreach (var property in json.EnumerateObject().Where(property => property.Name is not (Data or When)))
        {
            var at = where.Length == 0 ? property.Name : $"{where}.{property.Name}";
            if (property.Name.Contains("${", StringComparison.Ordinal) || property.Name.StartsWith('$'))
                faults.Add(new(card, at, $"The name {property.Name} is not known; names are not filled."));
            properties.Add((JsonEncodedText.Encode(property.Name, Writing.Encoder), Value(property.Value, at, false, scoped)));
        }
        return data is null && when is null && properties.All(property => property.Item2 is FixedNode) ? Fixed(json) : new ElementNode(properties, data, when, inList);
    }

    CardPath? Path(JsonElement json, string name, string where)
    {
        if (!json.TryGetProperty(name, out var value))
            return null;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (where.Length > 0 && text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}') && CardPath.Parse(card, $"{where}.{name}", text[2..^1]) is { IsIndex: false } path)
            return path;
        faults.Add(new(card, where.Length == 0 ? name : $"{where}.{name}", $"{name} is one ${{path}}, on an element within the card."));
        return null;
    }

    Node Text(JsonElement json, string where, bool inList, bool scoped)
    {
        if (TextParts.Read(json.GetString()!, out var parts) is { } fault)
            return Wrong(where, fault);
        var read = new List<MixedNode.Part>();
        foreach (var (text, isPath) in parts)
        {
            var path = isPath ? CardPath.Parse(card, where, text) : null;
            if (isPath && (path is null || (!scoped && path.Written is "$index" or "$data")))
                return Wrong(where, $"${{{text}}} is not a path: names parted by dots, $root. before them, or within $data, $index and $data.");
            read.Add(new(isPath ? null : text, path));
        }
        return read switch
        {
            [{ Path: { } path }] => new WholeNode(path, inList),
            _ when read.Exists(part => part.Path is not null) => new MixedNode(read),
            _ => Fixed(string.Concat(read.Select(part => part.Text))),
        };
    }

    FixedNode Wrong(string where, string says)
    {
        faults.Add(new(card, where, says));
        return new FixedNode([]);
    }

    static FixedNode Fixed(string text) => new(Written(to => to.WriteStringValue(text)));

    static FixedNode Fixed(JsonElement json) => new(Written(json.WriteTo));

    static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(bytes, Writing);
        write(writer);
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
