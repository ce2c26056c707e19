namespace WorkshopBot.Journal;

/// <summary>
/// Small notes under names of any kind, a partition each, mostly written over without asking what was there: what is lost when two write at once is found again. Reading
/// throws <see cref="StorageUnavailableException"/>; writing does not.
/// </summary>
public sealed class Notes(IRowStore rows)
{
    const string Row = "note";
    const int Tries = 4;

    /// <summary>Null for none.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> Find(string name, CancellationToken ct = default) => (await rows.Get(Partition(name), Row, ct).ConfigureAwait(false))?.Data;

    /// <summary>Writes a note over an earlier one; null takes it away.</summary>
    public async ValueTask<WriteResult> Write(string name, ReadOnlyMemory<byte>? note, CancellationToken ct = default)
    {
        if (note is { } data)
            return await rows.Write(Partition(name), [new RowChange.Put(Row, data)], ct).ConfigureAwait(false);
        try
        {
            WriteResult result = new WriteResult.Conflict();
            for (var tries = 0; tries < Tries && result is WriteResult.Conflict; tries++)
                // A conflict: it was written anew, or it is gone.
                result = await rows.Get(Partition(name), Row, ct).ConfigureAwait(false) is { } there ? await rows.Write(Partition(name), [new RowChange.Delete(Row, there.ETag)], ct).ConfigureAwait(false) : new WriteResult.Written([]);
            return result;
        }
        catch (StorageUnavailableException e)
        {
            return new WriteResult.Unavailable(e.Fault);
        }
    }

    /// <summary>Writes a note in the place of the one that was seen, null for none; a conflict when there is another by now.</summary>
    public async ValueTask<WriteResult> Swap(string name, ReadOnlyMemory<byte>? seen, ReadOnlyMemory<byte> note, CancellationToken ct = default)
    {
        try
        {
            var there = await rows.Get(Partition(name), Row, ct).ConfigureAwait(false);
            if (there is null ? seen is not null : seen is not { } data || !there.Data.Span.SequenceEqual(data.Span))
                return new WriteResult.Conflict();
            var result = await rows.Write(Partition(name), [there is null ? new RowChange.Insert(Row, note) : new RowChange.Replace(Row, note, there.ETag)], ct).ConfigureAwait(false);
            // Perhaps only the answer was lost. Whoever repeats it would be told that there is another, and wait for nobody.
            return result is WriteResult.Unavailable && await rows.Get(Partition(name), Row, ct).ConfigureAwait(false) is { } own && own.Data.Span.SequenceEqual(note.Span) ? new WriteResult.Written([own.ETag]) : result;
        }
        catch (StorageUnavailableException e)
        {
            return new WriteResult.Unavailable(e.Fault);
        }
    }

    static string Partition(string name) => "n-" + HashedName.Of(name);
}
