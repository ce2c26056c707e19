namespace WorkshopBot.Journal;

/// <summary>
/// The keys that links and secrets are made with, a row of bytes each. They are added to and never removed: what was made with an old key must stay readable.
/// What the bytes are is not its business. Reading throws <see cref="StorageUnavailableException"/>; writing does not.
/// </summary>
public sealed class KeyRing(IRowStore rows)
{
    const string Partition = "keys";
    const string First = "k-";
    const string Behind = "k.";     // '.' follows '-'
    const int Most = 1_000;

    /// <summary>All keys, in the order of their names.</summary>
    public ValueTask<IReadOnlyList<StoredRow>> All(CancellationToken ct = default) => rows.Range(Partition, First, Behind, Most, ct);

    /// <summary>Adds a key under a name of its own; a conflict when the name is taken by another key.</summary>
    public ValueTask<WriteResult> Add(string name, ReadOnlyMemory<byte> data, CancellationToken ct = default) => OwnRow.Insert(rows, Partition, First + name, data, ct);

    /// <summary>Writes the same key in another form, such as wrapped; a conflict when it is not as it was read.</summary>
    public ValueTask<WriteResult> Rewrite(StoredRow row, ReadOnlyMemory<byte> data, CancellationToken ct = default) => OwnRow.Replace(rows, Partition, row.Key, data, row.ETag, ct);
}
