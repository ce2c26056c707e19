namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>
/// Gives the rows of a service the times of a test's clock, since nobody can set the service's and no test can wait for its margins. That a service tells when a row was written is held by the contract of rows.
/// </summary>
public sealed class TimedRowStore(IRowStore inner, TimeProvider time) : IRowStore
{
    readonly System.Collections.Concurrent.ConcurrentDictionary<string, DateTimeOffset> _written = new(StringComparer.Ordinal);

    public async ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default) => await inner.Get(partition, key, ct) is { } row ? Timed(row) : null;

    public async ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default) =>
        [.. (await inner.Range(partition, from, before, most, ct)).Select(Timed)];

    public async ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        var result = await inner.Write(partition, changes, ct);
        foreach (var etag in (result as WriteResult.Written)?.ETags.OfType<string>() ?? [])
            _written[etag] = now;
        return result;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    StoredRow Timed(StoredRow row) => row with { WrittenAt = _written.TryGetValue(row.ETag, out var at) ? at : time.GetUtcNow() };
}
