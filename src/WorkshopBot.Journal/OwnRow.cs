namespace WorkshopBot.Journal;

/// <summary>Writes of rows that nobody else writes with the same bytes: a conflict with such a row is with one's own earlier try, whose answer was lost.</summary>
static class OwnRow
{
    public static ValueTask<WriteResult> Insert(IRowStore rows, string partition, string key, ReadOnlyMemory<byte> data, CancellationToken ct) =>
        Write(rows, partition, new RowChange.Insert(key, data), data, ct);

    public static ValueTask<WriteResult> Replace(IRowStore rows, string partition, string key, ReadOnlyMemory<byte> data, string etag, CancellationToken ct) =>
        Write(rows, partition, new RowChange.Replace(key, data, etag), data, ct);

    static async ValueTask<WriteResult> Write(IRowStore rows, string partition, RowChange change, ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        var result = await rows.Write(partition, [change], ct).ConfigureAwait(false);
        if (result is not WriteResult.Conflict)
            return result;
        try
        {
            return await rows.Get(partition, change.Key, ct).ConfigureAwait(false) is { } row && row.Data.Span.SequenceEqual(data.Span) ? new WriteResult.Written([row.ETag]) : result;
        }
        catch (StorageUnavailableException e)
        {
            return new WriteResult.Unavailable(e.Fault);
        }
    }
}
