using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace WorkshopBot.Journal.Tables;

/// <summary>Rows in one table of a table service, for any number of processes: a row is an entity, and a batch of several changes a transaction.</summary>
public sealed class TableRowStore : IRowStore, IRowScan
{
    /// <summary>The table's name where nobody sets another.</summary>
    public const string DefaultTable = "workshops";

    // Well formed, and of a time before any table service.
    const string Never = "W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\"";

    // Of all rows; some are nearly a MiB.
    const int Page = 200;

    static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    readonly TableClient _table;
    readonly HttpClient _http;
    readonly bool _isSorted;
    volatile bool _closed;

    TableRowStore(TableClient table, HttpClient http, bool isSorted) => (_table, _http, _isSorted) = (table, http, isSorted);

    /// <summary>Whether a table may be named so.</summary>
    public static bool IsTable(string name) => TableKeys.IsTable(name);

    /// <summary>
    /// Opens the table, making it where it is missing. An address without a proof of its own is shown tokens, of the machine's identity when no <paramref name="credential"/> is given.
    /// Throws <see cref="StorageUnavailableException"/> when the world fails.
    /// </summary>
    public static ValueTask<TableRowStore> Open(TableAddress address, string table, StorageClock clock, TokenCredential? credential = null, TableTimes? times = null, CancellationToken ct = default) =>
        Open(address, table, clock, credential, times, !address.IsCosmos, ct);

