using System.Text;

namespace WorkshopBot.Journal.Moving;

/// <summary>
/// Fills an empty storage with all rows of another. While that is under way a mark stands in it, and nobody may serve it; what a filling that never ended has left behind is taken away by the next one,
/// which the mark allows: nobody but a filling can have written it. Reading throws <see cref="StorageUnavailableException"/>, and so does writing that goes on failing.
/// </summary>
public sealed class Filling(IRowStore rows, IRowScan scan, TimeProvider time)
{
    const string MarkPartition = "filling";
    const string MarkKey = "mark";
    const int MostBytes = 1024 * 1024;
    const int Tries = 8;

    static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);

    // Its own, so that of two who fill at once each knows whether it still is the one.
    readonly byte[] _mark = Encoding.ASCII.GetBytes($$"""{"v":1,"id":"{{Guid.NewGuid():n}}"}""");
    string? _held;

    /// <summary>Whether a filling was begun here and has not ended; then the rows are not all there.</summary>
    public static async ValueTask<bool> IsUnderWay(IRowStore rows, CancellationToken ct = default) => await rows.Get(MarkPartition, MarkKey, ct).ConfigureAwait(false) is not null;

    /// <summary>Whether a partition is the mark's and so no part of a journal.</summary>
    internal static bool IsMark(string partition) => partition == MarkPartition;

    /// <summary>Begins. Null: done, and nothing but the mark is there. Otherwise a row that is there already; nothing was changed.</summary>
    public async Task<PlacedRow?> Begin(CancellationToken ct = default)
    {
        if (await rows.Get(MarkPartition, MarkKey, ct).ConfigureAwait(false) is not { } there)
        {
            if (await Any(ct).ConfigureAwait(false) is { } row)
                return row;
            await Hold(new RowChange.Insert(MarkKey, _mark), ct).ConfigureAwait(false);
            // Another may have begun and ended while it was looked; what that one wrote is no left-over.
            if (await Any(ct).ConfigureAwait(false) is not { } meanwhile)
                return null;
            await End(ct).ConfigureAwait(false);
            return meanwhile;
        }
        await Hold(new RowChange.Replace(MarkKey, _mark, there.ETag), ct).ConfigureAwait(false);
        var left = new List<PlacedRow>();
        await foreach (var row in scan.All(ct).ConfigureAwait(false))
            if (!IsMark(row.Partition))
                await Add(left, row, row => new RowChange.Delete(row.Key, row.ETag), ct).ConfigureAwait(false);
        await Flush(left, row => new RowChange.Delete(row.Key, row.ETag), ct).ConfigureAwait(false);
        return null;
    }

    /// <summary>Writes all rows as they come, those of a partition in as few batches as may be, and returns how many.</summary>
    public async Task<Counted> Fill(IAsyncEnumerable<PlacedRow> all, CancellationToken ct = default)
    {
        var (count, waiting) = (new Counted(), new List<PlacedRow>());
        await foreach (var row in all.WithCancellation(ct).ConfigureAwait(false))
        {
            if (IsMark(row.Partition))
                continue;
            count = count.With(row.Partition);
            await Add(waiting, row, Insert, ct).ConfigureAwait(false);
        }
        await Flush(waiting, Insert, ct).ConfigureAwait(false);
        return count;

        static RowChange Insert(StoredRow row) => new RowChange.Insert(row.Key, row.Data);
    }

    /// <summary>
    /// Makes sure that somebody looks at every workshop soon. Needed where the rows are not of one moment: what the agenda had to say of a workshop may have come and gone between its rows.
    /// </summary>
    public async Task LookAtAll(CancellationToken ct = default)
    {
        var agenda = new Agenda(rows, time, new());
        string? last = null;
        await foreach (var row in scan.All(ct).ConfigureAwait(false))
            if (row.Partition != last && CommitRows.IsPartition(last = row.Partition) && await agenda.Ensure(CommitRows.Workshop(last), ct: ct).ConfigureAwait(false) is { } fault)
                throw Refused(fault);
    }

    /// <summary>It is all there: the mark goes. Throws when the mark is another's by now, and leaves it.</summary>
    public async Task End(CancellationToken ct = default)
    {
        var held = await StillOurs(ct).ConfigureAwait(false);
        await Write(MarkPartition, [new RowChange.Delete(MarkKey, held)], ct).ConfigureAwait(false);
    }

    async ValueTask<string> StillOurs(CancellationToken ct)
    {
        var held = _held ?? throw new InvalidOperationException("It was not begun.");
        return (await rows.Get(MarkPartition, MarkKey, ct).ConfigureAwait(false))?.ETag == held ? held : throw Others();
    }

    async ValueTask<PlacedRow?> Any(CancellationToken ct)
    {
        await foreach (var row in scan.All(ct).ConfigureAwait(false))
            if (!IsMark(row.Partition))
                return row;
        return null;
    }

    async ValueTask Hold(RowChange change, CancellationToken ct)
    {
        await Write(MarkPartition, [change], ct).ConfigureAwait(false);
        _held = await rows.Get(MarkPartition, MarkKey, ct).ConfigureAwait(false) is { } mark && mark.Data.Span.SequenceEqual(_mark) ? mark.ETag : throw Others();
    }

    async ValueTask Add(List<PlacedRow> waiting, PlacedRow row, Func<StoredRow, RowChange> change, CancellationToken ct)
    {
        if (waiting.Count > 0 && (waiting[0].Partition != row.Partition || waiting.Count == RowRules.MostChanges || waiting.Sum(one => (long)one.Row.Data.Length) + row.Row.Data.Length > MostBytes))
            await Flush(waiting, change, ct).ConfigureAwait(false);
        waiting.Add(row);
    }

    async ValueTask Flush(List<PlacedRow> waiting, Func<StoredRow, RowChange> change, CancellationToken ct)
    {
        if (waiting.Count == 0)
            return;
        // Another that has taken over clears away what it finds, and what came after that would stay in what it fills.
        await StillOurs(ct).ConfigureAwait(false);
        await Write(waiting[0].Partition, [.. waiting.Select(one => change(one.Row))], ct).ConfigureAwait(false);
        waiting.Clear();
    }

    // A storage that is only busy gets time; each wait is twice as long as the one before.
    async ValueTask Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        for (var (tries, wait) = (1, First); ; tries++, wait *= 2)
            switch (await rows.Write(partition, changes, ct).ConfigureAwait(false))
            {
                case WriteResult.Written:
                    return;
                case WriteResult.Unavailable { Fault: StorageFault.Busy or StorageFault.Unreachable } when tries < Tries:
                    await Task.Delay(wait, time, ct).ConfigureAwait(false);
                    break;
                case WriteResult.Unavailable unavailable:
                    throw Refused(unavailable.Fault);
                // Its answer may have been lost: then all of it is there.
                case WriteResult.Conflict when await IsDone(partition, changes, ct).ConfigureAwait(false):
                    return;
                default:
                    throw Others();
            }
    }

    async ValueTask<bool> IsDone(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        foreach (var change in changes)
        {
            var row = await rows.Get(partition, change.Key, ct).ConfigureAwait(false);
            if (!(change switch
            {
                RowChange.Insert insert => row is not null && row.Data.Span.SequenceEqual(insert.Data.Span),
                RowChange.Replace replace => row is not null && row.Data.Span.SequenceEqual(replace.Data.Span),
                _ => row is null,
            }))
                return false;
        }
        return true;
    }

    static StorageUnavailableException Others() =>
        new(StorageFault.Busy, "Somebody else writes to the storage that is being filled: a bot, or another import or move. Stop them all and begin again.");

    static StorageUnavailableException Refused(StorageFault fault) => new(fault, $"The storage takes no rows: {fault}.");
}
