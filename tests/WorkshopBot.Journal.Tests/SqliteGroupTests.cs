namespace WorkshopBot.Journal.Tests;

/// <summary>Many who write at once share transactions, and are none the worse for it.</summary>
public sealed class SqliteGroupTests : SqliteTests
{
    [Fact]
    public async Task Two_thousand_writes_from_sixteen_tasks_are_all_there_in_far_fewer_transactions()
    {
        await using var rows = Open();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(task => Task.Run(async () =>
        {
            for (var i = 0; i < 125; i++)
                Assert.IsType<WriteResult.Written>(await rows.Write("p", Insert($"{task}-{i}", Bytes($"{task}-{i}"))));
        })));
        Assert.InRange(rows.Writer.Groups, 1, 1000);
        var all = await rows.Range("p", " ", "~", 10_000);
        Assert.Equal(2000, all.Count);
        Assert.Equal(2000, all.Select(row => row.ETag).Distinct().Count());
        Assert.All(all, row => Assert.True(row.Data.Span.SequenceEqual(Bytes(row.Key).Span)));
    }

    [Fact]
    public async Task A_conflict_in_a_group_undoes_its_own_request_and_no_other()
    {
        await using var rows = Open();
        using var stranger = Stranger();
        // While the file is held the requests gather behind the first one, and then share a transaction.
        Execute(stranger, "BEGIN EXCLUSIVE");
        var first = rows.Write("p", Insert("a", Bytes("first"))).AsTask();
        await Until(() => rows.Writer.Serving);
        var others = Enumerable.Range(0, 9).Select(i => rows.Write("p",
            [new RowChange.Put($"own-{i}", Bytes("x")), new RowChange.Insert(i % 3 == 0 ? "a" : $"b-{i}", Bytes($"{i}"))]).AsTask()).ToList();
        Execute(stranger, "COMMIT");
        Assert.IsType<WriteResult.Written>(await first);
        var results = await Task.WhenAll(others);
        Assert.Equal(2, rows.Writer.Groups);
        var keys = await Keys(rows);
        for (var i = 0; i < 9; i++)
        {
            Assert.Equal(i % 3 != 0, results[i] is WriteResult.Written);
            Assert.Equal(i % 3 != 0, keys.Contains($"own-{i}"));
        }
        Assert.True((await rows.Get("p", "a"))!.Data.Span.SequenceEqual(Bytes("first").Span));
    }

    [Fact]
    public async Task More_writes_than_the_queue_holds_wait_their_turn()
    {
        await using var rows = Open();
        var results = await Task.WhenAll(Enumerable.Range(0, 3000).Select(i => rows.Write("p", Insert($"{i}", Bytes("x"))).AsTask()));
        Assert.All(results, result => Assert.IsType<WriteResult.Written>(result));
        Assert.Equal(3000, (await Keys(rows)).Count);
    }

    [Fact]
    public async Task Readers_see_every_answered_write_while_others_go_on()
    {
        await using var rows = Open();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(task => Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                await rows.Write("p", [new RowChange.Put($"{task}", Bytes($"{i}"))]);
                Assert.True((await rows.Get("p", $"{task}"))!.Data.Span.SequenceEqual(Bytes($"{i}").Span));
            }
        })));
    }
}
