using System.Text.Json.Nodes;

namespace WorkshopBot.Channels.Tests.Cards;

/// <summary>A template and data for it, made from a number: every form the binder knows, in ways nobody meant. The same number makes the same.</summary>
sealed class Made
{
    /// <summary>Words that mean something to somebody: functions, keywords and properties of the language the reference is written in.</summary>
    static readonly string[] Names = ["title", "x", "_y1", "count", "if", "data", "index", "root", "length", "value", "type", "add", "json", "wrap", "when", "Text", "not", "first", "constructor", "and"];

    static readonly string[] Texts =
    [
        "", " ", "plain", "${x}", "${$root.x}", "\\${x}", "$${x}", "${", "}", "{{DATE(2026-11-22T00:00:00Z)}}", "\"quoted\"", "'single'", "back\\slash", "line\nline\r\n", "tab\t", "`tick`", "\u0001",
        "<script>alert(1)</script>", "&amp;", "é", "Größe", "比較", "שלום", "👩‍👩‍👧", "\u202e", "\u2028", "true", "null", "0", "{\"type\":\"Table\"}", "2026-11-22T00:00:00Z", "**bold** [a](b)", "a,b;c", "%41", "$1 $& $$",
    ];

    static readonly string[] Standing = ["", "a", " of ", "\"", "'", "<b>", "{", "}", "$", "$$", " é 👩 ", "\n", "\t", ": ", "(x)", "[0]", "@", "#", "%", "\\${x}", "/", ","];

    readonly Random _random;

    public Made(int number)
    {
        _random = new(number);
        var shape = Record(0);
        Data = Value(shape).ToJsonString();
        Template = Element(shape, shape, listed: false, inList: false, root: true, 0).ToJsonString();
    }

    public string Template { get; }

    public string Data { get; }

    public override string ToString() => $"{Template}\n{Data}";

    enum Kind { Text, Whole, Part, Flag, Record, Texts, Records }

    sealed record Shape(Kind Kind, SortedDictionary<string, Shape> In);

    Shape Record(int depth)
    {
        var names = new SortedDictionary<string, Shape>(StringComparer.OrdinalIgnoreCase);
        for (var left = _random.Next(1, 6); left > 0; left--)
        {
            var kind = (Kind)_random.Next(depth < 3 ? 7 : 4);
            names[Pick(Names)] = new(kind, kind is Kind.Record or Kind.Records ? Record(depth + 1).In : []);
        }
        return new(Kind.Record, names);
    }

    JsonNode Value(Shape shape) => shape.Kind switch
    {
        Kind.Text => Pick(Texts),
        Kind.Whole => _random.Next(3) == 0 ? _random.NextInt64(-(1L << 53) + 1, 1L << 53) : _random.Next(-3, 12),
        Kind.Part => _random.Next(-3000, 3000) / 16m,
        Kind.Flag => _random.Next(3) > 0,
        Kind.Texts => List(() => Pick(Texts)),
        Kind.Records => List(() => Value(shape with { Kind = Kind.Record })),
        _ => new JsonObject(shape.In.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Value(pair.Value)))),
    };

    JsonArray List(Func<JsonNode> item) => new([.. Enumerable.Range(0, _random.Next(4)).Select(_ => item())]);

    JsonObject Element(Shape item, Shape all, bool listed, bool inList, bool root, int depth)
    {
        var made = new JsonObject();
        var paths = Paths(item, "").ToList();
        if (!root && _random.Next(3) == 0 && paths.Where(path => path.Shape.Kind is Kind.Record || (inList && path.Shape.Kind is Kind.Records)).ToList() is { Count: > 0 } parts)
        {
            var (path, shape) = Pick(parts);
            made["$data"] = $"${{{path}}}";
            listed |= shape.Kind == Kind.Records;
            item = shape with { Kind = Kind.Record };
            paths = [.. Paths(item, "")];
        }
        if (inList && _random.Next(3) == 0)
            made["$when"] = $"${{{Pick(paths).Path}}}";
        paths.AddRange(Paths(all, "$root."));
        for (var left = _random.Next(1, 4); left > 0; left--)
            made[$"p{left}"] = Part(item, all, paths, listed, depth);
        return made;
    }

    JsonNode Part(Shape item, Shape all, List<(string Path, Shape Shape)> paths, bool listed, int depth) => _random.Next(depth < 3 ? 8 : 4) switch
    {
        0 => $"${{{Pick(paths).Path}}}",
        1 => listed ? "${$index}" : Pick(Texts.Where(text => !text.Contains("${", StringComparison.Ordinal)).ToList()),
        2 or 3 => Mixed([.. paths.Where(path => path.Shape.Kind is Kind.Text or Kind.Whole or Kind.Flag).Select(path => path.Path)]),
        4 => _random.Next(2) == 0 ? 1.5m : true,
        5 => Element(item, all, listed, inList: false, root: false, depth + 1),
        _ => new JsonArray([.. Enumerable.Range(0, _random.Next(1, 3)).Select(i => i == 0 && item.In.FirstOrDefault(pair => pair.Value.Kind == Kind.Texts) is { Key: { } texts }
            ? new JsonObject { ["$data"] = $"${{{texts}}}", ["t"] = "${$data}", ["i"] = "<${$index}${$data}>" }
            : (JsonNode)Element(item, all, listed, inList: true, root: false, depth + 1))]),
    };

    string Mixed(List<string> paths) =>
        paths.Count == 0 ? "plain" : string.Concat(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => $"{Pick(Standing)}${{{Pick(paths)}}}{Pick(Standing)}|"));

    static IEnumerable<(string Path, Shape Shape)> Paths(Shape record, string before) =>
        record.In.SelectMany(pair => pair.Value.Kind == Kind.Record ? Paths(pair.Value, $"{before}{pair.Key}.").Prepend((before + pair.Key, pair.Value)) : [(before + pair.Key, pair.Value)]);

    T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
