using System.Diagnostics;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Journal.Tests;

/// <summary>What becomes of writes when the world fails: all are answered, none is half-written, and when the world is right again so is the store.</summary>
[Collection(Alone.Name)]
public sealed class SqliteTroubleTests : SqliteTests
{
    [Fact]
    public async Task A_file_somebody_else_holds_is_busy_to_everybody_after_one_wait()
    {
        await using var rows = Open();
        using var stranger = Stranger();
        Execute(stranger, "BEGIN EXCLUSIVE");
        var first = rows.Write("p", Insert("first", Bytes("x"))).AsTask();
        await Until(() => rows.Writer.Serving);
        // They come while the first is waiting, and do not begin a wait of their own behind it.
        var later = Enumerable.Range(0, 5).Select(i => rows.Write("p", Insert($"later-{i}", Bytes("x"))).AsTask()).ToList();
        Assert.Null(await rows.Get("p", "first"));
        Assert.False(first.IsCompleted);
        Assert.Equal(new WriteResult.Unavailable(StorageFault.Busy), await first);
        var watch = Stopwatch.StartNew();
        Assert.All(await Task.WhenAll(later), result => Assert.Equal(new WriteResult.Unavailable(StorageFault.Busy), result));
        Assert.True(watch.Elapsed < SqliteWriter.Busy, $"{watch.Elapsed}");
        Execute(stranger, "ROLLBACK");
        Assert.IsType<WriteResult.Written>(await rows.Write("p", Insert("after", Bytes("x"))));
        Assert.Equal(["after"], await Keys(rows));
    }

    [Fact]
    public async Task A_write_goes_through_when_the_other_lets_go_in_time()
    {
        await using var rows = Open();
        using var stranger = Stranger();
        Execute(stranger, "BEGIN EXCLUSIVE");
        var write = rows.Write("p", Insert("a", Bytes("x"))).AsTask();
        Assert.False(write.IsCompleted);
        Execute(stranger, "COMMIT");
        Assert.IsType<WriteResult.Written>(await write);
    }

    [Fact]
    public async Task A_full_file_takes_nothing_in_part_and_all_again_when_there_is_room()
    {
        await using var rows = Open();
        await rows.Write("p", Insert("before", Bytes("x")));
        rows.Writer.Obstacle = "PRAGMA max_page_count=40";
        var large = new byte[60_000];
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => rows.Write("p", [new RowChange.Insert($"small-{i}", Bytes("x")), new RowChange.Insert($"large-{i}", large)]).AsTask()));
        Assert.Contains(new WriteResult.Unavailable(StorageFault.Full), results);
        Assert.All(results, result => Assert.True(result is WriteResult.Written or WriteResult.Unavailable { Fault: StorageFault.Full }));
        await Holds(rows, results, before: 1);

        Assert.Equal(new WriteResult.Unavailable(StorageFault.Full), await rows.Write("p", Insert("huge", new byte[900_000])));
        rows.Writer.Obstacle = "PRAGMA max_page_count=1000000";
        Assert.IsType<WriteResult.Written>(await rows.Write("p", Insert("huge", new byte[900_000])));
        rows.Writer.Obstacle = null;
        Assert.IsType<WriteResult.Written>(await rows.Write("p", Insert("after", Bytes("x"))));
        await Holds(rows, results, before: 3);
        Sound();
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_is_read_and_not_written()
    {
        await using var rows = Open();
        await rows.Write("p", Insert("before", Bytes("x")));
        rows.Writer.Obstacle = "PRAGMA query_only=1";
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => rows.Write("p", Insert($"{i}", Bytes("x"))).AsTask()));
        Assert.All(results, result => Assert.Equal(new WriteResult.Unavailable(StorageFault.ReadOnly), result));
        Assert.Equal(["before"], await Keys(rows));
        rows.Writer.Obstacle = null;
        Assert.IsType<WriteResult.Written>(await rows.Write("p", Insert("after", Bytes("x"))));
        Assert.Equal(["after", "before"], await Keys(rows));
    }

    [Fact]
    public async Task A_bug_in_one_group_is_heard_by_those_who_asked_and_the_writer_goes_on()
    {
        await using var rows = Open();
        rows.Writer.Obstacle = "this is no SQL";
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await rows.Write("p", Insert("a", Bytes("x"))));
        Assert.Contains("syntax error", failure.Message, StringComparison.Ordinal);
        rows.Writer.Obstacle = null;
        Assert.IsType<WriteResult.Written>(await rows.Write("p", Insert("a", Bytes("x"))));
    }

    [Fact]
    public async Task A_file_overwritten_by_somebody_is_unreachable_to_readers()
    {
        await using (var rows = Open())
            await rows.Write("p", Insert("a", new byte[50_000]));
        using (var file = new FileStream(Folder.File(), FileMode.Open))
        {
            file.Seek(4096, SeekOrigin.Begin);
            file.Write(new byte[40_000]);
        }
        await using var again = Open();
        Assert.Equal(StorageFault.Unreachable, (await Assert.ThrowsAsync<StorageUnavailableException>(async () => await again.Get("p", "a"))).Fault);
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_for_the_writer_is_never_made()
    {
        await using var rows = Open();
        using var stranger = Stranger();
        using var cancel = new CancellationTokenSource();
        Execute(stranger, "BEGIN EXCLUSIVE");
        var first = rows.Write("p", Insert("first", Bytes("x"))).AsTask();
        await Until(() => rows.Writer.Serving);
        var second = rows.Write("p", Insert("second", Bytes("x")), cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Execute(stranger, "COMMIT");
        Assert.IsType<WriteResult.Written>(await first);
        Assert.IsType<WriteResult.Written>(await rows.Write("p", Insert("third", Bytes("x"))));
        Assert.Equal(["first", "third"], await Keys(rows));
    }

    // Every request is there as a whole, or not at all, as it was answered.
    static async Task Holds(SqliteRowStore rows, WriteResult[] results, int before)
    {
        var keys = await Keys(rows);
        for (var i = 0; i < results.Length; i++)
        {
            Assert.Equal(results[i] is WriteResult.Written, keys.Contains($"small-{i}"));
            Assert.Equal(results[i] is WriteResult.Written, keys.Contains($"large-{i}"));
        }
        Assert.Equal(before + 2 * results.Count(result => result is WriteResult.Written), keys.Count);
    }

    void Sound()
    {
        using var stranger = Stranger();
        Assert.Equal("ok", Execute(stranger, "PRAGMA integrity_check"));
    }
}
