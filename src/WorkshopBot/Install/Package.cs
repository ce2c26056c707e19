using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WorkshopBot.Install;

/// <summary>An installable package: the JSON files of a folder with their <c>${names}</c> filled in, and the icons, in one zip.</summary>
static partial class Package
{
    /// <summary>As people read JSON.</summary>
    public static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The same values make the same bytes.
    static readonly DateTimeOffset Always = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the zip; null with what is wrong instead. Throws as reading files does.</summary>
    public static (byte[]? Zip, string? Fault) Make(string folder, IReadOnlyDictionary<string, JsonNode> values)
    {
        var files = new List<(string Name, byte[] Bytes)> { ("color.png", Icons.Color()), ("outline.png", Icons.Outline()) };
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var text = Fill(JsonNode.Parse(File.ReadAllBytes(path)), values)!.ToJsonString(Readable);
            if (Name().Match(text) is { Success: true, Value: var left })
                return (null, $"{Path.GetFileName(path)} names {left}, which nobody has given a value.");
            files.Add((Path.GetFileName(path), System.Text.Encoding.UTF8.GetBytes(text)));
        }
        return (Zip(files), null);
    }

    // What is nothing but a name becomes the value as it is, so that true stays true.
    static JsonNode? Fill(JsonNode? node, IReadOnlyDictionary<string, JsonNode> values) => node switch
    {
        JsonObject all => new JsonObject(all.Select(field => KeyValuePair.Create(field.Key, Fill(field.Value, values)))),
        JsonArray all => new JsonArray([.. all.Select(item => Fill(item, values))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Name().Match(text) is { Success: true } whole && whole.Value == text && values.TryGetValue(whole.Groups[1].Value, out var given)
            ? given.DeepClone() : Name().Replace(text, name => values.TryGetValue(name.Groups[1].Value, out var part) ? part.ToString() : name.Value),
        _ => node?.DeepClone(),
    };

    static byte[] Zip(List<(string Name, byte[] Bytes)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
                entry.LastWriteTime = Always;
                using var to = entry.Open();
                to.Write(content);
            }
        return bytes.ToArray();
    }

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Name();
}
