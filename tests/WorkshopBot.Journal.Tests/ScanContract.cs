namespace WorkshopBot.Journal.Tests;

/// <summary>All rows of a storage one after the other, over every storage.</summary>
public abstract class ScanContract : StoreTests
{
    [StoreFact]
    public async Task An_empty_storage_has_no_rows() => Assert.Empty(await All());

    [StoreFact]
    public async Task Every_row_comes_once_with_those_of_a_partition_together_and_in_order()
    {
        var written = new List<string>();
        foreach (var i in Enumerable.Range(0, 300).OrderBy(i => i * 7919 % 300))
        {
            var (partition, key) = ($"p-{i % 7}", $"{i * 31 % 300:D3}");
            Assert.IsType<WriteResult.Written>(await Rows.Write(partition, [new RowChange.Insert(key, Bytes($"{partition} {key}"))]));
            written.Add($"{partition} {key}");
        }
        var all = await All();
        Assert.Equal(written.Order(StringComparer.Ordinal), all.Select(row => $"{row.Partition} {row.Row.Key}").Order(StringComparer.Ordinal));
        Assert.All(all, row => Assert.Equal($"{row.Partition} {row.Row.Key}", Text(row.Row.Data)));
        var parts = all.Aggregate(new List<string>(), (names, row) => names.LastOrDefault() == row.Partition ? names : [.. names, row.Partition]);
        Assert.Equal(7, parts.Count);
        foreach (var part in parts)
            Assert.Equal(all.Where(row => row.Partition == part).Select(row => row.Row.Key).Order(StringComparer.Ordinal), all.Where(row => row.Partition == part).Select(row => row.Row.Key));
    }

    [StoreFact]
    public async Task A_row_comes_as_it_is_read_alone_whatever_its_bytes()
    {
        await Rows.Write("p", [new RowChange.Insert("empty", default), new RowChange.Insert("large", Noise(RowRules.MostRowBytes)), new RowChange.Insert("~ !", Bytes("\0\uffff"))]);
        foreach (var (partition, row) in await All())
        {
            var alone = (await Rows.Get(partition, row.Key))!;
            Assert.Equal((alone.ETag, alone.WrittenAt), (row.ETag, row.WrittenAt));
            Assert.True(alone.Data.Span.SequenceEqual(row.Data.Span));
        }
    }

    [StoreFact]
    public async Task Who_stops_in_the_middle_harms_nobody_and_can_begin_again()
    {
        for (var i = 0; i < 20; i++)
            await Rows.Write($"p-{i}", [new RowChange.Insert("a", Bytes("one"))]);
        await foreach (var _ in ((IRowScan)Rows).All())
            break;
        Assert.IsType<WriteResult.Written>(await Rows.Write("q", [new RowChange.Insert("a", Bytes("one"))]));
        Assert.Equal(21, (await All()).Count);
    }

    [StoreFact]
    public async Task A_scan_of_one_moment_sees_nothing_of_what_comes_later_and_no_scan_keeps_a_write_waiting()
    {
        for (var i = 0; i < 20; i++)
            await Rows.Write($"p-{i:D2}", [new RowChange.Insert("a", Bytes("old"))]);
        var seen = new List<PlacedRow>();
        await foreach (var row in ((IRowScan)Rows).All())
        {
            if (seen.Count == 0)
                for (var i = 0; i < 20; i++)
                    Assert.IsType<WriteResult.Written>(await Rows.Write($"p-{i:D2}", [new RowChange.Put("a", Bytes("new")), new RowChange.Put("b", Bytes("new"))]));
            seen.Add(row);
        }
        if (((IRowScan)Rows).IsOneMoment)
            Assert.All(seen, row => Assert.Equal("old", Text(row.Row.Data)));
        Assert.True(seen.Count >= 20);
    }

    async Task<List<PlacedRow>> All() => await ((IRowScan)Rows).All().ToListAsync();
}
