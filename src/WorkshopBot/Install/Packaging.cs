using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkshopBot.Cli;

namespace WorkshopBot.Install;

/// <summary>The command <c>package</c>: writes the file that is uploaded to install the bot in a chat.</summary>
public static class Packaging
{
    /// <summary>Returns the exit code: 0, 1 when a setting or the file is at fault, 2 when called wrongly.</summary>
    /// <param name="platform">Whose package; the folder of its manifest is called the same.</param>
    /// <param name="words">Where the file goes, and settings as <c>--name=value</c>.</param>
    /// <param name="values">What the platform makes of the settings, each found by its name: the values its manifest names, or why there are none.</param>
    /// <param name="output">What was done.</param>
    /// <param name="errors">What went wrong.</param>
    public static int Run(string platform, string[] words, Func<Func<string, string?>, (IReadOnlyDictionary<string, JsonNode>? Values, string? Refusal)> values, TextWriter output, TextWriter errors) =>
        Write(words, $"workshopbot-{platform}.zip", setting => values(setting) is var (given, refusal) && given is not null ? Package.Make(Path.Combine(Manifests, platform), given) : (null, refusal), output, errors);

    /// <summary>As <see cref="Run"/>, for a chat that takes a manifest as it is: one JSON file.</summary>
    /// <param name="name">Where the manifest lies among the others, without its ending.</param>
    /// <param name="words">Where the file goes, and settings as <c>--name=value</c>.</param>
    /// <param name="own">Makes it the operator's own by the settings, or says why it cannot be.</param>
    /// <param name="output">What was done.</param>
    /// <param name="errors">What went wrong.</param>
    public static int Copy(string name, string[] words, Func<JsonObject, Func<string, string?>, (JsonObject? Manifest, string? Refusal)> own, TextWriter output, TextWriter errors) =>
        Write(words, $"workshopbot-{name.Replace('/', '-')}.json", setting =>
        {
            var (manifest, refusal) = own(JsonNode.Parse(File.ReadAllBytes(Path.Combine(Manifests, name + ".json")))!.AsObject(), setting);
            return (manifest is null ? null : Encoding.UTF8.GetBytes(manifest.ToJsonString(Package.Readable) + "\n"), refusal);
        }, output, errors);

    static string Manifests => Path.Combine(AppContext.BaseDirectory, "manifests");

    static int Write(string[] words, string usual, Func<Func<string, string?>, (byte[]? Bytes, string? Fault)> make, TextWriter output, TextWriter errors)
    {
        var settings = words.Where(word => word.StartsWith("--", StringComparison.Ordinal) && word.Contains('=', StringComparison.Ordinal)).ToArray();
        if (words.Except(settings).ToList() is not { Count: <= 1 } files || files.Any(file => file.StartsWith('-')))
            return Usage.Refuse(errors);
        try
        {
            var configuration = Server.Builder(settings).Configuration;
            var (bytes, fault) = make(name => configuration[name]);
            if (bytes is null)
            {
                errors.WriteLine($"No package was written: {fault}");
                return 1;
            }
            var path = Path.GetFullPath(files.Count == 1 ? files[0] : usual);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
            output.WriteLine(path);
            return 0;
        }
        catch (Exception e) when (e is SettingException or JsonException || FileWriting.IsAboutFiles(e))
        {
            errors.WriteLine($"No package was written: {e.Message}");
            return 1;
        }
    }
}
