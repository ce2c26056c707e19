using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace WorkshopBot.Npm;

/// <summary>What the npm packages that others read cards with make of ours: one Node process for a class of tests, asked line by line.</summary>
public sealed class Reference : IDisposable
{
    internal static readonly string Folder = Up(AppContext.BaseDirectory);

    readonly Process? _node;

    public Reference()
    {
        if (Missing is not null)
            return;
        var utf8 = new UTF8Encoding(false);
        _node = Process.Start(new ProcessStartInfo("node", [Script])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = utf8, StandardOutputEncoding = utf8,
        });
    }

    /// <summary>Why it cannot be asked; null when it can.</summary>
    public static string? Missing { get; } = Find();

    /// <summary>The card that a template and data make.</summary>
    public JsonNode? Bind(string template, string data) => Ask($$"""{"op":"bind","template":{{OneLine(template)}},"data":{{OneLine(data)}}}""")["bound"];

    /// <summary>What the renderer remarks on a card; nothing when it is sound.</summary>
    public IReadOnlyList<string> Load(string card) => [.. Ask($$"""{"op":"load","card":{{OneLine(card)}}}""")["events"]!.AsArray().Select(said => said!.GetValue<string>())];

    /// <summary>Where values are not of the types they are said to be, in the types that Slack publishes for blocks.</summary>
    public IReadOnlyList<string> Types(IEnumerable<(string Name, string Type, JsonNode Value)> values)
    {
        var asked = new JsonArray([.. values.Select(one => new JsonObject { ["name"] = one.Name, ["type"] = one.Type, ["value"] = one.Value })]);
        return [.. Ask(new JsonObject { ["op"] = "types", ["values"] = asked }.ToJsonString())["faults"]!.AsArray().Select(said => said!.GetValue<string>())];
    }

    public void Dispose()
    {
        if (_node is null)
            return;
        _node.StandardInput.Close();
        if (!_node.WaitForExit(5000))
            _node.Kill();
        _node.Dispose();
    }

    static string Script => Path.Combine(Folder, "reference.mjs");

    JsonNode Ask(string line)
    {
        _node!.StandardInput.WriteLine(line);
        _node.StandardInput.Flush();
        var said = JsonNode.Parse(_node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Node has ended."))!;
        return said["error"] is { } error ? throw new InvalidOperationException($"{error}\n{line}") : said;
    }

    static string OneLine(string json) => JsonNode.Parse(json)!.ToJsonString();

    static string Up(string folder) => File.Exists(Path.Combine(folder, "WorkshopBot.sln")) ? Path.Combine(folder, "tests", "npm") : Up(Path.GetDirectoryName(folder)!);

    static string? Find()
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
            return "needs the npm packages of tests/npm";
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            return node.WaitForExit(60_000) && node.ExitCode == 0 ? null : "needs Node";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "needs Node";
        }
    }
}
