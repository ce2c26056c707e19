using System.Text.Json.Nodes;
using WorkshopBot.Install;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Lines;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Tests.Install;

/// <summary>The command that writes a package, and what it will not write.</summary>
public sealed class PackageCommandTests
{
    [Theory]
    [InlineData("Teams:AppId", "--Web:PublicUrl=https://bot.example.com")]
    [InlineData("Teams:AppId", "--Teams:AppId=bot", "--Web:PublicUrl=https://bot.example.com")]
    [InlineData("Web:PublicUrl", "--Teams:AppId=" + Packed.App)]
    [InlineData("Web:PublicUrl", "--Teams:AppId=" + Packed.App, "--Web:PublicUrl=http://bot.example.com")]
    [InlineData("Web:PublicUrl", "--Teams:AppId=" + Packed.App, "--Web:PublicUrl=https://127.0.0.1")]
    [InlineData("Web:PublicUrl", "--Teams:AppId=" + Packed.App, "--Web:PublicUrl=https://bot.example.com:8443")]
    [InlineData("Web:PublicUrl", "--Teams:AppId=" + Packed.App, "--Web:PublicUrl=https://bot")]
    [InlineData("Teams:BotName", "--Teams:AppId=" + Packed.App, "--Web:PublicUrl=https://bot.example.com", "--Teams:BotName=A name of more than thirty letters")]
    [InlineData("Teams:Developer:Name", "--Teams:AppId=" + Packed.App, "--Web:PublicUrl=https://a-very-long-name-of-a-machine.example.com")]
    [InlineData("Teams:Developer:Privacy", "--Teams:AppId=" + Packed.App, "--Web:PublicUrl=https://bot.example.com", "--Teams:Developer:Privacy=http://example.com")]
    public void A_setting_that_is_missing_or_wrong_is_named_in_one_line_and_nothing_is_written(string named, params string[] settings)
    {
        using var folder = new TempFolder();
        var (code, said, wrong) = Packed.Run([Path.Combine(folder.Path, "app.zip"), .. settings]);
        Assert.Equal((1, ""), (code, said));
        Assert.Equal(named, wrong.Split(' ')[4]);
        Assert.Single(wrong.Trim().Split('\n'));
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public void What_an_operator_sets_is_in_the_manifest()
    {
        var manifest = Packed.With([.. Packed.Settings, "--Teams:BotName=Maps \"&\" more", "--Teams:Developer:Name=Example Co", "--Teams:Developer:Terms=https://example.com/terms", "--Teams:Targeted=true"]).Manifest;
        Assert.Equal("Maps \"&\" more", (string)manifest["name"]!["short"]!);
        Assert.Equal(("Example Co", "https://bot.example.com/about", "https://bot.example.com/privacy", "https://example.com/terms"),
            ((string)manifest["developer"]!["name"]!, (string)manifest["developer"]!["websiteUrl"]!, (string)manifest["developer"]!["privacyUrl"]!, (string)manifest["developer"]!["termsOfUseUrl"]!));
        Assert.True((bool)manifest["bots"]![0]!["supportsTargetedMessages"]!);
    }

    [Fact]
    public void A_name_nobody_gave_a_value_stops_it()
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "manifest.json"), """{"a":"${known} and ${unknown}","b":["${known}"]}""");
        var values = new Dictionary<string, JsonNode> { ["known"] = "yes" };
        var (zip, fault) = Package.Make(folder.Path, values);
        Assert.Null(zip);
        Assert.Contains("manifest.json names ${unknown}", fault, StringComparison.Ordinal);
        values["unknown"] = true;
        Assert.NotNull(Package.Make(folder.Path, values).Zip);
    }

    [Fact]
    public void The_same_settings_make_the_same_bytes()
    {
        using var folder = new TempFolder();
        var files = new[] { "a.zip", "b.zip" }.Select(name => Path.Combine(folder.Path, name)).ToList();
        Assert.All(files, file => Assert.Equal(0, Packed.Run([file, .. Packed.Settings]).Code));
        Assert.Equal(File.ReadAllBytes(files[0]), File.ReadAllBytes(files[1]));
    }

    [Theory]
    [InlineData("one.zip", "two.zip")]
    [InlineData("--quiet")]
    public void Called_wrongly_it_says_how_it_is_called(params string[] words)
    {
        var (code, _, wrong) = Packed.Run(words);
        Assert.Equal(2, code);
        Assert.Contains("package", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Every_command_it_offers_is_one_the_bot_understands(string language)
    {
        var package = Packed.With(Packed.Settings);
        var titles = language == "en" ? TeamsPackageTests.Commands(package.Manifest["bots"]![0]!).Select(command => (string)command["title"]!).ToList()
            : [.. package.Json($"{language}.json").Where(field => field.Key.StartsWith("bots[", StringComparison.Ordinal) && field.Key.EndsWith(".title", StringComparison.Ordinal)).Select(field => (string)field.Value!)];
        var workshop = new Workshop(Playbook.Standard) { Phase = Phase.Running, Title = "Bikes", StepId = Playbook.Standard.Steps[0].Id };
        var reading = workshop.Reading(new("web:local:ann", "Ann", DateTimeOffset.UnixEpoch, Zone.Utc, "t", "e", Language: language));
        Assert.Equal(16, titles.Count);
        // Those that need more after them say so; nothing is taken for anything else.
        foreach (var title in titles)
            Assert.True(LineReader.Read(new(title, workshop, reading)) is Line.Do or Line.Ask || Code(title) is "command-form" or "start-title", $"{title}: {LineReader.Read(new(title, workshop, reading))}");
        Assert.Equal("not-understood", Code("beginne bitte"));

        string? Code(string text) => LineReader.Read(new(text, workshop, reading)) is Line.No no ? no.Reason.Code : null;
    }
}
