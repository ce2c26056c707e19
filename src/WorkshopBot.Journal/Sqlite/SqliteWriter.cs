namespace WorkshopBot.Journal.Sqlite;

/// <summary>
/// The one thread that writes. Requests that wait together share a transaction, so that they share the disk's slowest act too; each has a savepoint, so that a conflict in one touches no other.
/// When the transaction fails, all of its requests hear why and none is written.
/// </summary>
/// <remarks>
/// One case is beyond knowing: the disk takes a commit, fails to confirm it, refuses the next one too, and the process then ends. The next start may find that commit, although it was answered unavailable.
/// </remarks>
sealed class SqliteWriter(string path, TimeProvider time) : IDisposable
{
    /// <summary>How long another's lock is waited for; turns are answered within 2.5 s, and the rest of a turn takes its time too.</summary>
    public static readonly TimeSpan Busy = TimeSpan.FromSeconds(1.8);

    const int MostInGroup = 256;

    readonly WriteQueue _queue = new();
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    WriteSession? _session;
    long _etag;
    bool _serving;

    /// <summary>How many groups were committed.</summary>
    public long Groups { get; private set; }

    /// <summary>A group has been taken and is not answered yet.</summary>
    public bool Serving => Volatile.Read(ref _serving);

    /// <summary>SQL to run on the writing connection before each group. Only tests set it, to make the file full or read-only.</summary>
    public string? Obstacle { get; set; }

    /// <summary>Opens the file and starts the thread. Throws as opening fails.</summary>
    public void Start()
    {
        _session = WriteSession.Open(path, Busy);
        // ETags count on from a random place: none comes back after a restart, even for a row deleted meanwhile, and no commit pays for remembering the last one.
        _etag = Random.Shared.NextInt64(1L << 60, 1L << 62);
        new Thread(Run) { IsBackground = true, Name = "journal writer" }.Start();
    }

    public async Task<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        var request = new WriteRequest(partition, changes, time.GetTimestamp());
        await _queue.Add(request, ct).ConfigureAwait(false);
        return await request.Result(ct).ConfigureAwait(false);
    }

    /// <summary>Serves who is waiting, then ends the thread. The connection stays for <see cref="Dispose"/>.</summary>
    public Task End()
    {
        _queue.Close();
        return _ended.Task;
    }

    /// <summary>Last of all connections, so that SQLite folds its log into the file.</summary>
    public void Dispose()
    {
        _session?.Dispose();
        _queue.Dispose();
    }

    void Run()
    {
        var group = new List<WriteRequest>(MostInGroup);
        while (_queue.Take(group, MostInGroup))
        {
            Volatile.Write(ref _serving, true);
            Serve(group);
            Volatile.Write(ref _serving, false);
            group.Clear();
        }
        _ended.SetResult();
    }

    void Serve(List<WriteRequest> group)
    {
        if (group.Count == 0)
            return;     // all of them gave up
        try
        {
            var results = Commit(group);
            Groups++;
            for (var i = 0; i < results.Length; i++)
                group[i].Answer(results[i]);
        }
        catch (SqliteFault e) when (e.Storage is { } fault)
        {
            if (fault != StorageFault.Busy)
                Renew();
            group.ForEach(request => request.Answer(new WriteResult.Unavailable(fault)));
        }
        catch (Exception e)
        {
            // A bug, or out of memory: those who asked hear of it, and the thread goes on for the others.
            Renew();
            group.ForEach(request => request.Fail(e));
        }
    }

    WriteResult[] Commit(List<WriteRequest> group)
    {
        var results = new WriteResult[group.Count];
        var session = _session ??= WriteSession.Open(path, Patience(group));
        if (Obstacle is { } sql)
            session.Execute(sql);
        session.Begin(Patience(group));
        try
        {
            var now = time.GetUtcNow();
            for (var i = 0; i < results.Length; i++)
                results[i] = session.Apply(group[i].Partition, group[i].Changes, now, ref _etag);
            session.Commit();
            return results;
        }
        catch
        {
            session.Rollback();
            throw;
        }
    }

    // A connection opened while the file could not be written stays so for ever, and one whose commit failed may have left it in the log: a new one
    // starts clean and wipes that (see WriteSession.Open). It does so before anybody is told "unavailable".
    void Renew()
    {
        _session?.Dispose();
        _session = null;
        try
        {
            _session = WriteSession.Open(path, TimeSpan.Zero);
        }
        catch (Exception e) when (e is SqliteFault or StorageFormatException)
        {
            // Still broken; the next group tries again and hears the reason.
        }
    }

    // Nobody waits for another's lock longer than this, counted from when they came: those who came during a long wait must not begin one of their own.
    TimeSpan Patience(List<WriteRequest> group)
    {
        var left = Busy - time.GetElapsedTime(group[0].Arrived);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
