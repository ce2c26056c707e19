using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using WorkshopBot.Tests.Http;

namespace WorkshopBot.Tests.Telemetry;

/// <summary>What a collector is told by the real process: how it goes, and nothing of what people said or who they are.</summary>
public sealed class CollectorTests
{
    [Fact]
    public async Task A_collector_is_told_how_turns_commits_and_messages_go()
    {
        await using var collector = await FakeCollector.Start();
        await Play(collector);
        var metrics = collector.Taken("/v1/metrics");
        string[] named = ["workshopbot.turn.duration", "workshopbot.append.duration", "workshopbot.cache.size", "workshopbot.cache.workshops", "workshopbot.lane.age", "workshopbot.posts", "workshopbot.edits", "http.server.request.duration", "dotnet.gc.collections"];
        Assert.All(named, name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.All((string[])["answered", "refused", "appended", "web"], word => Assert.Contains(word, metrics, StringComparison.Ordinal));
        Assert.All((string[])["turn", "append", "keep"], span => Assert.Contains(span, collector.Taken("/v1/traces"), StringComparison.Ordinal));
        Assert.All(collector.Headers, header => Assert.Equal("letmein", header));
    }

    [Fact]
    public async Task Nobody_is_named_to_it_and_nothing_that_was_said()
    {
        await using var collector = await FakeCollector.Start();
        await Play(collector);
        Assert.NotEmpty(collector.Taken("/v1/traces"));
        Assert.All((string[])["ophelia", "Ophelia", "elsinore", "nunnery", "gobbledygook"], word => Assert.DoesNotContain(word, collector.Everything, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_does_not_answer_keeps_neither_a_turn_nor_the_end_waiting()
    {
        // It takes connections and says nothing.
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        using var folder = new TempFolder();
        using var bot = new BotProcess(folder.Path, "--Urls=http://127.0.0.1:0", $"--Journal:Path={folder.File()}", $"--Telemetry:Endpoint=http://{mute.LocalEndpoint}", "--Telemetry:Seconds=1");
        using var door = new Door(await bot.Address());
        await door.Takes("ann", "start Bikes");
        var watch = Stopwatch.StartNew();
        await bot.Terminate();
        Assert.Equal(0, await bot.Exit());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("Telemetry:Endpoint", "localhost:4318")]
    [InlineData("Telemetry:Endpoint", "http://ann:hush@127.0.0.1:4318")]
    [InlineData("Telemetry:Seconds", "0")]
    [InlineData("Telemetry:Seconds", "soon")]
    [InlineData("Telemetry:Share", "2")]
    [InlineData("Telemetry:Headers", "hush")]
    [InlineData("Telemetry:Headers", "x-key=one,hush")]
    [InlineData("Telemetry:Headers", "=hush")]
    public async Task A_setting_that_cannot_be_stops_the_start_with_one_line(string key, string value)
    {
        using var folder = new TempFolder();
        using var bot = new BotProcess(folder.Path, "--Urls=http://127.0.0.1:0", $"--Journal:Path={folder.File()}", "--Telemetry:Endpoint=http://127.0.0.1:4318", $"--{key}={value}");
        Assert.Equal(1, await bot.Exit());
        Assert.Contains(key, Assert.Single(bot.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", bot.Errors.Single(), StringComparison.Ordinal);
    }

    static async Task Play(FakeCollector collector)
    {
        using var folder = new TempFolder();
        using var bot = new BotProcess(folder.Path, "--Urls=http://127.0.0.1:0", $"--Journal:Path={folder.File()}", $"--Telemetry:Endpoint={collector.Address}/", "--Telemetry:Headers=x-key=letmein", "--Telemetry:Seconds=1");
        using var door = new Door(await bot.Address());
        await door.Takes("ophelia", "start Leaving the nunnery", room: "elsinore");
        await door.Say("ophelia", "gobbledygook", room: "elsinore");
        await Until.True(() => Shows("board"));
        await door.Takes("ophelia", "next anyway", room: "elsinore");
        await door.Takes("ophelia", "Maya | nurse", room: "elsinore");
        // The board has been edited, and that has been written down.
        await Until.True(() => Shows("Items on the map: 1."));
        // An ending process waits a second for its collector, which on a busy machine can be too short: what is looked at has to have come before.
        await Until.True(() => Task.FromResult(collector.Taken("/v1/traces").Contains("keep", StringComparison.Ordinal) && collector.Taken("/v1/metrics").Contains("workshopbot.edits", StringComparison.Ordinal)));
        await bot.Terminate();
        Assert.Equal(0, await bot.Exit());

        async Task<bool> Shows(string text) => (await door.Http.GetStringAsync("/api/try/elsinore?person=ophelia")).Contains(text, StringComparison.Ordinal);
    }
}
