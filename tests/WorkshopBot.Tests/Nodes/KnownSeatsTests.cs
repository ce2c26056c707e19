using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Nodes;

/// <summary>What a node remembers of seats.</summary>
public sealed class KnownSeatsTests
{
    readonly MemoryRowStore _memory = new(TimeProvider.System);
    readonly CountedRows _rows;

    public KnownSeatsTests() => _rows = new(_memory);

    [Fact]
    public async Task What_was_written_or_read_is_not_read_again_nor_what_is_not_there()
    {
        var seats = new KnownSeats(new(_rows), alone: true);
        Assert.Null(await seats.Find("r", "ann", default));
        Assert.Null(await seats.Find("r", "ann", default));
        Assert.Single(_rows.Reads);
        var etag = ((WriteResult.Written)await seats.Save("r", "ann", new() { Workshop = "w1" }, null, default)).ETags[0];
        var found = (await seats.Find("r", "ann", default))!;
        Assert.Equal(("w1", etag), (found.Seat.Workshop, found.ETag));
        await seats.Remove("r", "ann", etag!, default);
        Assert.Null(await seats.Find("r", "ann", default));
        Assert.Single(_rows.Reads);
    }

    [Fact]
    public async Task Where_others_write_too_everything_is_read()
    {
        var seats = new KnownSeats(new(_rows), alone: false);
        await seats.Save("r", "ann", new() { Workshop = "w1" }, null, default);
        await seats.Find("r", "ann", default);
        await seats.Find("r", "ann", default);
        Assert.Equal(2, _rows.Reads.Count);
    }

    [Fact]
    public async Task What_did_not_come_through_is_forgotten()
    {
        var trouble = new RowsInTrouble(_rows);
        var seats = new KnownSeats(new(trouble), alone: true);
        await seats.Save("r", "ann", new() { Workshop = "w1" }, null, default);
        Assert.IsType<WriteResult.Conflict>(await seats.Save("r", "ann", new() { Workshop = "w2" }, null, default));
        Assert.Equal("w1", (await seats.Find("r", "ann", default))!.Seat.Workshop);
        Assert.Single(_rows.Reads);
        trouble.LosesAnswers = true;
        await seats.Save("r", "ann", new() { Workshop = "w3" }, (await seats.Find("r", "ann", default))!.ETag, default);
        Assert.Equal("w3", (await seats.Find("r", "ann", default))!.Seat.Workshop);
    }

    [Fact]
    public async Task What_was_read_before_a_write_and_comes_after_it_is_not_kept()
    {
        var gate = new LateReads(_memory);
        var seats = new KnownSeats(new(gate), alone: true);
        var late = seats.Find("r", "ann", default);
        await seats.Save("r", "ann", new() { Workshop = "w1" }, null, default);
        gate.Open.SetResult();
        Assert.Null(await late);
        Assert.Equal("w1", (await seats.Find("r", "ann", default))!.Seat.Workshop);
    }

    [Fact]
    public async Task Memory_is_bounded_and_what_is_used_stays()
    {
        var seats = new KnownSeats(new(_rows), alone: true, mostBytes: 20_000);
        await seats.Save("r", "ann", new() { Workshop = "w1" }, null, default);
        for (var i = 0; i < 200; i++)
        {
            await seats.Save("r", $"p{i}", new() { Workshop = "w1" }, null, default);
            await seats.Find("r", "ann", default);
        }
        Assert.Empty(_rows.Reads);
        await seats.Find("r", "p199", default);
        Assert.Empty(_rows.Reads);
        await seats.Find("r", "p0", default);
        Assert.Single(_rows.Reads);
    }

    [Fact]
    public async Task Many_who_read_and_write_one_seat_at_once_leave_it_as_it_is_stored()
    {
        var seats = new KnownSeats(new(_rows), alone: true);
        for (var round = 0; round < 50; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
            {
                var found = await seats.Find("r", "ann", default);
                await seats.Save("r", "ann", new() { Workshop = $"w{round}-{i}" }, found?.ETag, default);
            })));
            var stored = (await new Seats(_memory).Find("r", "ann"))!;
            Assert.Equal((stored.ETag, stored.Seat.Workshop), ((await seats.Find("r", "ann", default))!.ETag, (await seats.Find("r", "ann", default))!.Seat.Workshop));
        }
    }

    /// <summary>What is read is on its way for as long as it takes.</summary>
    sealed class LateReads(IRowStore inner) : IRowStore
    {
        public TaskCompletionSource Open { get; } = new();

        public async ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
        {
            var found = await inner.Get(partition, key, ct);
            await Open.Task;
            return found;
        }

        public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default) => inner.Range(partition, from, before, most, ct);

        public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default) => inner.Write(partition, changes, ct);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
