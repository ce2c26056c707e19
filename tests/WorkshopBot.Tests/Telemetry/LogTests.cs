using System.Text.Json;
using WorkshopBot.Tests.Http;

namespace WorkshopBot.Tests.Telemetry;

/// <summary>What the real process writes into its log, at its most talkative.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task As_JSON_each_line_is_one_and_none_holds_what_was_said_or_who_said_it()
    {
        using var folder = new TempFolder();
        using var bot = new BotProcess(folder.Path, "--Urls=http://127.0.0.1:0", $"--Journal:Path={folder.File()}", "--Logging:Console:FormatterName=json", "--Logging:LogLevel:Default=Trace");
        using var door = new Door(await bot.Address());
        await door.Takes("ophelia", "start Leaving the nunnery", room: "elsinore");
        await door.Say("ophelia", "gobbledygook", room: "elsinore");
        await bot.Terminate();
        Assert.Equal(0, await bot.Exit());
        var lines = bot.Output.Where(line => line.StartsWith('{')).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            using var json = JsonDocument.Parse(line);
            Assert.NotEmpty(json.RootElement.GetProperty("Category").GetString()!);
        });
        Assert.All((string[])["ophelia", "elsinore", "nunnery", "gobbledygook"], word => Assert.DoesNotContain(bot.Output.Concat(bot.Errors), line => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
