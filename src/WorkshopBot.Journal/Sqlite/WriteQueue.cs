namespace WorkshopBot.Journal.Sqlite;

/// <summary>Requests on their way to the writer's thread. At most <see cref="Length"/> wait; whoever comes then waits outside.</summary>
sealed class WriteQueue : IDisposable
{
    const int Length = 1024;

    // A monitor and not a channel: the writer is a thread of its own, and waking it directly saves two hops through the pool on every lone write.
    readonly Queue<WriteRequest> _waiting = new();
    readonly SemaphoreSlim _places = new(Length, Length);
    bool _closed;

    public async ValueTask Add(WriteRequest request, CancellationToken ct)
    {
        await _places.WaitAsync(ct).ConfigureAwait(false);
        lock (_waiting)
        {
            if (_closed)
            {
                _places.Release();
                throw new ObjectDisposedException(nameof(SqliteRowStore));
            }
            _waiting.Enqueue(request);
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>Waits until there are requests and moves the oldest into <paramref name="group"/>. False: the queue is closed and empty.</summary>
    public bool Take(List<WriteRequest> group, int most)
    {
        var freed = 0;
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_closed)
                Monitor.Wait(_waiting);
            for (; freed < most && _waiting.TryDequeue(out var request); freed++)
                if (request.Take())
                    group.Add(request);
        }
        if (freed > 0)
            _places.Release(freed);
        return freed > 0;
    }

    /// <summary>Nobody may come any more; who is here is still served.</summary>
    public void Close()
    {
        lock (_waiting)
        {
            _closed = true;
            Monitor.PulseAll(_waiting);
        }
    }

    public void Dispose() => _places.Dispose();
}
