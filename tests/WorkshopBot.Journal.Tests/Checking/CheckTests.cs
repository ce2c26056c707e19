using System.Globalization;
using WorkshopBot.Journal.Checking;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Tests.Moving;

namespace WorkshopBot.Journal.Tests.Checking;

/// <summary>A storage is read whole: what is well is passed over in silence, and each damage is found where it is.</summary>
public sealed class CheckTests : IAsyncLifetime
{
    readonly ManualTime _time = new();
    readonly MemoryRowStore _rows = Journals.Empty();

    public Task InitializeAsync() => Toys.Write(_rows, _time);

    public async Task DisposeAsync() => await _rows.DisposeAsync();

    [Fact]
    public async Task A_whole_journal_has_no_findings_and_every_row_is_counted()
    {
        var check = Toys.Check(_rows);
        Assert.Empty(await check.Run().ToListAsync());
        Assert.Equal(("3", "15", "6"), (Count("workshops"), Count("commits"), Count("messages")));
        // Heads and snapshots are counted with their workshops.
        var others = await _rows.All().CountAsync(row => row.Row.Key is "head" or "snap" || row.Row.Key.StartsWith("s-000", StringComparison.Ordinal));
        Assert.Equal(await _rows.All().CountAsync() - others, check.Counts.Where(count => count.Key != "workshops").Sum(count => count.Value));

        string Count(string name) => check.Counts[name].ToString(CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("w-m-1", "c-0000000003", "", "too short")]
    [InlineData("w-m-1", "c-0000000003", "0123456789abcdefnonsense", "no toy")]
    [InlineData("w-m-1", "c-0000000002", null, "is missing")]
    [InlineData("w-m-1", "c-0000000005", null, "the last commit is 4")]
    [InlineData("w-m-1", "head", null, "is missing")]
    [InlineData("w-m-1", "head", "nonsense", "cannot be read")]
    [InlineData("w-m-1", "head", """{"version":4,"commit":"00000000-0000-0000-0000-000000000001"}""", "stands at version 4")]
    [InlineData("w-m-1", "head", """{"version":5,"commit":"00000000-0000-0000-0000-000000000001"}""", "another commit")]
    [InlineData("w-m-1", "c-0000000002 ", "", "no name of a commit")]
    [InlineData("w-m-1", "c-0000000009", "0123456789abcdef5", "beyond the head")]
    [InlineData("w-m-1", "snap", "nonsense", "cannot be read")]
    [InlineData("w-m-1", "snap", """{"version":9,"parts":1,"bytes":9,"hash":"00"}""", "the head stands at 5")]
    [InlineData("w-m-1", "s-0000000003-001", null, "1 are there")]
    [InlineData("w-m-1", "s-0000000003-001", "scribble", "checksum")]
    [InlineData("p-x", "seat", "nonsense", "cannot be read")]
    [InlineData("room-x", "workshop", "nonsense", "cannot be read")]
    [InlineData("room-x", "workshop", "{}", "cannot be read")]
    [InlineData("tenant-x", "w-m-1", """{"workshop":"m-2"}""", "another's place")]
    [InlineData("seats-m-1", "s-x", """{"room":"a","person":"b"}""", "another's place")]
    [InlineData("agenda-00", "0000000000000000001-m-1", "nonsense", "cannot be read")]
    [InlineData("agenda-00", "0000000000000000001-m-1", """{"workshop":"m-2"}""", "another's place")]
    [InlineData("code-x", "code", "[]", "cannot be read")]
    [InlineData("tries-x", "tries", "nonsense", "cannot be read")]
    [InlineData("filling", "mark", "{}", "has not ended")]
    [InlineData("room-x", "workshop", """{"workshop":"m/1"}""", "cannot be")]
    [InlineData("code-x", "code", """{"workshop":"m/1","name":"c"}""", "cannot be")]
    [InlineData("w-m-1", "head", """{"version":9999999999,"commit":"00000000-0000-0000-0000-000000000001"}""", "cannot be read")]
    [InlineData("w-m-1", "head", """{"version":9223372036854775807,"commit":"00000000-0000-0000-0000-000000000001"}""", "cannot be read")]
    public async Task A_damaged_or_missing_row_is_named(string partition, string key, string? data, string said)
    {
        if (data is not null)
            await _rows.Write(partition, [new RowChange.Put(key, Journals.Bytes(data))]);
        else
            await _rows.Write(partition, [new RowChange.Delete(key, (await _rows.Get(partition, key))!.ETag)]);
        var findings = await Toys.Check(_rows).Run().Where(finding => finding.IsTrouble).ToListAsync();
        Assert.Contains(findings, finding => finding.Partition == partition && finding.What.Contains(said, StringComparison.Ordinal));
        // What is said names the row, or its workshop, and no other.
        Assert.All(findings, finding => Assert.Equal(partition, finding.Partition));
        Assert.InRange(findings.Count, 1, 3);
    }

    [Fact]
    public async Task Lanes_and_messages_in_anothers_place_or_beyond_the_head_are_named()
    {
        var (lane, message) = (await Row("l-"), await Row("m-"));
        await Damage("l-x", lane.Data, "another's place");
        await Damage("m-x", message.Data, "another's place");
        await Damage(lane.Key, Journals.Bytes("""{"room":"room","kept":6}"""), "beyond the head");
        await Damage(message.Key, Journals.Bytes("nonsense"), "cannot be read");
        await Damage(lane.Key, null, "messages of its room");

        async Task Damage(string key, ReadOnlyMemory<byte>? data, string said)
        {
            var before = await _rows.Get("w-m-1", key);
            await _rows.Write("w-m-1", [data is { } bytes ? new RowChange.Put(key, bytes) : new RowChange.Delete(key, before!.ETag)]);
            Assert.Contains(said, Assert.Single(await Toys.Check(_rows).Run().ToListAsync(), finding => finding.Key == key).What, StringComparison.Ordinal);
            await _rows.Write("w-m-1", [before is null ? new RowChange.Delete(key, (await _rows.Get("w-m-1", key))!.ETag) : new RowChange.Put(key, before.Data)]);
        }
    }

    [Fact]
    public async Task A_snapshot_that_says_something_else_than_the_commits_is_named()
    {
        await new WorkshopJournal(_rows).SaveSnapshot("m-2", 4, Journals.Bytes("another state"));
        var finding = Assert.Single(await Toys.Check(_rows).Run().ToListAsync());
        Assert.Equal(("w-m-2", "snap"), (finding.Partition, finding.Key));
    }

    [Fact]
    public async Task What_leads_nowhere_and_what_nobody_knows_is_told_and_is_no_trouble()
    {
        await _rows.Write("room-y", [new RowChange.Insert("workshop", Journals.Bytes("""{"workshop":"m-99"}"""))]);
        await _rows.Write("new-things", [new RowChange.Insert("a", default)]);
        await _rows.Write("w-m-1", [new RowChange.Insert("x", default)]);
        var findings = await Toys.Check(_rows).Run().ToListAsync();
        Assert.All(findings, finding => Assert.False(finding.IsTrouble));
        Assert.Equal(["new-things", "room-y", "w-m-1"], findings.Select(finding => finding.Partition).Order(StringComparer.Ordinal));
        Assert.Contains("m-99", findings.Single(finding => finding.Partition == "room-y").What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_damaged_workshop_keeps_nobody_from_reading_the_others()
    {
        foreach (var row in await _rows.All().Where(row => row.Partition == "w-m-0").ToListAsync())
            await _rows.Write("w-m-0", [new RowChange.Put(row.Row.Key, Journals.Bytes("nonsense"))]);
        var check = Toys.Check(_rows);
        Assert.All(await check.Run().ToListAsync(), finding => Assert.Equal("w-m-0", finding.Partition));
        Assert.Equal(15, check.Counts["commits"]);
    }

    [Fact]
    public async Task Rows_whose_names_no_storage_takes_are_named_and_the_rest_is_read()
    {
        // As a damaged file gives them: in a workshop, as a workshop, and as what nobody knows.
        PlacedRow[] bad = [.. Enumerable.Range(0, 200).Select(i => new PlacedRow("w-m-1", new($"m-bad/{i:D3}", default, "e", default))), new("w-m#9", new("head", default, "e", default)), new("zz\u001b", new("a", default, "e", default))];
        var damaged = new Damaged(_rows, bad);
        var check = Toys.Check(damaged);
        var findings = await check.Run().ToListAsync();
        Assert.All(findings, finding => Assert.Contains("no storage takes", finding.What, StringComparison.Ordinal));
        Assert.Equal(bad.Select(row => (row.Partition, row.Row.Key)).Order(), findings.Select(finding => (finding.Partition, finding.Key!)).Order());
        Assert.Equal(15, check.Counts["commits"]);
    }

    sealed class Damaged(MemoryRowStore inner, PlacedRow[] bad) : IRowStore, IRowScan
    {
        public async IAsyncEnumerable<PlacedRow> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
        {
            foreach (var row in (await inner.All(ct).ToListAsync(ct)).Concat(bad).OrderBy(row => row.Partition, StringComparer.Ordinal).ThenBy(row => row.Row.Key, StringComparer.Ordinal))
                yield return row;
        }

        public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default) => inner.Get(partition, key, ct);

        public async ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
        {
            RowRules.CheckRange(partition, from, before, most);
            return [.. await All(ct).Where(row => row.Partition == partition && string.CompareOrdinal(row.Row.Key, from) >= 0 && string.CompareOrdinal(row.Row.Key, before) < 0).Select(row => row.Row).Take(most).ToListAsync(ct)];
        }

        public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default) => inner.Write(partition, changes, ct);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    async Task<StoredRow> Row(string prefix) => (await _rows.All().FirstAsync(row => row.Partition == "w-m-1" && row.Row.Key.StartsWith(prefix, StringComparison.Ordinal))).Row;
}
