using System.Diagnostics;
using System.Text;
using WorkshopBot.Journal.Tables;
using WorkshopBot.Npm;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>What one call makes of a service, or a network, in trouble.</summary>
[Collection(Alone.Name)]
public sealed class TableFaultTests() : BehindProxy(Times)
{
    static readonly TableTimes Times = new() { Try = TimeSpan.FromSeconds(0.5), Call = TimeSpan.FromSeconds(2) };

    static readonly TimeSpan Slack = TimeSpan.FromSeconds(20);

    static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static RowChange[] Inserts(int count) => [.. Enumerable.Range(0, count).Select(i => new RowChange.Insert($"row-{i}", Bytes("x")))];

    async Task<int> There() => (await Behind.Range("p", " ", "~", 100)).Count;

    [NodeTheory]
    [InlineData(Fault.Silent, false)]
    [InlineData(Fault.Closed, false)]
    [InlineData(Fault.Page, false)]
    [InlineData(Fault.Noise, false)]
    [InlineData(Fault.Lost, true)]
    [InlineData(Fault.Cut, true)]
    public async Task A_write_of_which_nobody_knows_is_sent_once_and_told_as_such(Fault fault, bool carriedOut)
    {
        foreach (var count in (int[])[1, 3])
        {
            // Also over a connection that was good before.
            await Rows.Get("p", "row-0");
            Proxy.Asked.Clear();
            Proxy.Next.Enqueue(fault);
            Assert.Equal(new WriteResult.Unavailable(StorageFault.Unreachable), await Rows.Write("p", Inserts(count)));
            Assert.Single(Proxy.Asked);
            Assert.Equal(carriedOut ? count : 0, await There());
            if (carriedOut)
            {
                // Made again it meets itself, which those above can tell.
                Assert.IsType<WriteResult.Conflict>(await Rows.Write("p", Inserts(count)));
                foreach (var row in await Behind.Range("p", " ", "~", 100))
                    await Behind.Write("p", [new RowChange.Delete(row.Key, row.ETag)]);
            }
            else
            {
                Assert.IsType<WriteResult.Written>(await Rows.Write("q" + count, Inserts(count)));
            }
        }
    }

    [NodeFact]
    public async Task The_answer_to_a_batch_that_cannot_be_read_is_no_answer()
    {
        Proxy.Next.Enqueue(Fault.Scribble);
        Assert.Equal(new WriteResult.Unavailable(StorageFault.Unreachable), await Rows.Write("p", Inserts(2)));
        Assert.Equal(2, await There());
    }

    [NodeFact]
    public async Task A_service_that_says_it_is_busy_has_done_nothing_and_is_asked_again()
    {
        Proxy.Next.Enqueue(Fault.Busy);
        Proxy.Next.Enqueue(Fault.Busy);
        Assert.IsType<WriteResult.Written>(await Rows.Write("p", Inserts(2)));
        Assert.Equal(3, Proxy.Asked.Count);
        Proxy.Choose = _ => Fault.Busy;
        Assert.Equal(new WriteResult.Unavailable(StorageFault.Busy), await Rows.Write("q", Inserts(2)));
        Assert.Equal(StorageFault.Busy, (await Assert.ThrowsAsync<StorageUnavailableException>(async () => await Rows.Get("p", "row-0"))).Fault);
        Assert.Equal(3 + 4 + 4, Proxy.Asked.Count);
    }

