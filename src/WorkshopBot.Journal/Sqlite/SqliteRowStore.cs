using System.Runtime.CompilerServices;

namespace WorkshopBot.Journal.Sqlite;

/// <summary>Rows in one SQLite file, for one process. A write is on the disk when it is answered.</summary>
public sealed class SqliteRowStore : IRowStore, IRowScan
{
    const int NoSpace = 28;
    const int WindowsNoSpace = unchecked((int)0x80070070);
    const int ReadOnlyFileSystem = 30;

    readonly string _path;
    readonly FileLock _lock;
    readonly SqliteReaders _readers;
    readonly Lazy<Task> _closing;

    SqliteRowStore(string path, FileLock fileLock, TimeProvider time)
    {
        (_path, _lock) = (path, fileLock);
        Writer = new SqliteWriter(path, time);
        _readers = new SqliteReaders(path);
        _closing = new(Close);
    }

    internal SqliteWriter Writer { get; }

    /// <summary>
    /// Opens the file, making it and its folders where they are missing. Throws <see cref="StorageInUseException"/> when another process has it,
    /// <see cref="StorageFormatException"/> when it is not ours or too new, <see cref="StorageUnavailableException"/> when the world fails.
    /// </summary>
    public static SqliteRowStore Open(string path, TimeProvider time)
    {
        var file = Path.GetFullPath(path);
        FileLock? taken = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            // By whatever link they come: two processes with the same file must meet at the same lock.
            if (File.Exists(file))
                file = File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
            taken = FileLock.Take(file);
            var store = new SqliteRowStore(file, taken, time);
            store.Writer.Start();
            return store;
        }
        catch (Exception e)
        {
            taken?.Dispose();
            if (Failure(file, e) is { } failure)
                throw failure;
            throw;
        }
    }

    public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
    {
        RowRules.CheckName(partition);
        RowRules.CheckName(key);
        return _readers.Read(session => session.Get(partition, key), ct);
    }

    public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
    {
        RowRules.CheckRange(partition, from, before, most);
        return _readers.Read(session => session.Range(partition, from, before, most), ct);
    }

    public bool IsOneMoment => true;

    public async IAsyncEnumerable<PlacedRow> All([EnumeratorCancellation] CancellationToken ct = default)
    {
        // A connection of its own: its transaction lasts as long as somebody reads on.
        await using var reader = SqliteRowReader.Open(_path);
        await foreach (var row in reader.All(ct).ConfigureAwait(false))
            yield return row;
    }

    /// <inheritdoc/>
    /// <remarks>A call cancelled here has not been written; once the writer has begun, the answer is waited for.</remarks>
    public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        RowRules.CheckBatch(partition, changes);
        return new(Writer.Write(partition, changes, ct));
    }

    /// <summary>Serves the writes that were asked for, lets reads finish, and closes the file.</summary>
    public ValueTask DisposeAsync() => new(_closing.Value);

    async Task Close()
    {
        await Writer.End().ConfigureAwait(false);
        await _readers.Close().ConfigureAwait(false);
        _readers.Dispose();
        Writer.Dispose();
        _lock.Dispose();
    }

    internal static StorageUnavailableException? Failure(string path, Exception e) => e switch
    {
        SqliteFault { Storage: { } fault } => new(fault, $"{path} cannot be opened: {e.Message}", e),
        UnauthorizedAccessException => new(StorageFault.ReadOnly, $"{path} cannot be opened for writing: {e.Message}", e),
        IOException { HResult: NoSpace or WindowsNoSpace } => new(StorageFault.Full, $"{path} cannot be opened: {e.Message}", e),
        IOException { HResult: ReadOnlyFileSystem } => new(StorageFault.ReadOnly, $"{path} cannot be opened for writing: {e.Message}", e),
        IOException => new(StorageFault.Unreachable, $"{path} cannot be opened: {e.Message}", e),
        _ => null,
    };
}
