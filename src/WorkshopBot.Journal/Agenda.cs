using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorkshopBot.Journal;

/// <summary>
/// Looks to be taken at workshops, sorted by time in a fixed number of shards, for any number of nodes. A look is set before the commit it serves, so that a crash leaves a needless look at worst, never a forgotten one;
/// it is not a queue of things to do, and may come twice. Reading throws <see cref="StorageUnavailableException"/>.
/// </summary>
public sealed class Agenda(IRowStore rows, TimeProvider time, AgendaTimes times)
{
    /// <summary>Fixed, since rows in a shard nobody visits any more would be forgotten.</summary>
    public const int Shards = 16;

    const int Page = 50;
    const int TickDigits = 19;

    readonly KnownLooks _known = new();

    /// <summary>The spans it works with.</summary>
    public AgendaTimes Times => times;

    /// <summary>
    /// Makes sure, before a commit, that somebody will look at the workshop: at <paramref name="at"/>, or without it some time soon.
    /// Null: somebody will. Otherwise why that is not sure; then do not commit.
    /// </summary>
    public async ValueTask<StorageFault?> Ensure(string workshop, DateTimeOffset? at = null, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        // A row that still lies ahead by the margin will be there until the commit is through: nobody touches one before its time.
        if (_known.Has(workshop, at, now + times.Margin))
            return null;
        var look = at ?? now + times.Ahead;
        var data = StoredJson.Write(new LookRow(workshop, null, null), StoredJson.Default.LookRow);
        // Over whatever is there: if somebody has that row just now, their "done" will meet another ETag and leave it.
        var result = await rows.Write(Partition(ShardOf(workshop)), [new RowChange.Put(Key(look, workshop), data)], ct).ConfigureAwait(false);
        if (result is WriteResult.Unavailable { Fault: var fault })
            return fault;
        _known.Remember(workshop, at, look, now);
        return null;
    }

    /// <summary>Looks of a shard whose time has come and which nobody else has, oldest first, at most 50.</summary>
    public async ValueTask<IReadOnlyList<Look>> Due(int shard, DateTimeOffset now, CancellationToken ct = default)
    {
        var due = new List<Look>();
        var (from, before) = (Ticks(DateTimeOffset.MinValue), Ticks(now));
        while (due.Count < Page)
        {
            var page = await rows.Range(Partition(shard), from, before, Page, ct).ConfigureAwait(false);
            foreach (var row in page)
                if (TryRead(shard, row) is var (look, until) && (until is null || until <= now) && due.Count < Page)
                    due.Add(look);
            if (page.Count < Page)
                break;
            from = page[^1].Key + " ";      // the name right after it: no name has a character before the blank
        }
        return due;
    }

    /// <summary>Takes a look for the length of the lease. Null: somebody else did, or the storage did not answer; leave it.</summary>
    public async ValueTask<Look?> Claim(Look look, CancellationToken ct = default)
    {
        var result = await Write(look, time.GetUtcNow() + times.Lease, ct).ConfigureAwait(false);
        return result is WriteResult.Written { ETags: [{ } etag] } ? look with { ETag = etag } : null;
    }

    /// <summary>
    /// The claimed look was taken and all that was found is done. True: its row is gone. False: the row stays for another look, because its commit may still be under way,
    /// because somebody else has it now or renewed it, or because the storage did not answer.
    /// </summary>
    public async ValueTask<bool> Done(Look look, CancellationToken ct = default)
    {
        // Both timestamps are the storage's, so that no node's clock, however wrong, lets it forget a look that was only just set.
        if (await rows.Get(Partition(look.Shard), look.Key, ct).ConfigureAwait(false) is not { } row)
            return true;
        if (row.ETag != look.ETag)
            return false;
        var young = times.Margin - (row.WrittenAt - look.FirstWritten);
        if (young > TimeSpan.Zero)
        {
            await Write(look, time.GetUtcNow() + young, ct).ConfigureAwait(false);
            return false;
        }
        return await rows.Write(Partition(look.Shard), [new RowChange.Delete(look.Key, look.ETag)], ct).ConfigureAwait(false) is WriteResult.Written;
    }

    /// <summary>Gives a claimed look back, undone, to whoever comes first. Null: done, or somebody else has it already.</summary>
    public async ValueTask<StorageFault?> Release(Look look, CancellationToken ct = default) =>
        await Write(look, null, ct).ConfigureAwait(false) is WriteResult.Unavailable { Fault: var fault } ? fault : null;

    /// <summary>The same on every node, unlike a string's own hash code.</summary>
    public static int ShardOf(string workshop) => SHA256.HashData(Encoding.UTF8.GetBytes(workshop))[0] % Shards;

    /// <summary>Where a workshop's looks stand.</summary>
    internal static string PartitionOf(string workshop) => Partition(ShardOf(workshop));

    ValueTask<WriteResult> Write(Look look, DateTimeOffset? until, CancellationToken ct)
    {
        var data = StoredJson.Write(new LookRow(look.Workshop, look.FirstWritten, until), StoredJson.Default.LookRow);
        return rows.Write(Partition(look.Shard), [new RowChange.Replace(look.Key, data, look.ETag)], ct);
    }

    static string Partition(int shard) => string.Create(CultureInfo.InvariantCulture, $"agenda-{shard:D2}");

    static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    static string Key(DateTimeOffset at, string workshop) => Ticks(at) + "-" + workshop;

    // Null: a damaged row, which must not keep anybody from the looks behind it. It stays for whoever checks the storage.
    static (Look Look, DateTimeOffset? Until)? TryRead(int shard, StoredRow row) =>
        row.Key.Length > TickDigits && long.TryParse(row.Key.AsSpan(0, TickDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
        && StoredJson.TryRead(row, StoredJson.Default.LookRow) is { Workshop: { } workshop } stored && RowRules.IsName(CommitRows.Partition(workshop))
            ? (new Look(workshop, new(ticks, TimeSpan.Zero), shard, row, stored.FirstWritten, stored.Until is not null), stored.Until)
            : null;
}
