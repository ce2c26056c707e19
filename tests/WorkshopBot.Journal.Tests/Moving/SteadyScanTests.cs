using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Moving;

namespace WorkshopBot.Journal.Tests.Moving;

/// <summary>A storage that has no moment of its own is read while others write: each workshop fits together all the same.</summary>
public sealed class SteadyScanTests
{
    readonly ManualTime _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Nothing_in_a_copy_speaks_of_a_commit_that_is_not_there(int seed)
    {
        await using var rows = new MemoryRowStore(_time);
        await Journals.Write(rows, _time, workshops: 3, commits: 150);
        var busy = new Busy(rows, seed);
        var copy = new MemoryRowStore(_time);
        foreach (var (partition, row) in await new SteadyScan(busy, busy).All().ToListAsync())
            await copy.Write(partition, [new RowChange.Insert(row.Key, row.Data)]);
        Assert.True(busy.Commits > 10);
        for (var w = 0; w < 3; w++)
        {
            var id = $"m-{w}";
            var head = (await new WorkshopJournal(copy).Head(id))!;
            var tail = await new WorkshopJournal(copy).Tail(id, 0);
            Assert.Equal((head.Version, head.CommitId), (tail[^1].Version, tail[^1].Id));
            Assert.Equal(head.Version, tail.Count);
            var loaded = await new WorkshopJournal(copy).Load(id);
            Assert.NotNull(loaded.Snapshot);
            foreach (var lane in await new Lanes(copy).All(id))
            {
                Assert.InRange(lane.Lane.Kept, 0, head.Version);
                Assert.All(await new Lanes(copy).Messages(id, lane.Lane.Room), message => Assert.InRange(message.Shown, 0, head.Version));
            }
            // It can be written on, which a commit beyond the head would forbid for ever.
            Assert.IsType<AppendResult.Appended>(await new WorkshopJournal(copy).Append(id, head, Guid.NewGuid(), default, null));
        }
    }

    [Fact]
    public async Task In_quiet_it_gives_the_rows_that_are_there_and_each_once()
    {
        await using var rows = new MemoryRowStore(_time);
        await Journals.Write(rows, _time);
        await rows.Write("w-m-1", [new RowChange.Insert("x-later", default), new RowChange.Insert("zebra", default)]);
        Assert.Equal(await Journals.Contents(rows), await Journals.Contents(new SteadyScan(rows, rows)));
    }

    // Between any two reads somebody commits, keeps messages and saves snapshots. A scan of it is of no moment.
    sealed class Busy(MemoryRowStore inner, int seed) : IRowStore, IRowScan
    {
        readonly Random _random = new(seed);

        public int Commits { get; private set; }

        public bool IsOneMoment => false;

        public async ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
        {
            await Write();
            return await inner.Get(partition, key, ct);
        }

        public async ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
        {
            await Write();
            return await inner.Range(partition, from, before, most, ct);
        }

        public async IAsyncEnumerable<PlacedRow> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
        {
            foreach (var row in await inner.All(ct).ToListAsync(ct))
            {
                if (_random.Next(20) == 0)
                    await Write();
                yield return row;
            }
        }

        public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default) => inner.Write(partition, changes, ct);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        async Task Write()
        {
            var (id, journal, lanes) = ($"m-{_random.Next(3)}", new WorkshopJournal(inner), new Lanes(inner));
            await Journals.Commit(journal, id, 1 + _random.Next(3));
            Commits++;
            var head = (await journal.Head(id))!;
            var lane = (await lanes.Find(id, "room"))!;
            await lanes.Write(id, lane.Lane with { Kept = head.Version }, lane.ETag, [new("room", "board", 0) { Shown = head.Version }]);
            if (_random.Next(20) == 0)
                await journal.SaveSnapshot(id, head.Version, Journals.Noise(_random.Next(1_500_000)));
        }
    }
}
