using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Turns;

/// <summary>Passes everything on to a real store, but takes no more writes of people's seats than it is told to: what a process does not come to that dies after a commit.</summary>
public sealed class RowsOfSeats(IRowStore inner) : IRowStore
{
    /// <summary>How many more it takes; null: all.</summary>
    public int? Left { get; set; }

    public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default) => inner.Get(partition, key, ct);

    public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default) => inner.Range(partition, from, before, most, ct);

    public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        if (partition.StartsWith("p-", StringComparison.Ordinal) && Left is { } left)
        {
            if (left == 0)
                return ValueTask.FromResult<WriteResult>(new WriteResult.Unavailable(StorageFault.Unreachable));
            Left = left - 1;
        }
        return inner.Write(partition, changes, ct);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
