using System.Collections.Concurrent;
using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Nodes;

/// <summary>Passes everything on, and notes what was asked of the storage.</summary>
public sealed class CountedRows(IRowStore inner) : IRowStore
{
    readonly ConcurrentQueue<string> _reads = [];
    readonly ConcurrentQueue<string> _writes = [];

    /// <summary>What was read, by partition and key.</summary>
    public IReadOnlyCollection<string> Reads => _reads;

    /// <summary>Batches that were written, by partition and keys.</summary>
    public IReadOnlyCollection<string> Writes => _writes;

    public void Forget()
    {
        _reads.Clear();
        _writes.Clear();
    }

    public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
    {
        _reads.Enqueue($"{partition}/{key}");
        return inner.Get(partition, key, ct);
    }

    public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
    {
        _reads.Enqueue($"{partition}/{from}..{before}");
        return inner.Range(partition, from, before, most, ct);
    }

    public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        _writes.Enqueue($"{partition}/{string.Join("+", changes.Select(change => change.Key))}");
        return inner.Write(partition, changes, ct);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
