namespace WorkshopBot.Journal.Tests;

/// <summary>What every storage does alike. A new one subclasses this and is held to all of it.</summary>
public abstract class RowStoreContract : StoreTests
{
    [StoreFact]
    public async Task An_inserted_row_is_there_with_its_bytes_its_etag_and_the_time()
    {
        var etag = ETag(await Rows.Write("p", [new RowChange.Insert("a", Bytes("one"))]));
        var row = await Rows.Get("p", "a");
        Assert.NotNull(row);
        Assert.Equal(("a", "one", etag), (row.Key, Text(row.Data), row.ETag));
        IsNow(row.WrittenAt);
    }

    [StoreFact]
    public async Task A_row_that_was_never_written_is_null()
    {
        Assert.Null(await Rows.Get("p", "a"));
        Assert.Empty(await Rows.Range("p", "a", "z", 10));
    }

    [StoreFact]
    public async Task A_row_may_be_empty()
    {
        await Rows.Write("p", [new RowChange.Insert("a", default)]);
        Assert.Equal(0, (await Rows.Get("p", "a"))!.Data.Length);
    }

    [StoreFact]
    public async Task The_same_key_in_two_partitions_is_two_rows()
    {
        await Rows.Write("p", [new RowChange.Insert("a", Bytes("one"))]);
        await Rows.Write("q", [new RowChange.Insert("a", Bytes("two"))]);
        Assert.Equal("one", Text((await Rows.Get("p", "a"))!.Data));
        Assert.Equal("two", Text((await Rows.Get("q", "a"))!.Data));
        Assert.Null(await Rows.Get("P", "a"));
    }

    [StoreFact]
    public async Task Inserting_what_is_there_is_a_conflict()
    {
        await Rows.Write("p", [new RowChange.Insert("a", Bytes("one"))]);
        Assert.IsType<WriteResult.Conflict>(await Rows.Write("p", [new RowChange.Insert("a", Bytes("two"))]));
        Assert.Equal("one", Text((await Rows.Get("p", "a"))!.Data));
    }

    [StoreFact]
    public async Task Replacing_needs_the_newest_etag()
    {
        var first = ETag(await Rows.Write("p", [new RowChange.Insert("a", Bytes("one"))]));
        Time.Now += TimeSpan.FromMinutes(1);
        var second = ETag(await Rows.Write("p", [new RowChange.Replace("a", Bytes("two"), first)]));
        Assert.NotEqual(first, second);
        Assert.IsType<WriteResult.Conflict>(await Rows.Write("p", [new RowChange.Replace("a", Bytes("three"), first)]));
        Assert.IsType<WriteResult.Conflict>(await Rows.Write("p", [new RowChange.Replace("a", Bytes("three"), "W/\"another storage's\"")]));
        Assert.IsType<WriteResult.Conflict>(await Rows.Write("p", [new RowChange.Replace("b", Bytes("three"), second)]));
        var row = (await Rows.Get("p", "a"))!;
        Assert.Equal(("two", second), (Text(row.Data), row.ETag));
        IsNow(row.WrittenAt);
    }

    [StoreFact]
    public async Task Putting_writes_whatever_is_there()
    {
        var first = ETag(await Rows.Write("p", [new RowChange.Put("a", Bytes("one"))]));
        Time.Now += TimeSpan.FromMinutes(1);
        var second = ETag(await Rows.Write("p", [new RowChange.Put("a", Bytes("two"))]));
        Assert.NotEqual(first, second);
        var row = (await Rows.Get("p", "a"))!;
        Assert.Equal(("two", second), (Text(row.Data), row.ETag));
        IsNow(row.WrittenAt);
    }

    [StoreFact]
    public async Task Deleting_needs_the_newest_etag_and_has_none_itself()
    {
        var first = ETag(await Rows.Write("p", [new RowChange.Insert("a", Bytes("one"))]));
        var second = ETag(await Rows.Write("p", [new RowChange.Put("a", Bytes("two"))]));
        Assert.IsType<WriteResult.Conflict>(await Rows.Write("p", [new RowChange.Delete("a", first)]));
        Assert.Null(Assert.IsType<WriteResult.Written>(await Rows.Write("p", [new RowChange.Delete("a", second)])).ETags.Single());
        Assert.Null(await Rows.Get("p", "a"));
        Assert.IsType<WriteResult.Conflict>(await Rows.Write("p", [new RowChange.Delete("a", second)]));
    }

