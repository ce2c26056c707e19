using WorkshopBot.Cli.Journals;
using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Moving;
using WorkshopBot.Links;
using WorkshopBot.Npm;
using WorkshopBot.Storages;
using WorkshopBot.Tests.Keeping;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Cli.Journals;

/// <summary>A journal that was moved, or taken out into a file and put back, goes on as if nothing had been: from every storage to every other.</summary>
public sealed class MovedTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Shelf.Pairs), MemberType = typeof(Shelf))]
    public async Task It_goes_on_where_it_was_and_comes_back_without_a_byte_lost(string one, string other)
    {
        using var from = new Shelf(one, _folder);
        using var to = new Shelf(other, _folder);
        using var back = new Shelf(one, _folder);
        var (before, played) = await Play(from);

        Assert.Equal(0, await Relocating.Run(from.Name, to.Name, TimeProvider.System, TextWriter.Null, TextWriter.Null));
        Assert.Equal(0, await Relocating.Run(to.Name, back.Name, TimeProvider.System, TextWriter.Null, TextWriter.Null));
        Assert.Equal(before.Rows, (await Seen(back)).Rows);
        var after = await Seen(to);
        Assert.Equal(before.Rows, after.Rows);
        Assert.Equal(before.State, after.State);
        Assert.Equal(before.Export, after.Export);
        Assert.Equal(0, (await Verify(to)).Code);
        await GoesOn(to, played, before.Token);
    }

    [Theory]
    [MemberData(nameof(Shelf.Pairs), MemberType = typeof(Shelf))]
    public async Task A_file_of_it_fills_another_storage_with_the_same(string one, string other)
    {
        using var from = new Shelf(one, _folder);
        using var to = new Shelf(other, _folder);
        var (before, played) = await Play(from);
        var file = _folder.File("backup");
        Assert.Equal(0, await Exporting.Run(from.Name, file, TimeProvider.System, TextWriter.Null, TextWriter.Null));
        Assert.Equal(0, await Restoring.Run(file, to.Name, TimeProvider.System, TextWriter.Null, TextWriter.Null));
        var after = await Seen(to);
        // Of a storage without a moment of its own, everybody is looked at once more.
        Assert.Equal(before.Rows.Where(NoLook), after.Rows.Where(NoLook));
        Assert.Equal(before.State, after.State);
        Assert.Equal(0, (await Verify(to)).Code);
        await GoesOn(to, played, before.Token);

        static bool NoLook(string row) => !row.StartsWith("agenda-", StringComparison.Ordinal);
    }

    [NodeTheory]
    [MemberData(nameof(Shelf.NodePairs), MemberType = typeof(Shelf))]
    public Task From_and_to_tables_it_goes_on_where_it_was(string one, string other) => It_goes_on_where_it_was_and_comes_back_without_a_byte_lost(one, other);

    [NodeTheory]
    [MemberData(nameof(Shelf.NodePairs), MemberType = typeof(Shelf))]
    public Task A_file_fills_tables_and_one_of_tables_another_storage(string one, string other) => A_file_of_it_fills_another_storage_with_the_same(one, other);

    [Fact]
    public async Task A_row_that_is_not_the_same_in_both_is_named_and_the_copy_is_served_by_nobody()
    {
        using var from = new Shelf(Shelf.Memory, _folder);
        using var to = new Shelf(Shelf.Sqlite, _folder);
        await Play(from);
        using var errors = new StringWriter();
        // Somebody writes while it is copied.
        var busy = from.Name with { Read = async time => await from.Name.Read(time) is var open ? open with { Scan = new Writing(open) } : null! };
        Assert.Equal(1, await Relocating.Run(busy, to.Name, TimeProvider.System, TextWriter.Null, errors));
        Assert.Contains("trouble: n-late is not the same in both.", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("has not ended", (await Verify(to)).Output, StringComparison.Ordinal);
        Assert.Equal(0, await Relocating.Run(from.Name, to.Name, TimeProvider.System, TextWriter.Null, errors));
    }

    static async Task<(Snapshot Before, Wired Played)> Play(Shelf shelf)
    {
        Wired played;
        await using (var rows = await shelf.Open())
        {
            await using (played = new Wired(rows))
            {
                await played.Says("ann: start Bikes", "ann: goto stages", "ann: Research, Purchase", "ann: goto goals", "bob: Research: compare prices", "cem: Purchase: pay by month");
                await played.Kept();
            }
            var present = (await new Standings(new(rows), Playbook.Standard).Load("m-1", default)).Present;
            Assert.Null(await new WorkshopJournal(rows).SaveSnapshot("m-1", present.Version, SnapshotJson.Write(present.State, [])));
            using var links = Links(rows);
            Assert.NotNull(links.Read(links.Make("m-1", 0)));
        }
        return (await Seen(shelf), played);
    }

    static async Task<Snapshot> Seen(Shelf shelf)
    {
        List<PlacedRow> all;
        await using (var storage = await shelf.Name.Read(TimeProvider.System))
            all = await storage.Scan.All().ToListAsync();
        await using var rows = await shelf.Open();
        using var links = Links(rows);
        var state = (await new Standings(new(rows), Playbook.Standard).Load("m-1", default)).State;
        return new(
            [.. all.Select(row => $"{row.Partition}|{row.Row.Key}|{Convert.ToHexString(row.Row.Data.Span)}").Order(StringComparer.Ordinal)],
            Convert.ToHexString(WorkshopFold.Bytes(state).Span), Convert.ToHexString(new JsonExport().Write(state).Bytes), links.Make("m-1", 0));
    }

    static async Task<(int Code, string Output)> Verify(Shelf shelf)
    {
        using var output = new StringWriter();
        return (await Verifying.Run(shelf.Name, Playbook.Standard, TimeProvider.System, output), output.ToString());
    }

    static async Task GoesOn(Shelf shelf, Wired played, string token)
    {
        await using var rows = await shelf.Open();
        using (var links = Links(rows))
            Assert.Equal("m-1", links.Read(token)?.Workshop);
        var (posts, edits) = (played.Platform.All.Count, played.Platform.The("board").Edits);
        await using var again = new Wired(rows, played);
        await again.Says("bob: Research: ask a neighbour");
        await again.Kept(() => again.Platform.The("board").Edits > edits);
        // What was up before is edited, and nothing is posted a second time.
        Assert.Equal(posts, again.Platform.All.Count);
    }

    static MapLinks Links(IRowStore rows) => MapLinks.Open(rows, TimeProvider.System, null, () => "http://127.0.0.1");

    sealed record Snapshot(IReadOnlyList<string> Rows, string State, string Export, string Token);

    sealed class Writing(OpenStorage storage) : IRowScan
    {
        int _scans;

        public async IAsyncEnumerable<PlacedRow> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
        {
            await foreach (var row in storage.Scan.All(ct))
                yield return row;
            // It is looked over first, then copied, then held against the copy.
            if (++_scans == 2)
                await storage.Rows.Write("n-late", [new RowChange.Put("note", default)], ct);
        }
    }
}
