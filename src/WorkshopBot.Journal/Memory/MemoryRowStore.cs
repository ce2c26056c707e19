using System.Globalization;

namespace WorkshopBot.Journal.Memory;

/// <summary>Rows in this process's memory, for rehearsals and tests; they are gone when it is disposed or the process ends.</summary>
public sealed class MemoryRowStore(TimeProvider time) : IRowStore, IRowScan
{
    readonly Lock _lock = new();
    readonly Dictionary<string, MemoryPartition> _partitions = new(StringComparer.Ordinal);
    long _etag;
    bool _disposed;

    public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
    {
        RowRules.CheckName(partition);
        RowRules.CheckName(key);
        ct.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult(Find(partition)?.Get(key));
    }

    public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
    {
        RowRules.CheckRange(partition, from, before, most);
        ct.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult(Find(partition)?.Range(from, before, most) ?? []);
    }

    public bool IsOneMoment => true;

    public IAsyncEnumerable<PlacedRow> All(CancellationToken ct = default)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            // Rows never change, so the list of them is the moment.
            PlacedRow[] all = [.. _partitions.OrderBy(partition => partition.Key, StringComparer.Ordinal).SelectMany(partition => partition.Value.All, (partition, row) => new PlacedRow(partition.Key, row))];
            return all.ToAsyncEnumerable();
        }
    }

    public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        RowRules.CheckBatch(partition, changes);
        ct.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var rows = Find(partition) ?? new MemoryPartition();
            if (!changes.All(rows.Allows))
                return ValueTask.FromResult<WriteResult>(new WriteResult.Conflict());
            _partitions[partition] = rows;
            var now = time.GetUtcNow();
            return ValueTask.FromResult<WriteResult>(new WriteResult.Written([.. changes.Select(change => rows.Apply(change, NextETag(), now))]));
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _disposed = true;
            _partitions.Clear();
        }
        return ValueTask.CompletedTask;
    }

    // One counter for all rows: a row that was deleted and written again never gets an ETag back.
    string NextETag() => (++_etag).ToString(CultureInfo.InvariantCulture);

    MemoryPartition? Find(string partition)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _partitions.GetValueOrDefault(partition);
    }
}
