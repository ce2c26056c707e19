using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Turns;

/// <summary>A workshop's history may be as long as it likes: what a turn reads of it is the newest snapshot and what came after, and what is held in memory is not read at all.</summary>
public sealed class LongHistoryTests(ITestOutputHelper output)
{
    const int Commits = 10_000;

    [Fact]
    public async Task After_a_restart_a_turn_of_ten_thousand_commits_reads_the_snapshot_and_a_short_tail()
    {
        var rows = new Counting(new MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows);
        await talk.StartGoals();
        for (var i = 0; i < Commits; i++)
        {
            await talk.Takes("ann", $"why: reason {i} of all those that were ever given");
            // What can be undone is kept for a day.
            talk.Time.Now += TimeSpan.FromMinutes(5);
        }
        var head = (await new WorkshopJournal(rows).Head("m-1"))!;
        Assert.True(head.Version >= Commits);
        await talk.Restart();

        rows.Start();
        await talk.Takes("ann", "why: the last one");
        var (read, bytes) = rows.Stop();
        output.WriteLine($"{read.Count} rows and {bytes:N0} bytes read for the first turn after {head.Version} commits");
        // 64 KiB of commits make a snapshot due; a busy machine may write it somewhat later.
        Assert.InRange(read.Count(row => row.Key.StartsWith("c-", StringComparison.Ordinal)), 0, WorkshopJournal.LeastSnapshotTail / 100);
        Assert.InRange(bytes, 1, 6 * WorkshopJournal.LeastSnapshotTail);
        Assert.Contains(read, row => row.Key.StartsWith("s-", StringComparison.Ordinal));

        rows.Start();
        await talk.Takes("ann", "why: the very last one");
        Assert.DoesNotContain(rows.Stop().Read, row => row.Partition == "w-m-1");
    }

    // Passes everything on, and writes down what is read.
    sealed class Counting(IRowStore inner) : IRowStore
    {
        readonly List<(string Partition, string Key)> _read = [];
        long _bytes;

        public void Start()
        {
            lock (_read)
                (_, _bytes) = (_read.RemoveAll(_ => true), 0);
        }

        public (IReadOnlyList<(string Partition, string Key)> Read, long Bytes) Stop()
        {
            lock (_read)
                return ([.. _read], _bytes);
        }

        public async ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
        {
            var row = await inner.Get(partition, key, ct);
            if (row is not null)
                Note(partition, row);
            return row;
        }

        public async ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
        {
            var rows = await inner.Range(partition, from, before, most, ct);
            foreach (var row in rows)
                Note(partition, row);
            return rows;
        }

        public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default) => inner.Write(partition, changes, ct);

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        void Note(string partition, StoredRow row)
        {
            lock (_read)
                _read.Add((partition, row.Key));
            Interlocked.Add(ref _bytes, row.Data.Length);
        }
    }
}
