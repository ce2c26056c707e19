using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
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