    [NodeTheory]
    [InlineData(Fault.Busy)]
    [InlineData(Fault.Silent)]
    [InlineData(Fault.Closed)]
    [InlineData(Fault.Noise)]
    [InlineData(Fault.Lost)]
    [InlineData(Fault.Cut)]
    public async Task A_read_is_tried_again(Fault fault)
    {
        await Rows.Write("p", Inserts(3));
        Proxy.Next.Enqueue(fault);
        Assert.Equal("x", Encoding.UTF8.GetString((await Rows.Get("p", "row-1"))!.Data.Span));
        Proxy.Next.Enqueue(fault);
        Assert.Equal(3, (await Rows.Range("p", "a", "z", 10)).Count);
        Proxy.Choose = _ => fault;
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await Rows.Get("p", "row-1"));
        Assert.True(watch.Elapsed < Times.Call + Slack, $"{watch.Elapsed}");
    }

    [NodeTheory]
    [InlineData(Fault.Page)]
    [InlineData(Fault.Scribble)]
    public async Task What_is_no_row_is_not_taken_for_one(Fault fault)
    {
        await Rows.Write("p", Inserts(1));
        Proxy.Choose = _ => fault;
        Assert.Equal(StorageFault.Unreachable, (await Assert.ThrowsAsync<StorageUnavailableException>(async () => await Rows.Get("p", "row-0"))).Fault);
        Assert.Equal(StorageFault.Unreachable, (await Assert.ThrowsAsync<StorageUnavailableException>(async () => await Rows.Range("p", "a", "z", 10))).Fault);
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await Rows.All().ToListAsync());
    }

    [NodeFact]
    public async Task An_answer_left_lying_is_never_taken_for_the_next_one()
    {
        await Rows.Write("p", [new RowChange.Put("a", Bytes("a")), new RowChange.Put("b", Bytes("b"))]);
        var known = 0;
        for (var i = 0; i < 40; i++)
        {
            Proxy.Next.Enqueue(Fault.Twice);
            Assert.Equal("a", Encoding.UTF8.GetString((await Rows.Get("p", "a"))!.Data.Span));
            Assert.Equal("b", Encoding.UTF8.GetString((await Rows.Get("p", "b"))!.Data.Span));
            Proxy.Next.Enqueue(Fault.Twice);
            await Told("c", new RowChange.Put("c", Bytes($"{i}")));
            await Told($"d{i}", new RowChange.Insert($"d{i}", Bytes("d")));
        }
        Assert.InRange(known, 20, 80);

        // Written, or not known, since an answer that lies there may be found first: never a conflict, and never another's ETag.
        async Task Told(string key, RowChange change)
        {
            var result = await Rows.Write("p", [change]);
            Assert.IsNotType<WriteResult.Conflict>(result);
            if (result is not WriteResult.Written written)
                return;
            known++;
            Assert.Equal((await Behind.Get("p", key))!.ETag, written.ETags[0]);
        }
    }

    [NodeFact]
    public async Task A_deletion_whose_answer_is_lost_is_made_once()
    {
        var etag = Assert.IsType<WriteResult.Written>(await Rows.Write("p", Inserts(1))).ETags[0]!;
        Proxy.Asked.Clear();
        Proxy.Next.Enqueue(Fault.Lost);
        Assert.Equal(new WriteResult.Unavailable(StorageFault.Unreachable), await Rows.Write("p", [new RowChange.Delete("row-0", etag)]));
        Assert.Single(Proxy.Asked);
        Assert.Equal(0, await There());
    }

    [NodeFact]
    public async Task An_answer_that_takes_its_time_is_waited_for_as_long_as_more_of_it_comes()
    {
        var large = new byte[100_000];
        await using var rows = await Emulator.Open(Table, port: Proxy.Port, times: new() { Try = TimeSpan.FromSeconds(1.6), Call = TimeSpan.FromSeconds(60) });
        await rows.Write("p", [new RowChange.Insert("large", large)]);
        Proxy.Asked.Clear();
        Proxy.Choose = _ => Fault.Dribble;
        var watch = Stopwatch.StartNew();
        Assert.Equal(large.Length, (await rows.Get("p", "large"))!.Data.Length);
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
        Assert.Single(Proxy.Asked);
    }

    [NodeFact]
    public async Task A_late_answer_is_not_waited_for_but_the_write_is_there()
    {
        Proxy.Next.Enqueue(Fault.Late);
        var watch = Stopwatch.StartNew();
        Assert.Equal(new WriteResult.Unavailable(StorageFault.Unreachable), await Rows.Write("p", Inserts(2)));
        Assert.InRange(watch.Elapsed, Times.Call - TimeSpan.FromSeconds(0.5), Times.Call + Slack);
        Proxy.Release.SetResult();
        Assert.Equal(2, await There());
    }

    [NodeFact]
    public async Task Who_gives_up_is_let_go_at_once()
    {
        await using var patient = await Emulator.Open(Table, port: Proxy.Port, times: new() { Try = TimeSpan.FromMinutes(5), Call = TimeSpan.FromMinutes(5) });
        Proxy.Choose = _ => Fault.Silent;
        using var cancel = new CancellationTokenSource();
        var (read, write) = (patient.Get("p", "a", cancel.Token).AsTask(), patient.Write("p", Inserts(2), cancel.Token).AsTask());
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.WaitAsync(Slack));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write.WaitAsync(Slack));
    }

    [NodeFact]
    public async Task A_service_that_is_not_there_is_unreachable_and_does_not_keep_anybody_waiting()
    {
        await Proxy.DisposeAsync();
        var watch = Stopwatch.StartNew();
        Assert.Equal(new WriteResult.Unavailable(StorageFault.Unreachable), await Rows.Write("p", Inserts(1)));
        Assert.Equal(StorageFault.Unreachable, (await Assert.ThrowsAsync<StorageUnavailableException>(async () => await Rows.Get("p", "a"))).Fault);
        Assert.Equal(StorageFault.Unreachable, (await Assert.ThrowsAsync<StorageUnavailableException>(() => Emulator.Open(Table, port: Proxy.Port, times: Times))).Fault);
        Assert.True(watch.Elapsed < 3 * Times.Call + Slack, $"{watch.Elapsed}");
    }
}