    [StoreFact]
    public async Task A_row_written_anew_never_gets_an_old_etag_back()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 5; i++)
        {
            var etag = ETag(await Rows.Write("p", [new RowChange.Insert("a", Bytes("same"))]));
            Assert.True(seen.Add(etag));
            await Rows.Write("p", [new RowChange.Delete("a", etag)]);
        }
    }

    [StoreFact]
    public async Task A_conflict_in_the_last_change_undoes_all_before_it()
    {
        // An ETag names a state of its own row: two rows written together may have the same.
        var stale = ETag(await Rows.Write("p", [new RowChange.Insert("b", Bytes("zero"))]));
        var written = Assert.IsType<WriteResult.Written>(await Rows.Write("p", [new RowChange.Insert("a", Bytes("one")), new RowChange.Put("b", Bytes("one"))]));
        var result = await Rows.Write("p",
        [
            new RowChange.Insert("c", Bytes("two")),
            new RowChange.Put("d", Bytes("two")),
            new RowChange.Replace("a", Bytes("two"), written.ETags[0]!),
            new RowChange.Delete("b", stale),
        ]);
        Assert.IsType<WriteResult.Conflict>(result);
        Assert.Equal(["a", "b"], await Keys("p"));
        var row = (await Rows.Get("p", "a"))!;
        Assert.Equal(("one", written.ETags[0]), (Text(row.Data), row.ETag));
    }

    [StoreFact]
    public async Task A_batch_answers_one_etag_for_each_change_in_their_order()
    {
        var old = ETag(await Rows.Write("p", [new RowChange.Insert("x", Bytes("old"))]));
        var written = Assert.IsType<WriteResult.Written>(await Rows.Write("p",
            [new RowChange.Put("b", Bytes("b")), new RowChange.Delete("x", old), new RowChange.Insert("a", Bytes("a"))]));
        Assert.Equal(3, written.ETags.Count);
        Assert.Equal((await Rows.Get("p", "b"))!.ETag, written.ETags[0]);
        Assert.Null(written.ETags[1]);
        Assert.Equal((await Rows.Get("p", "a"))!.ETag, written.ETags[2]);
    }

    [StoreFact]
    public async Task A_range_is_in_ordinal_order_with_its_start_and_without_its_end()
    {
        foreach (var key in (string[])["b", "B", "a", "Z", "a-1", "a.1", "a10", "a2", "_", "~", "0"])
            await Rows.Write("p", [new RowChange.Put(key, Bytes(key))]);
        await Rows.Write("q", [new RowChange.Put("c", Bytes("other"))]);
        Assert.Equal(["0", "B", "Z", "_", "a", "a-1", "a.1", "a10", "a2", "b"], await Keys("p"));
        Assert.Equal(["a", "a-1", "a.1", "a10", "a2"], (await Rows.Range("p", "a", "b", 100)).Select(row => row.Key));
        Assert.Equal(["a-1", "a.1"], (await Rows.Range("p", "a-", "a/".Replace('/', '0'), 2)).Select(row => row.Key));
        Assert.Empty(await Rows.Range("p", "b", "a", 100));
        Assert.Equal("a2", Text((await Rows.Range("p", "a2", "b", 1)).Single().Data));
    }

    [StoreFact]
    public async Task The_largest_row_and_a_hundred_changes_are_taken()
    {
        var large = Noise(RowRules.MostRowBytes);
        ETag(await Rows.Write("p", [new RowChange.Insert("large", large)]));
        Assert.True((await Rows.Get("p", "large"))!.Data.Span.SequenceEqual(large));
        var changes = Enumerable.Range(0, RowRules.MostChanges).Select(i => new RowChange.Insert($"row-{i}", Bytes("x"))).ToList();
        Assert.Equal(100, Assert.IsType<WriteResult.Written>(await Rows.Write("q", changes)).ETags.Count);
        ETag(await Rows.Write(new string('p', 255), [new RowChange.Insert(new string('k', 255), large)]));
        Assert.Single(await Rows.Range(new string('p', 255), "k", "l", 1));
    }

    [StoreFact]
    public async Task What_some_storage_could_not_take_is_refused_by_all_as_a_bug()
    {
        var tooLarge = new byte[RowRules.MostRowBytes + 1];
        var third = new byte[900 * 1024];
        await Refused("p", new RowChange.Put("large", tooLarge));
        await Refused("p", new RowChange.Put("a", third), new RowChange.Put("b", third), new RowChange.Put("c", third), new RowChange.Put("d", third));
        await Refused("p", [.. Enumerable.Range(0, 101).Select(i => new RowChange.Put($"row-{i}", Bytes("x")))]);
        await Refused("p");
        await Refused("p", new RowChange.Put("a", Bytes("x")), new RowChange.Put("b", Bytes("x")), new RowChange.Insert("a", Bytes("x")));
        foreach (var name in (string[])["", "a/b", "a\\b", "a#b", "a?b", "a\tb", "a\nb", "a\u007Fb", "ä", new string('k', 256)])
        {
            await Refused("p", new RowChange.Put(name, Bytes("x")));
            await Refused(name, new RowChange.Put("a", Bytes("x")));
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Rows.Get("p", name));
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Rows.Range("p", name, "z", 1));
        }
        Assert.Empty(await Keys("p"));

        async Task Refused(string partition, params RowChange[] changes) =>
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Rows.Write(partition, changes));
    }

    [StoreFact]
    public async Task The_callers_buffer_may_be_used_again_after_the_answer()
    {
        var buffer = Bytes("one").ToArray();
        await Rows.Write("p", [new RowChange.Insert("a", buffer)]);
        buffer.AsSpan().Fill((byte)'x');
        Assert.Equal("one", Text((await Rows.Get("p", "a"))!.Data));
    }

    [StoreFact]
    public async Task Of_many_who_replace_the_same_state_exactly_one_wins()
    {
        var etag = ETag(await Rows.Write("p", [new RowChange.Insert("a", Bytes("zero"))]));
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () => await Rows.Write("p", [new RowChange.Replace("a", Bytes($"{i}"), etag)]))));
        Assert.Single(results.OfType<WriteResult.Written>());
        Assert.Equal(15, results.OfType<WriteResult.Conflict>().Count());
    }

    [StoreFact]
    public async Task A_call_cancelled_beforehand_writes_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Rows.Write("p", [new RowChange.Put("a", Bytes("x"))], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Rows.Get("p", "a", cancelled));
        Assert.Null(await Rows.Get("p", "a"));
    }

    [StoreFact]
    public async Task A_disposed_store_says_so()
    {
        await Rows.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Rows.Get("p", "a"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Rows.Write("p", [new RowChange.Put("a", Bytes("x"))]));
    }
}
