using System.Runtime.CompilerServices;

namespace WorkshopBot.Journal.Moving;

/// <summary>
/// All rows of a storage that may be written meanwhile, so that each workshop fits together: what is said of its messages first, then its snapshot, then its head, and at last the commits up to
/// that head. So nothing speaks of a commit that is not there. Also the order in which a workshop is checked, whatever the storage.
/// </summary>
public sealed class SteadyScan(IRowStore rows, IRowScan scan) : IRowScan
{
    const int Page = 64;
    const int LargeRows = 4;
    const int Tries = 3;

    public async IAsyncEnumerable<PlacedRow> All([EnumeratorCancellation] CancellationToken ct = default)
    {
        string? read = null;
        await foreach (var placed in scan.All(ct).ConfigureAwait(false))
        {
            // What no storage takes as a name cannot be asked for either; it is given as it comes.
            if (!CommitRows.IsPartition(placed.Partition) || !RowRules.IsName(placed.Partition))
            {
                yield return placed;
                continue;
            }
            if (placed.Partition != read)
                await foreach (var row in Workshop(read = placed.Partition, ct).ConfigureAwait(false))
                    yield return new(read, row);
            if (!IsOurs(placed.Row.Key))
                yield return placed;
        }
    }

    // What Workshop reads by itself.
    static bool IsOurs(string key) => key is CommitRows.HeadKey or Snapshots.PointerKey || (key.Length > 1 && key[1] == '-' && key[0] is 'c' or 'l' or 'm' or 's');

    async IAsyncEnumerable<StoredRow> Workshop(string partition, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in Pages(partition, "l-", "l.", Page, ct).ConfigureAwait(false))
            yield return row;
        await foreach (var row in Pages(partition, "m-", "m.", Page, ct).ConfigureAwait(false))
            yield return row;
        foreach (var row in await Snapshot(partition, ct).ConfigureAwait(false))
            yield return row;
        var head = await rows.Get(partition, CommitRows.HeadKey, ct).ConfigureAwait(false);
        if (head is not null)
            yield return head;
        // One that cannot be read says nothing of where to end.
        var last = head is null ? null : StoredJson.TryRead(head, StoredJson.Default.HeadRow);
        await foreach (var row in Pages(partition, "c-", last is { Version: >= 0 and < CommitRows.LastVersion } ? CommitRows.Key(last.Version + 1) : CommitRows.CommitsEnd, Page, ct).ConfigureAwait(false))
            yield return row;
    }

    // The pointer and then the parts, as they were together; none where a new snapshot comes all the time.
    async ValueTask<IReadOnlyList<StoredRow>> Snapshot(string partition, CancellationToken ct)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var pointer = await rows.Get(partition, Snapshots.PointerKey, ct).ConfigureAwait(false);
            var parts = new List<StoredRow>();
            await foreach (var part in Pages(partition, "s-", "s.", LargeRows, ct).ConfigureAwait(false))
                parts.Add(part);
            if ((await rows.Get(partition, Snapshots.PointerKey, ct).ConfigureAwait(false))?.ETag == pointer?.ETag)
                return pointer is null ? parts : [pointer, .. parts];
        }
        return [];
    }

    async IAsyncEnumerable<StoredRow> Pages(string partition, string from, string before, int most, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var page = await rows.Range(partition, from, before, most, ct).ConfigureAwait(false);
            var taken = page.Count;
            // One goes on behind a name that can be asked for; what comes after it is read once more.
            while (page.Count == most && taken > 0 && !RowRules.IsName(page[taken - 1].Key + " "))
                taken--;
            foreach (var row in page.Take(taken))
                yield return row;
            if (page.Count < most)
                break;
            if (taken == 0)
                most *= 2;
            else
                from = page[taken - 1].Key + " ";      // the name right after it: no name has a character before the blank
        }
    }
}
