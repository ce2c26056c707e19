using System.Collections.Concurrent;

namespace WorkshopBot.Journal.Sqlite;

/// <summary>A few reading connections, lent to one read at a time. Readers see every answered write and never wait for the writer.</summary>
sealed class SqliteReaders(string path) : IDisposable
{
    const int Most = 4;

    readonly SemaphoreSlim _free = new(Most, Most);
    readonly ConcurrentBag<ReadSession> _idle = [];
    volatile bool _closed;

    public async ValueTask<T> Read<T>(Func<ReadSession, T> read, CancellationToken ct)
    {
        await _free.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteRowStore));
            var session = _idle.TryTake(out var idle) ? idle : ReadSession.Open(path);
            try
            {
                var result = read(session);
                _idle.Add(session);
                return result;
            }
            catch
            {
                session.Dispose();
                throw;
            }
        }
        catch (SqliteFault e)
        {
            throw e.ForReader(path);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Waits for the reads under way and closes their connections.</summary>
    public async Task Close()
    {
        _closed = true;
        for (var i = 0; i < Most; i++)
            await _free.WaitAsync().ConfigureAwait(false);
        while (_idle.TryTake(out var session))
            session.Dispose();
        _free.Release(Most);
    }

    public void Dispose() => _free.Dispose();
}
