using System.Runtime.CompilerServices;

namespace WorkshopBot.Journal.Sqlite;

/// <summary>
/// The rows of one SQLite file as they stand at the moment it is opened, also while another process serves it: that one is neither kept out nor waited for.
/// It writes nothing. One reading at a time; the log of the file grows as long as this is open.
/// </summary>
public sealed class SqliteRowReader : IRowStore, IRowScan
{
    readonly string _path;
    readonly ReadSession _session;

    SqliteRowReader(string path, ReadSession session) => (_path, _session) = (path, session);

    public bool IsOneMoment => true;

    /// <summary>Throws <see cref="StorageUnavailableException"/> when there is no such file or the world fails, <see cref="StorageFormatException"/> when it is not ours or too new.</summary>
    public static SqliteRowReader Open(string path)
    {
        var file = Path.GetFullPath(path);
        if (!File.Exists(file))
            throw new StorageUnavailableException(StorageFault.Unreachable, $"{file} is not there.");
        ReadSession? session = null;
        try
        {
            session = ReadSession.Open(file);
            session.Hold();
            return new(file, session);
        }
        catch (Exception e)
        {
            session?.Dispose();
            if (SqliteRowStore.Failure(file, e) is { } failure)
                throw failure;
            throw;
        }
    }

    /// <summary>What is broken in the file itself, the first few faults; empty when it is whole.</summary>
    public IReadOnlyList<string> Faults() => _session.Faults(most: 10);

    public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
    {
        RowRules.CheckName(partition);
        RowRules.CheckName(key);
        ct.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(() => _session.Get(partition, key)));
    }

    public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
    {
        RowRules.CheckRange(partition, from, before, most);
        ct.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(() => _session.Range(partition, from, before, most)));
    }

    public async IAsyncEnumerable<PlacedRow> All([EnumeratorCancellation] CancellationToken ct = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        using var all = _session.All().GetEnumerator();
        while (Read(all.MoveNext))
        {
            ct.ThrowIfCancellationRequested();
            yield return all.Current;
        }
    }

    public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default) =>
        ValueTask.FromResult<WriteResult>(new WriteResult.Unavailable(StorageFault.ReadOnly));

    public ValueTask DisposeAsync()
    {
        _session.Dispose();
        return ValueTask.CompletedTask;
    }

    T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteFault e)
        {
            throw e.ForReader(_path);
        }
    }
}
