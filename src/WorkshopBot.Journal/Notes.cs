namespace WorkshopBot.Journal;

/// <summary>
/// Small notes under names of any kind, a partition each, written over without asking what was there: what is lost when two write at once is found again. Reading throws
/// <see cref="StorageUnavailableException"/>; writing does not.
/// </summary>
public sealed class Notes(IRowStore rows)
{
    const string Row = "note";

    /// <summary>Null for none.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> Find(string name, CancellationToken ct = default) => (await rows.Get(Partition(name), Row, ct).ConfigureAwait(false))?.Data;

    /// <summary>Writes a note over an earlier one; null takes it away.</summary>
    public async ValueTask<WriteResult> Write(string name, ReadOnlyMemory<byte>? note, CancellationToken ct = default)
    {
        if (note is { } data)
            return await rows.Write(Partition(name), [new RowChange.Put(Row, data)], ct).ConfigureAwait(false);
        try
        {
            return await rows.Get(Partition(name), Row, ct).ConfigureAwait(false) is { } there ? await rows.Write(Partition(name), [new RowChange.Delete(Row, there.ETag)], ct).ConfigureAwait(false) : new WriteResult.Written([]);
        }
        catch (StorageUnavailableException e)
        {
            return new WriteResult.Unavailable(e.Fault);
        }
    }

    static string Partition(string name) => "n-" + HashedName.Of(name);
}
