using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using WorkshopBot.Cli.Journals;
using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Moving;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Links;
using WorkshopBot.Tests.Http;

namespace WorkshopBot.Tests.Cli.Journals;

/// <summary>Journals that earlier programs wrote are read by this one, say what they said, and go on.</summary>
public sealed class OldJournalTests : IDisposable
{
    readonly TempFolder _folder = new();

    public static TheoryData<string> All => [.. Directory.EnumerateDirectories(Checkout.File("tests", "Fixtures", "journal")).Select(folder => Path.GetFileName(folder)!)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_opens_is_whole_and_folds_to_the_maps_of_its_day(string name)
    {
        var output = await Operator.Does("verify", "--Journal:Path=" + Unpacked(name));
        var expected = JsonNode.Parse(Recorded(name, "expected.json"))!;
        Assert.Contains($" {expected["commits"]} commits", output, StringComparison.Ordinal);
        Assert.Contains("Trouble: 0. Worth knowing: 0.", output, StringComparison.Ordinal);
        await using var rows = SqliteRowReader.Open(_folder.File());
        foreach (var room in expected["rooms"]!.AsArray().Select(room => (string)room!))
            Assert.Equal(Recorded(name, room + ".json").ReplaceLineEndings("\n"), Encoding.UTF8.GetString(new JsonExport().Write((await Folded(rows, room)).State!).Bytes));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_snapshot_its_codes_its_seats_and_its_keys_are_among_the_rows(string name)
    {
        var rows = SqliteRowReader.Open(Unpacked(name));
        var all = await rows.All().ToListAsync();
        foreach (var (partition, key) in (ReadOnlySpan<(string, string)>)[("w-", "snap"), ("w-", "s-"), ("w-", "l-"), ("w-", "m-"), ("p-", "seat"), ("seats-", "s-"), ("keys", "k-"), ("code-", "code"), ("tries-", "tries"), ("agenda-", "0")])
            Assert.Contains(all, row => row.Partition.StartsWith(partition, StringComparison.Ordinal) && row.Row.Key.StartsWith(key, StringComparison.Ordinal));
        await rows.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_goes_on_being_written_from_where_everybody_was(string name)
    {
        var link = Recorded(name, "link.txt").Split('\n');
        var time = new ManualTime { Now = DateTimeOffset.Parse(link[1], CultureInfo.InvariantCulture) };
        await using (var server = await Served.Start(Unpacked(name)))
        {
            using (var links = MapLinks.Open(server.Store, time, null, () => ""))
                Assert.Equal((await Index(server.Store, "bikes")).Workshop, links.Read(link[0].Split('/')[^1])?.Workshop);
            // Somebody was asked something before.
            foreach (var answer in (string[])["S1", "what is a fair price", "skip"])
                await server.Door.Takes("eve", answer, "third", $"new-{answer}", isPrivate: true);
            await server.Door.Takes("fay", "Purchase: one more wish", "third", "new-1");
            Assert.Equal(["a wish of fay", "a wish of gil", "one more wish"], (await server.Door.Goals("third")).Order(StringComparer.Ordinal));
            Assert.Contains("what is a fair price", (await server.Door.Map("third")).ToJsonString(), StringComparison.Ordinal);
            // What was posted before is edited.
            await Until.True(async () => (await Board(server, "third")).Any(text => text.Contains("Items on the map: 6.", StringComparison.Ordinal)));
            Assert.Single(await Board(server, "third"));
            // What was over is over, and its room can begin anew.
            await server.Door.Takes("ann", "start The next map", "bikes", "new-2");
        }
        Assert.Contains("Trouble: 0. Worth knowing: 0.", await Operator.Does("verify", "--Journal:Path=" + _folder.File()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_export_fills_a_storage_with_the_same_rows(string name)
    {
        await Operator.Does("import", Checkout.File("tests", "Fixtures", "journal", name, "journal.export"), "--Journal:Path=" + _folder.File("filled.db"));
        await using var filled = SqliteRowReader.Open(_folder.File("filled.db"));
        await using var old = SqliteRowReader.Open(Unpacked(name));
        Assert.Empty(await Comparing.Differences(old, filled, 5));
    }

    [Fact]
    public async Task A_newer_one_is_refused_by_every_command_and_by_the_bot_and_left_alone()
    {
        var path = Unpacked("v1");
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version=2";
            command.ExecuteNonQuery();
        }
        foreach (var words in (string[][])[["verify"], ["export", _folder.File("x")], ["move", "--To:Path=" + _folder.File("y.db")]])
        {
            var (code, _, errors) = await Operator.Types([.. words, "--Journal:Path=" + path]);
            Assert.Equal(1, code);
            Assert.Contains("newer version of WorkshopBot", errors, StringComparison.Ordinal);
        }
        using var bot = new BotProcess(_folder.Path, "--Urls=http://127.0.0.1:0", "--Journal:Path=" + path);
        Assert.Equal(1, await bot.Exit());
        Assert.Contains("newer version of WorkshopBot", string.Join('\n', bot.Errors), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("y.db")));
    }

    string Unpacked(string name)
    {
        using var packed = new GZipStream(File.OpenRead(Checkout.File("tests", "Fixtures", "journal", name, "journal.db.gz")), CompressionMode.Decompress);
        using var file = File.Create(_folder.File());
        packed.CopyTo(file);
        return _folder.File();
    }

    static string Recorded(string name, string file) => File.ReadAllText(Checkout.File("tests", "Fixtures", "journal", name, file));

    static async Task<IndexedRoom> Index(IRowStore rows, string room) => (await new WorkshopIndex(rows).FindRoom("web:local:" + room))!;

    // From its first commit, without the snapshot.
    static async Task<WorkshopFold> Folded(IRowStore rows, string room)
    {
        var fold = new WorkshopFold(Workshops.Steps.Playbook.Standard);
        foreach (var commit in await new WorkshopJournal(rows).Tail((await Index(rows, room)).Workshop, 0))
            Assert.Null(fold.Read(commit));
        return fold;
    }

    static async Task<List<string>> Board(Served server, string room) =>
        [.. JsonNode.Parse(await server.Door.Http.GetStringAsync($"/api/try/{room}?person=eve"))!.AsArray().Where(message => (string?)message!["key"] == "board").Select(message => (string)message!["text"]!)];
}
