using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Turns;

/// <summary>Passes everything on, but what is written to some partitions is refused.</summary>
sealed class RefusingRows(IRowStore inner) : IRowStore
{
    /// <summary>How the partitions begin that take nothing; null: all do.</summary>
    public string? Refused { get; set; }

    public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default) => inner.Get(partition, key, ct);

    public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default) => inner.Range(partition, from, before, most, ct);

    public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default) =>
        Refused is { } refused && partition.StartsWith(refused, StringComparison.Ordinal) ? ValueTask.FromResult<WriteResult>(new WriteResult.Unavailable(StorageFault.Busy)) : inner.Write(partition, changes, ct);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
