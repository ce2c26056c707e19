using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Http;

/// <summary>The board of a room while many write: one message, edited at a walking pace, that comes true.</summary>
[Collection(Alone.Name)]
public sealed partial class BoardTests(ITestOutputHelper output)
{
    const int Writers = 5;
    const int Each = 40;

    [Fact]
    public async Task Two_hundred_items_within_a_minute_are_a_few_edits_of_one_message()
    {
        using var folder = new TempFolder();
        await using var server = await Served.Start(folder.File());
        var door = server.Door;
        await door.StartGoals();
        var before = await Board(door, text => text.Contains("Open now: Goals", StringComparison.Ordinal));
        var count = Items(before);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var i = 0; i < Each; i++)
                await door.Takes($"p{writer}", $"Research: goal {writer} {i}");
        }));
        var after = await Board(door, text => text.Contains(FormattableString.Invariant($"Items on the map: {count + (Writers * Each)}."), StringComparison.Ordinal));
        var edits = (int)after["version"]! - (int)before["version"]!;
        output.WriteLine(FormattableString.Invariant($"{Writers * Each} items in {watch.Elapsed.TotalSeconds:F1} s: {edits} edits"));
        Assert.Equal((string?)before["id"], (string?)after["id"]);
        output.WriteLine(string.Join('\n', (await Kept(door)).Select(message => (string?)message!["key"])));
        // Beside the messages of steps, of which there is one each.
        Assert.Distinct((await Kept(door)).Select(message => (string?)message!["key"]));
        // 40 in a minute at most, whatever the part of a minute it took.
        Assert.InRange(edits, 1, 2 + (40 * watch.Elapsed.TotalMinutes));
    }

    static async Task<JsonArray> Kept(Door door) => JsonNode.Parse(await door.Http.GetStringAsync("/api/try/r?person=ann"))!.AsArray();

    static bool IsBoard(JsonNode? message) => (string?)message!["key"] == "board";

    static async Task<JsonNode> Board(Door door, Func<string, bool> comesTrue)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var boards = (await Kept(door)).Where(IsBoard).ToList();
            if (boards is [{ } board] && comesTrue((string)board["text"]!))
                return board;
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(40), $"The board did not come true: {boards.FirstOrDefault()?["text"]}");
        }
    }

    static int Items(JsonNode board) => int.Parse(OnTheMap().Match((string)board["text"]!).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Items on the map: (\d+)\.")]
    private static partial Regex OnTheMap();
}
