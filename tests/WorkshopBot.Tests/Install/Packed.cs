using System.IO.Compression;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Teams;
using WorkshopBot.Install;

namespace WorkshopBot.Tests.Install;

/// <summary>A package as it is uploaded, made by the command from settings, and unpacked.</summary>
sealed class Packed
{
    public const string App = "5b5a0c0e-1111-4222-8333-444455556666";

    public const string Url = "https://bot.example.com";

    readonly Dictionary<string, byte[]> _files = [];

    Packed(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using var from = entry.Open();
            from.CopyTo(content);
            _files.Add(entry.FullName, content.ToArray());
        }
    }

    public IEnumerable<string> Names => _files.Keys;

    public byte[] this[string name] => _files[name];

    public JsonObject Manifest => Json("manifest.json");

    public JsonObject Json(string name) => JsonNode.Parse(_files[name])!.AsObject();

    public static Packed With(params string[] settings)
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "app.zip");
        var (code, said, wrong) = Run([file, .. settings]);
        Assert.True(code == 0, wrong);
        Assert.Equal(file, said.Trim());
        return new(File.ReadAllBytes(file));
    }

    /// <summary>The settings that an installation cannot be without.</summary>
    public static string[] Settings => [$"--Teams:AppId={App}", $"--Web:PublicUrl={Url}"];

    public static (int Code, string Said, string Wrong) Run(params string[] words)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = Packaging.Run("teams", words, setting => AppPackage.Of(setting, "1.2.3"), output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
