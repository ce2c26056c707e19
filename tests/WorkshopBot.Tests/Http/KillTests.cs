using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Http;

/// <summary>The real process is killed under load: what was answered as saved is there, once.</summary>
[Collection(Alone.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    const int Writers = 8;
    const int TurnsBeforeKill = 60;

    static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("WORKSHOPBOT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 5;

    [Fact]
    public async Task After_every_kill_each_turn_answered_200_is_on_the_map_exactly_once()
    {
        using var folder = new TempFolder();
        string[] args = ["--Urls=http://127.0.0.1:0", $"--Journal:Path={folder.File()}"];
        var saved = new ConcurrentBag<string>();
        var unanswered = new ConcurrentBag<(string Person, string Id, string Text)>();
        for (var kill = 0; kill <= Kills; kill++)
        {
            using var bot = new BotProcess(folder.Path, args);
            using var door = new Door(await bot.Address());
            if (kill == 0)
                await door.StartGoals();
            // Who got no answer tries again with the same id, as a chat would.
            foreach (var (person, id, text) in unanswered)
            {
                await door.Takes(person, Line(text), id: id);
                saved.Add(text);
            }
            unanswered.Clear();
            await Check(door, saved);
            if (kill == Kills)
                break;

            var answered = saved.Count;
            var writers = Enumerable.Range(0, Writers).Select(writer => Write(door, $"w{writer}", kill, saved, unanswered)).ToList();
            await Until.True(() => saved.Count >= answered + TurnsBeforeKill + 7 * kill);
            await bot.Kill();
            await Task.WhenAll(writers);
            output.WriteLine(FormattableString.Invariant($"kill {kill + 1}: {saved.Count - answered} turns answered 200, {unanswered.Count} not answered"));
        }
    }

    [Fact]
    public async Task Killed_between_the_answer_and_the_post_the_next_process_shows_on_the_board_what_was_said()
    {
        using var folder = new TempFolder();
        string[] args = ["--Urls=http://127.0.0.1:0", $"--Journal:Path={folder.File()}"];
        var goals = 0;
        for (var kill = 0; kill <= Kills; kill++)
        {
            using var bot = new BotProcess(folder.Path, args);
            using var door = new Door(await bot.Address());
            if (kill == 0)
                await door.StartGoals();
            var watch = Stopwatch.StartNew();
            // The two stages are on it as well.
            while (!(await Boards(door)).Contains(FormattableString.Invariant($"Items on the map: {2 + goals}."), StringComparison.Ordinal))
            {
                // Less than any lease: what the dead one held is not waited for.
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), await Boards(door));
                await Task.Delay(50);
            }
            output.WriteLine(FormattableString.Invariant($"process {kill + 1}: true after {watch.Elapsed.TotalSeconds:F1} s"));
            // One is posted at once, the other waits for its turn: whenever the kill comes, something is not on the board.
            for (var i = 0; i < 2; i++)
                await door.Takes("ann", $"Research: goal {goals++}", id: $"k{goals}");
            // Now sooner and now later after the answer.
            await Task.Delay(4 * kill);
            await bot.Kill();
        }
    }

    static async Task<string> Boards(Door door) =>
        string.Join('\n', JsonNode.Parse(await door.Http.GetStringAsync("/api/try/r?person=ann"))!.AsArray().Where(message => (string?)message!["key"] == "board").Select(message => (string)message!["text"]!));

    static string Line(string text) => "Research: " + text;

    static async Task Write(Door door, string person, int round, ConcurrentBag<string> saved, ConcurrentBag<(string, string, string)> unanswered)
    {
        for (var i = 0; ; i++)
        {
            var (id, text) = ($"{round}-{i}", FormattableString.Invariant($"goal {i} of {person} in round {round}"));
            try
            {
                var (status, _) = await door.Say(person, Line(text), id: id);
                Assert.Equal(HttpStatusCode.OK, status);
                saved.Add(text);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
            {
                unanswered.Add((person, id, text));
                return;
            }
        }
    }

    static async Task Check(Door door, IReadOnlyCollection<string> saved)
    {
        var goals = await door.Goals();
        Assert.Equal(goals.Count, goals.Distinct().Count());
        Assert.Empty(saved.Except(goals));
        Assert.Empty(goals.Except(saved));
    }
}
