namespace WorkshopBot.Journal;

/// <summary>
/// The commits of workshops, one partition each: commit rows that are only ever inserted, a head, and disposable snapshots.
/// A commit is one batch of two rows, so there is never a head without its commit. Reads throw <see cref="StorageUnavailableException"/>.
/// </summary>
public sealed class WorkshopJournal(IRowStore rows)
{
    public const int MostCommitBytes = 900 * 1024;
    public const long LeastSnapshotTail = 64 * 1024;

    const int Page = 64;

    // No storage gives it out, so an append under it is always overtaken.
    const string OutOfDate = "-";

    readonly Snapshots _snapshots = new(rows);

    /// <summary>
    /// Whether the commits since the last snapshot (none: 0 bytes) are worth a new one. Both are sizes before compression, of what the caller hands in.
    /// The share of the map keeps the cost of snapshots a constant part of the cost of commits, however large a workshop grows.
    /// </summary>
    public static bool SnapshotDue(long tailBytes, long lastSnapshotBytes) => tailBytes >= Math.Max(LeastSnapshotTail, lastSnapshotBytes / 2);

    /// <summary>
    /// Appends the commit after <paramref name="expected"/> (null: the first one). A call that meets its own commit, because an earlier answer was lost, is appended too.
    /// Data over <see cref="MostCommitBytes"/> are an <see cref="ArgumentException"/>. Never throws because of the storage.
    /// </summary>
    public async ValueTask<AppendResult> Append(
        string workshop, Head? expected, Guid commitId, ReadOnlyMemory<byte> data, DateTimeOffset? due, CancellationToken ct = default)
    {
        if (data.Length > MostCommitBytes)
            throw new ArgumentException($"A commit holds at most {MostCommitBytes} bytes, this one has {data.Length}.", nameof(data));
        var partition = CommitRows.Partition(workshop);
        var version = (expected?.Version ?? 0) + 1;
        var head = CommitRows.Write(version, commitId, due);
        var result = await rows.Write(
            partition,
            [
                new RowChange.Insert(CommitRows.Key(version), CommitRows.Write(commitId, data)),
                expected is null ? new RowChange.Insert(CommitRows.HeadKey, head) : new RowChange.Replace(CommitRows.HeadKey, head, expected.ETag),
            ],
            ct).ConfigureAwait(false);
        return result switch
        {
            WriteResult.Written written => new AppendResult.Appended(new(version, commitId, due, written.ETags[1]!)),
            WriteResult.Unavailable unavailable => new AppendResult.Refused(unavailable.Fault),
            _ => await Winner(workshop, version, commitId, due, ct).ConfigureAwait(false),
        };
    }

    public async ValueTask<Head?> Head(string workshop, CancellationToken ct = default) =>
        await rows.Get(CommitRows.Partition(workshop), CommitRows.HeadKey, ct).ConfigureAwait(false) is { } row ? CommitRows.ReadHead(row) : null;

    /// <summary>The snapshot and tail as of one moment; a snapshot that is missing or damaged is ignored and everything replayed.</summary>
    public async ValueTask<Loaded> Load(string workshop, CancellationToken ct = default)
    {
        var partition = CommitRows.Partition(workshop);
        // The snapshot before the head: what it covers is then certainly not newer than the head.
        var snapshot = await _snapshots.Find(partition, ct).ConfigureAwait(false);
        var head = await Head(workshop, ct).ConfigureAwait(false);
        if (head is null)
            return new(null, 0, null, []);
        if (snapshot?.Version > head.Version)
            snapshot = null;
        var start = snapshot?.Version ?? 0;
        var tail = await Commits(partition, start, head.Version, ct).ConfigureAwait(false);
        if (tail.Count != head.Version - start)
            throw new InvalidDataException(FormattableString.Invariant($"Workshop {workshop} stands at version {head.Version}, but only {tail.Count} commits follow version {start}."));
        return new(head, start, snapshot?.Data, tail);
    }

    /// <summary>All commits after a version, oldest first.</summary>
    public async ValueTask<IReadOnlyList<StoredCommit>> Tail(string workshop, long after, CancellationToken ct = default) =>
        await Commits(CommitRows.Partition(workshop), after, null, ct).ConfigureAwait(false);

    /// <summary>
    /// The head with what was committed after a version, mostly in one read: they lie beside each other. All that the head counts is there.
    /// </summary>
    public async ValueTask<Since> Since(string workshop, long after, CancellationToken ct = default)
    {
        var partition = CommitRows.Partition(workshop);
        var page = await rows.Range(partition, CommitRows.Key(after + 1), CommitRows.HeadEnd, Page, ct).ConfigureAwait(false);
        var head = page is [.., { Key: CommitRows.HeadKey } last] ? CommitRows.ReadHead(last) : null;
        var commits = page.Where(row => row.Key != CommitRows.HeadKey).Select(CommitRows.ReadCommit).ToList();
        // A page is not one moment: the head in it may count a commit that was not there yet when its place was read, and a long tail leaves no room for the head.
        if (head is not null ? commits.Count(commit => commit.Version <= head.Version) == Math.Max(head.Version - after, 0) : page.Count == 0)
            return new(head, commits);
        head = await Head(workshop, ct).ConfigureAwait(false);
        return new(head, head is null ? [] : await Commits(partition, after, null, ct).ConfigureAwait(false));
    }

    public async ValueTask<StoredCommit?> Commit(string workshop, long version, CancellationToken ct = default) =>
        await rows.Get(CommitRows.Partition(workshop), CommitRows.Key(version), ct).ConfigureAwait(false) is { } row ? CommitRows.ReadCommit(row) : null;

    /// <summary>
    /// Keeps the state as of a version, compressed; never needed, only faster to load. An older one than is kept already is left aside.
    /// Null: done. Otherwise why not, and the snapshot of before is still in force.
    /// </summary>
    public ValueTask<StorageFault?> SaveSnapshot(string workshop, long version, ReadOnlyMemory<byte> state, CancellationToken ct = default) =>
        _snapshots.Save(CommitRows.Partition(workshop), version, state, ct);

    // After a conflict: was it ourselves?
    async ValueTask<AppendResult> Winner(string workshop, long version, Guid commitId, DateTimeOffset? due, CancellationToken ct)
    {
        try
        {
            var since = await Since(workshop, version - 1, ct).ConfigureAwait(false);
            if (since.Tail is not [{ } first, ..] || first.Version != version || first.Id != commitId)
                return new AppendResult.Overtaken(since);
            return new AppendResult.Appended(since.Head?.Version == version ? since.Head : new(version, commitId, due, OutOfDate));
        }
        catch (StorageUnavailableException e)
        {
            return new AppendResult.Refused(e.Fault);
        }
    }

    async ValueTask<List<StoredCommit>> Commits(string partition, long after, long? upTo, CancellationToken ct)
    {
        var commits = new List<StoredCommit>();
        var before = upTo is { } last ? CommitRows.Key(last + 1) : CommitRows.CommitsEnd;
        var next = after;
        while (true)
        {
            var page = await rows.Range(partition, CommitRows.Key(next + 1), before, Page, ct).ConfigureAwait(false);
            foreach (var row in page)
            {
                var commit = CommitRows.ReadCommit(row);
                if (commit.Version != ++next)
                    throw new InvalidDataException($"Row {CommitRows.Key(next)} of {partition} is missing.");
                commits.Add(commit);
            }
            if (page.Count < Page)
                return commits;
        }
    }
}
