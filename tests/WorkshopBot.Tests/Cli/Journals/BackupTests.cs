using System.Collections.Concurrent;
using System.Net;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Tests.Http;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Cli.Journals;

/// <summary>A backup of a file that a real process serves under load, and the bot that is started on what was restored from it.</summary>
[Collection(Alone.Name)]
public sealed class BackupTests(ITestOutputHelper output)
{
    const int Writers = 4;
    const int Backups = 4;

    [Fact]
    public async Task Every_turn_answered_before_a_backup_began_is_in_it_and_nobody_waited_for_it()
    {
        using var folder = new TempFolder();
        using var bot = new BotProcess(folder.Path, "--Urls=http://127.0.0.1:0", $"--Journal:Path={folder.File()}");
        using var door = new Door(await bot.Address());
        foreach (var writer in Enumerable.Range(0, Writers))
            await door.StartGoals($"r{writer}");
        var saved = new ConcurrentDictionary<string, int>();
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(writer => Write(door, $"r{writer}", saved, stop.Token)).ToList();
        var before = new List<HashSet<string>>();
        for (var i = 0; i < Backups; i++)
        {
            var answered = saved.Count;
            await Until.True(() => saved.Count >= answered + 40);
            before.Add([.. saved.Keys]);
            Assert.Contains("all of one moment", await Operator.Does("export", folder.File($"backup-{i}"), "--Journal:Path=" + folder.File()), StringComparison.Ordinal);
            Assert.Contains("Trouble: 0.", await Operator.Does("verify", "--Journal:Path=" + folder.File()), StringComparison.Ordinal);
        }
        // However long somebody reads: turns go on beside it.
        await using (var reader = SqliteRowReader.Open(folder.File()))
        {
            var (answered, rows) = (saved.Count, (await reader.All().ToListAsync()).Count);
            await Until.True(() => saved.Count >= answered + 100);
            Assert.Equal(rows, (await reader.All().ToListAsync()).Count);
        }
        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(writers), status => Assert.Equal(HttpStatusCode.OK, status));
        for (var i = 0; i < Backups; i++)
            await Restored(folder, i, before[i], [.. saved.Keys]);
        output.WriteLine($"{saved.Count} turns answered, {string.Join(", ", before.Select(turns => turns.Count))} of them before the backups");
    }

    static async Task Restored(TempFolder folder, int backup, HashSet<string> before, HashSet<string> all)
    {
        var path = "--Journal:Path=" + folder.File($"restored-{backup}.db");
        await Operator.Does("import", folder.File($"backup-{backup}"), path);
        await Operator.Does("verify", path);
        using var bot = new BotProcess(folder.Path, "--Urls=http://127.0.0.1:0", path);
        using var door = new Door(await bot.Address());
        var there = new List<string>();
        foreach (var writer in Enumerable.Range(0, Writers))
            there.AddRange(await door.Goals($"r{writer}"));
        Assert.Empty(before.Except(there));
        Assert.Empty(there.Except(all));
        Assert.Equal(there.Count, there.Distinct().Count());
        await door.Takes("ann", "Research: and it goes on", "r0");
        await bot.Kill();
    }

    static async Task<HttpStatusCode> Write(Door door, string room, ConcurrentDictionary<string, int> saved, CancellationToken ct)
    {
        for (var i = 0; !ct.IsCancellationRequested; i++)
        {
            var text = $"goal {i} of {room}";
            var (status, _) = await door.Say("bob", "Research: " + text, room, id: $"{room}-{i}");
            if (status != HttpStatusCode.OK)
                return status;
            saved[text] = i;
        }
        return HttpStatusCode.OK;
    }
}
