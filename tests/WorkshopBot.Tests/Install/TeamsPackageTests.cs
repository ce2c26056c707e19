using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WorkshopBot.Tests.Install;

/// <summary>The package for Microsoft Teams, held against what its manifest may be.</summary>
public sealed partial class TeamsPackageTests
{
    static readonly Packed Package = Packed.With(Packed.Settings);

    static readonly JsonObject Manifest = Package.Manifest;

    static readonly JsonObject German = Package.Json("de.json");

    [Fact]
    public void The_zip_holds_manifest_icons_and_language_files_at_its_root_and_nothing_else() =>
        Assert.Equal(["color.png", "de.json", "manifest.json", "outline.png"], Package.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void The_icons_it_names_are_in_it_in_the_sizes_they_must_have()
    {
        var (color, outline) = (Pixels.Read(Package[(string)Manifest["icons"]!["color"]!]), Pixels.Read(Package[(string)Manifest["icons"]!["outline"]!]));
        Assert.Equal((192, 192, 32, 32), (color.Width, color.Height, outline.Width, outline.Height));
    }

    [Fact]
    public void What_every_manifest_must_say_is_said()
    {
        foreach (var field in (string[])["manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor"])
            Assert.NotNull(Manifest[field]);
        Assert.Equal("1.29", (string)Manifest["manifestVersion"]!);
        Assert.Contains("/v1.29/", (string)Manifest["$schema"]!, StringComparison.Ordinal);
        Assert.Equal("1.2.3", (string)Manifest["version"]!);
        Assert.Matches("^#[0-9A-Fa-f]{6}$", (string)Manifest["accentColor"]!);
        foreach (var field in (string[])["name", "websiteUrl", "privacyUrl", "termsOfUseUrl"])
            Assert.NotEmpty((string)Manifest["developer"]![field]!);
        Assert.Null(Manifest["packageName"]);
    }

    [Theory]
    [InlineData("name.short", 30)]
    [InlineData("name.full", 100)]
    [InlineData("description.short", 80)]
    [InlineData("description.full", 4000)]
    public void Names_and_descriptions_keep_their_lengths_in_both_languages(string field, int most)
    {
        var parts = field.Split('.');
        Assert.InRange(((string)Manifest[parts[0]]![parts[1]]!).Length, 1, most);
        Assert.InRange(((string)German[field]!).Length, 1, most);
    }

    [Fact]
    public void Everything_there_is_a_number_of_keeps_to_it()
    {
        Assert.InRange(((string)Manifest["developer"]!["name"]!).Length, 1, 32);
        var bot = Assert.Single(Manifest["bots"]!.AsArray())!;
        Assert.Equal(["personal", "team", "groupChat"], bot["scopes"]!.AsArray().Select(scope => (string)scope!));
        Assert.Equal((false, false, false), ((bool)bot["supportsFiles"]!, (bool)bot["isNotificationOnly"]!, (bool)bot["supportsTargetedMessages"]!));
        Assert.InRange(bot["commandLists"]!.AsArray().Count, 1, 3);
        Assert.All(bot["commandLists"]!.AsArray(), list => Assert.InRange(list!["commands"]!.AsArray().Count, 1, 10));
        Assert.All(Commands(bot), command => Assert.True(((string)command["title"]!).Length is > 0 and <= 128 && ((string)command["description"]!).Length is > 0 and <= 4000));
        Assert.InRange(Manifest["staticTabs"]!.AsArray().Count, 1, 16);
        Assert.All(Manifest["staticTabs"]!.AsArray(), tab => Assert.InRange(((string)tab!["entityId"]!).Length, 1, 64));
        Assert.InRange(Manifest["validDomains"]!.AsArray().Count, 1, 100);
        var extension = Assert.Single(Manifest["composeExtensions"]!.AsArray())!;
        Assert.Equal([("find", "query"), ("put", "action")], extension["commands"]!.AsArray().Select(command => ((string)command!["id"]!, (string)command["type"]!)));
        Assert.All(extension["commands"]!.AsArray(), command => Assert.True(((string)command!["title"]!).Length <= 32 && ((string)command["description"]!).Length <= 128));
        var put = extension["commands"]![1]!;
        Assert.Equal(("message", true), ((string)put["context"]![0]!, (bool)put["fetchTask"]!));
    }

    [Fact]
    public void It_asks_for_no_more_than_it_needs()
    {
        Assert.Null(Manifest["authorization"]);
        Assert.Equal(["identity", "messageTeamMembers"], Manifest["permissions"]!.AsArray().Select(permission => (string)permission!));
    }

    [Fact]
    public void All_ids_are_the_one_of_the_registration()
    {
        Assert.Equal(Packed.App, (string)Manifest["id"]!);
        Assert.Equal(Packed.App, (string)Manifest["bots"]![0]!["botId"]!);
        Assert.Equal(Packed.App, (string)Manifest["composeExtensions"]![0]!["botId"]!);
        Assert.Equal((Packed.App, $"api://bot.example.com/{Packed.App}"), ((string)Manifest["webApplicationInfo"]!["id"]!, (string)Manifest["webApplicationInfo"]!["resource"]!));
    }

    [Fact]
    public void Every_address_is_https_and_every_page_of_ours_is_of_a_valid_domain()
    {
        var addresses = Texts(Manifest).Where(text => text.Contains("://", StringComparison.Ordinal)).ToList();
        Assert.All(addresses, address => Assert.True(address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("api://", StringComparison.Ordinal), address));
        Assert.Equal(["bot.example.com"], Manifest["validDomains"]!.AsArray().Select(domain => (string)domain!));
        var home = Manifest["staticTabs"]!.AsArray().Single(tab => (string)tab!["entityId"]! == "home")!;
        Assert.Equal((Packed.Url + "/tab", Packed.Url + "/tab", "personal"), ((string)home["contentUrl"]!, (string)home["websiteUrl"]!, (string)home["scopes"]!.AsArray().Single()!));
    }

    [Fact]
    public void The_languages_are_tags_and_their_files_are_there()
    {
        var info = Manifest["localizationInfo"]!;
        Assert.Matches(Tag(), (string)info["defaultLanguageTag"]!);
        var other = Assert.Single(info["additionalLanguages"]!.AsArray())!;
        Assert.Matches(Tag(), (string)other["languageTag"]!);
        Assert.Contains((string)other["file"]!, Package.Names);
    }

    [Fact]
    public void Every_text_people_see_is_there_in_German_and_nothing_is_translated_that_is_not_there()
    {
        var shown = Paths(Manifest, "").Where(path => Seen().IsMatch(path)).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(shown, German.Select(field => field.Key).Where(key => key != "$schema").Order(StringComparer.Ordinal));
        Assert.All(German.Where(field => field.Key.EndsWith("title", StringComparison.Ordinal) && field.Key.StartsWith("composeExtensions", StringComparison.Ordinal)), field => Assert.InRange(((string)field.Value!).Length, 1, 32));
        Assert.All(German.Where(field => field.Key.EndsWith("description", StringComparison.Ordinal) && field.Key.StartsWith("composeExtensions", StringComparison.Ordinal)), field => Assert.InRange(((string)field.Value!).Length, 1, 128));
    }

    internal static IEnumerable<JsonNode> Commands(JsonNode bot) => bot["commandLists"]!.AsArray().SelectMany(list => list!["commands"]!.AsArray()).Select(command => command!);

    static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(field => Texts(field.Value)),
        JsonArray all => all.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    static IEnumerable<string> Paths(JsonNode? node, string path) => node switch
    {
        JsonObject all => all.SelectMany(field => Paths(field.Value, path.Length == 0 ? field.Key : $"{path}.{field.Key}")),
        JsonArray all => all.SelectMany((item, at) => Paths(item, $"{path}[{at}]")),
        _ => [path],
    };

    [GeneratedRegex(@"^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,2}$")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(name|description)\.(short|full)$|^bots\[0\].*\.(title|description)$|^staticTabs\[\d+\]\.name$|^composeExtensions\[0\].*\.(title|description)$")]
    private static partial Regex Seen();
}
