using System.Diagnostics;
using System.Globalization;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Journal.Tables;
using WorkshopBot.Npm;
using WorkshopBot.Storages;
using WorkshopBot.Tests.Http;
using WorkshopBot.Tests.Slack;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Replicas;

/// <summary>
/// Real processes are killed under load, every two seconds and without a word: what was acknowledged is in the journal exactly once, and what stands in the channels is true and there once.
/// WORKSHOPBOT_CRASH says for how many seconds; 20 where nothing is said.
/// </summary>
[Collection(Alone.Name)]
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    const int Rooms = 5;
    const int Writers = 2;      // in each room

    static readonly TimeSpan Load = TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("WORKSHOPBOT_CRASH"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 20);
    static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(240);

    // The last look at a workshop is set two minutes ahead, taken then, and its row goes when nothing can be under way any more.
    static readonly TimeSpan AllQuiet = TimeSpan.FromSeconds(480);

    // One load at a time; until all is quiet they wait together.
    readonly SemaphoreSlim _loading = new(1);

    [NodeFact]
    public Task Replicas_over_one_table_with_clocks_right_and_apart_and_one_process_on_a_file() => Task.WhenAll(Replicas(0, 0, 0), Replicas(-300, 0, 300), One());

    public void Dispose() => _loading.Dispose();

    async Task Replicas(params int[] clocks)
    {
        var table = Azurite.NewTable();
        await using var rows = await TableRowStore.Open(TableAddress.FromConnectionString(Azurite.Shared.Connection(), out _)!, table, new(TimeProvider.System), times: StorageName.Patient);
        await Run(["--Journal:Kind=Tables", $"--Journal:Table={table}", $"--Journal:ConnectionString={Azurite.Shared.Connection()}"], [.. clocks.Select(clock => TimeSpan.FromSeconds(clock))], check => check(rows));
    }

    async Task One()
    {
        using var folder = new TempFolder();
        await Run([$"--Journal:Path={folder.File()}"], [TimeSpan.Zero], async check =>
        {
            await using var rows = SqliteRowReader.Open(folder.File());
            await check(rows);
        });
    }

    async Task Run(IReadOnlyList<string> storage, IReadOnlyList<TimeSpan> clocks, Func<Func<IRowStore, Task>, Task> look)
    {
        using var folder = new TempFolder();
        await using var slack = await FakeSlack.Start();
        await using var balancer = await Balancer.Start();
        slack.Doors = FakeSlackDoors.At(new Uri(balancer.Address, "/slack/"));
        var team = slack.Team("Acme");
        Assert.True(await _loading.WaitAsync(AllQuiet), "The load before never ended.");
        var began = DateTimeOffset.UtcNow;
        await using var fleet = new Fleet(slack, team, balancer, folder.Path, storage, clocks);
        await fleet.Start();
        var rooms = new List<CrashRoom>();
        for (var room = 0; room < Rooms; room++)
            rooms.Add(await CrashRoom.Begin(slack, team, room));

        using var over = new CancellationTokenSource(Load);
        var writing = rooms.SelectMany(room => Enumerable.Range(0, Writers).Select(writer => room.Write(writer, over.Token))).ToList();
        var random = new Random(1);
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(Every);
            await fleet.Kill(random);
        }
        await Task.WhenAll(writing);
        // As Slack does for hours.
        await CrashRoom.Heard(slack);

        var (edits, quiet) = (slack.Requests.Count, Stopwatch.StartNew());
        for (string? wrong = "?"; wrong is not null;)
        {
            await look(async rows => wrong = await Wrong(rows, rooms));
            Assert.True(wrong is null || quiet.Elapsed < Quiet, wrong);
            await Task.Delay(500);
        }
        var settled = quiet.Elapsed;
        _loading.Release();
        for (var left = 1; left > 0;)
        {
            await look(async rows => left = await Looks(rows));
            Assert.True(left == 0 || quiet.Elapsed < AllQuiet, $"{left} looks are left.");
            await Task.Delay(500);
        }
        quiet.Stop();
        await fleet.Stop();
        await look(rows => Check(rows, rooms, began));
        foreach (var room in rooms)
            KeptBlocks.AreOnce(room.Channel.All);
        Assert.Empty(slack.Slips);
        Assert.DoesNotContain(fleet.Errors, line => line.Contains("fail:", StringComparison.Ordinal) || line.Contains("crit:", StringComparison.Ordinal));
        output.WriteLine(FormattableString.Invariant($"{clocks.Count} processes, {fleet.Kills} kills, {rooms.Sum(room => room.Written.Count)} lines in {Load.TotalSeconds} s, {slack.Requests.Count} calls of Slack ({slack.Requests.Count - edits} after the last kill), {slack.Requests.Count(one => one.Status == 429)} answered 429; all true {settled.TotalSeconds:F0} s after the last line, the agenda empty after {quiet.Elapsed.TotalSeconds:F0} s"));
    }

    // Null: every channel shows its workshop as it stands, and nobody holds anything.
    static async Task<string?> Wrong(IRowStore rows, IReadOnlyList<CrashRoom> rooms)
    {
        foreach (var room in rooms)
        {
            var id = await room.Id(rows);
            var state = (await new Standings(new(rows), Playbook.Standard).Load(id, default)).State;
            if ((await new Lanes(rows).All(id)).FirstOrDefault(found => found.Lane.Holder is not null || found.Lane.State != LaneState.Ok) is { } busy)
                return $"{room.Channel.Name}: lane {busy.Lane.State}, held: {busy.Lane.Holder is not null}";
            if (room.Untrue(state, id) is { } untrue)
                return untrue;
        }
        return null;
    }

    // Of all, also those that somebody has taken and those that lie ahead.
    static async Task<int> Looks(IRowStore rows)
    {
        var (agenda, left) = (new Agenda(rows, TimeProvider.System, new()), 0);
        for (var shard = 0; shard < Agenda.Shards; shard++)
            left += (await agenda.Due(shard, DateTimeOffset.UtcNow + TimeSpan.FromHours(1))).Count;
        return left;
    }

    static async Task Check(IRowStore rows, IReadOnlyList<CrashRoom> rooms, DateTimeOffset began)
    {
        foreach (var room in rooms)
        {
            var (id, journal) = (await room.Id(rows), new WorkshopJournal(rows));
            var (head, commits) = ((await journal.Head(id))!, await journal.Tail(id, 0));
            Assert.Equal(Enumerable.Range(1, (int)head.Version).Select(version => (long)version), commits.Select(commit => commit.Version));
            var turns = commits.SelectMany(commit => CommitJson.Read(commit.Data, Playbook.Standard.Kinds)).ToList();
            Assert.Equal(turns.Count, turns.Select(turn => turn.Name.ToString()).Distinct(StringComparer.Ordinal).Count());
            Assert.All(turns, turn => Assert.InRange(turn.At, began - TimeSpan.FromSeconds(3), DateTimeOffset.UtcNow + TimeSpan.FromSeconds(3)));
            var state = (await new Standings(journal, Playbook.Standard).Load(id, default)).State;
            Assert.Equal(room.Written.Order(StringComparer.Ordinal), CrashRoom.Goals(state).Order(StringComparer.Ordinal));
        }
    }
}