    // Sorted: the service gives rows in the order of their keys.
    internal static async ValueTask<TableRowStore> Open(TableAddress address, string table, StorageClock clock, TokenCredential? credential, TableTimes? times, bool isSorted, CancellationToken ct = default)
    {
        // Connections of its own, and not for ever: the service moves.
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = ConnectionLifetime }) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            var needsToken = address is { Key: null, Sas: null };
            var client = new TableClient(address, table, clock, needsToken ? credential ?? new DefaultAzureCredential() : null, new() { Transport = new HttpClientTransport(http), Times = times ?? new() });
            await Ensure(client, ct).ConfigureAwait(false);
            return new(client, http, isSorted);
        }
        catch (Exception e)
        {
            http.Dispose();
            if (!ct.IsCancellationRequested && TableFaults.Of(e) is { } fault)
                throw new StorageUnavailableException(fault, $"Table {table} of {address} cannot be opened: {e.Message}", e);
            throw;
        }
    }

    public async ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
    {
        RowRules.CheckName(partition);
        RowRules.CheckName(key);
        Begin(ct);
        try
        {
            return await _table.GetEntityIfExistsAsync(partition, key, ct).ConfigureAwait(false) is { } entity ? Row(entity) : null;
        }
        catch (Exception e) when (Failure(e, ct) is { } failure)
        {
            throw failure;
        }
    }

    /// <inheritdoc/>
    /// <remarks>A service that keeps no order is asked for the whole range, however few rows are wanted.</remarks>
    public async ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
    {
        RowRules.CheckRange(partition, from, before, most);
        Begin(ct);
        // Some service may take such a range for a mistake.
        if (string.CompareOrdinal(from, before) >= 0)
            return [];
        var rows = new List<StoredRow>();
        var filter = $"PartitionKey eq {TableKeys.Literal(partition)} and RowKey ge {TableKeys.Literal(from)} and RowKey lt {TableKeys.Literal(before)}";
        await foreach (var entity in Entities(filter, _isSorted ? most : int.MaxValue, keysOnly: false, ct).ConfigureAwait(false))
        {
            rows.Add(Row(entity));
            if (_isSorted && rows.Count == most)
                break;
        }
        Sort(rows);
        if (rows.Count > most)
            rows.RemoveRange(most, rows.Count - most);
        return rows;
    }

    /// <inheritdoc/>
    /// <remarks>A write whose answer does not come is not sent again, and may have been carried out; a cancelled one likewise.</remarks>
    public async ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        RowRules.CheckBatch(partition, changes);
        Begin(ct);
        try
        {
            return new WriteResult.Written(changes.Count == 1
                ? [await One(partition, changes[0], ct).ConfigureAwait(false)]
                : [.. (await _table.SubmitTransactionAsync([.. changes.Select(change => Action(partition, change))], ct).ConfigureAwait(false)).Select(etag => etag?.ToString())]);
        }
        catch (RequestFailedException e) when (TableFaults.IsConflict(e))
        {
            return new WriteResult.Conflict();
        }
        catch (Exception e) when (!ct.IsCancellationRequested && TableFaults.Of(e) is not null)
        {
            return new WriteResult.Unavailable(TableFaults.Of(e)!.Value);
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A service that keeps its order gives one partition after the other, and the rows pass through. Of one that does not the names of the partitions are read first, which must fit into memory,
    /// and then each partition by itself.
    /// </remarks>
    public IAsyncEnumerable<PlacedRow> All(CancellationToken ct = default)
    {
        Begin(ct);
        return _isSorted ? Sorted(ct) : PartitionByPartition(ct);
    }

    async IAsyncEnumerable<PlacedRow> Sorted([EnumeratorCancellation] CancellationToken ct)
    {
        TableEntity? last = null;
        await foreach (var entity in Entities(null, Page, keysOnly: false, ct).ConfigureAwait(false))
        {
            if (last is not null && string.CompareOrdinal(last.PartitionKey, entity.PartitionKey) is var order && (order > 0 || (order == 0 && string.CompareOrdinal(last.RowKey, entity.RowKey) >= 0)))
                throw new StorageUnavailableException(StorageFault.Unreachable, "The table service gives rows in no order.");
            yield return new(entity.PartitionKey, Row(entity));
            last = entity;
        }
    }

    async IAsyncEnumerable<PlacedRow> PartitionByPartition([EnumeratorCancellation] CancellationToken ct)
    {
        var partitions = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entity in Entities(null, int.MaxValue, keysOnly: true, ct).ConfigureAwait(false))
            partitions.Add(entity.PartitionKey);
        foreach (var partition in partitions)
        {
            var rows = new List<StoredRow>();
            await foreach (var entity in Entities($"PartitionKey eq {TableKeys.Literal(partition)}", Page, keysOnly: false, ct).ConfigureAwait(false))
                rows.Add(Row(entity));
            Sort(rows);
            foreach (var row in rows)
                yield return new(partition, row);
        }
    }

    public ValueTask DisposeAsync()
    {
        _closed = true;
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    // Only what there is to read, so that rights to make tables are needed once at most.
    static async ValueTask Ensure(TableClient client, CancellationToken ct)
    {
        try
        {
            await client.GetEntityIfExistsAsync("-", "-", ct).ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound)
        {
            await client.CreateIfNotExistsAsync(ct).ConfigureAwait(false);
        }
    }

    async ValueTask<string?> One(string partition, RowChange change, CancellationToken ct)
    {
        switch (change)
        {
            case RowChange.Insert insert: return (await _table.AddEntityAsync(new(partition, insert.Key, insert.Data), ct).ConfigureAwait(false)).ToString();
            case RowChange.Replace replace: return (await _table.UpdateEntityAsync(new(partition, replace.Key, replace.Data), Tag(replace.ETag), ct).ConfigureAwait(false)).ToString();
            case RowChange.Put put: return (await _table.UpsertEntityAsync(new(partition, put.Key, put.Data), ct).ConfigureAwait(false)).ToString();
            case RowChange.Delete delete:
                await _table.DeleteEntityAsync(partition, delete.Key, Tag(delete.ETag), ct).ConfigureAwait(false);
                return null;
            default: throw new ArgumentOutOfRangeException(nameof(change));
        }
    }

    static TableTransactionAction Action(string partition, RowChange change) => change switch
    {
        RowChange.Insert insert => new(TableTransactionActionType.Add, new(partition, insert.Key, insert.Data)),
        RowChange.Replace replace => new(TableTransactionActionType.UpdateReplace, new(partition, replace.Key, replace.Data), Tag(replace.ETag)),
        RowChange.Put put => new(TableTransactionActionType.UpsertReplace, new(partition, put.Key, put.Data)),
        RowChange.Delete delete => new(TableTransactionActionType.Delete, new(partition, delete.Key, default), Tag(delete.ETag)),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    // What is no ETag of a table is refused as malformed; but it only names a state that the row is not in, so it is sent as one that no row is ever in.
    static ETag Tag(string etag) => new(etag.StartsWith("W/\"", StringComparison.Ordinal) && etag.EndsWith('"') && !etag.AsSpan().ContainsAnyExceptInRange('!', '~') ? etag : Never);

    async IAsyncEnumerable<TableEntity> Entities(string? filter, int most, bool keysOnly, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var pages = _table.QueryAsync(filter, most, keysOnly, ct).GetAsyncEnumerator(ct);
        while (await Next().ConfigureAwait(false))
            foreach (var entity in pages.Current)
                yield return entity;

        async ValueTask<bool> Next()
        {
            try
            {
                return await pages.MoveNextAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (Failure(e, ct) is { } failure)
            {
                throw failure;
            }
        }
    }

    static StoredRow Row(TableEntity entity) => entity is { Timestamp: { } written } && entity.ETag.ToString() is { Length: > 0 } etag
        ? new(entity.RowKey, entity.Data, etag, written)
        : throw new StorageUnavailableException(StorageFault.Unreachable, "The table service gives back an entity without its ETag or its time.");

    static void Sort(List<StoredRow> rows) => rows.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));

    static StorageUnavailableException? Failure(Exception e, CancellationToken ct) =>
        !ct.IsCancellationRequested && TableFaults.Of(e) is { } fault ? new(fault, "The table cannot be read.", e) : null;

    void Begin(CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        ct.ThrowIfCancellationRequested();
    }
}
