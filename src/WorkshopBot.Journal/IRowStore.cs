namespace WorkshopBot.Journal;

/// <summary>
/// Rows of bytes in partitions, written in atomic batches of one partition: as much as an embedded file and a cloud table have in common, and no more.
/// A name or batch outside <see cref="RowRules"/> is a bug and throws <see cref="ArgumentException"/>.
/// </summary>
public interface IRowStore : IAsyncDisposable
{
    /// <summary>The row, or null. Throws <see cref="StorageUnavailableException"/>.</summary>
    ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default);

    /// <summary>The first rows, at most <paramref name="most"/>, with <paramref name="from"/> &lt;= key &lt; <paramref name="before"/>, in ordinal order of their keys. Throws <see cref="StorageUnavailableException"/>.</summary>
    ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default);

    /// <summary>
    /// Makes all changes or none. The data must stay as they are until the answer comes.
    /// After <see cref="WriteResult.Unavailable"/> the embedded storages have written nothing; one across a network may have, and a cancelled call likewise.
    /// Whoever repeats a write therefore makes it recognise itself (insert, ETag, or a name of its own in the row).
    /// </summary>
    ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default);
}
