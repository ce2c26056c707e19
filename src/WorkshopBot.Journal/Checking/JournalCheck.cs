using System.Runtime.CompilerServices;
using WorkshopBot.Journal.Moving;

namespace WorkshopBot.Journal.Checking;

/// <summary>
/// Reads every row of a storage and tells what is wrong with it. It changes nothing, and holds no more than one snapshot and one state at a time. The storage may be served meanwhile.
/// Throws <see cref="StorageUnavailableException"/>.
/// </summary>
/// <param name="rows">The storage.</param>
/// <param name="scan">All of it.</param>
/// <param name="readers">Who reads the commits of a workshop, by its id.</param>
/// <param name="more">Rows that are not this room's own.</param>
public sealed class JournalCheck(IRowStore rows, IRowScan scan, Func<string, IWorkshopReader> readers, IReadOnlyList<RowFamily> more)
{
    const string UnknownRows = "unknown rows";

    readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>How many rows there were of each kind.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>All findings, as they are made.</summary>
    public async IAsyncEnumerable<Finding> Run([EnumeratorCancellation] CancellationToken ct = default)
    {
        WorkshopCheck? workshop = null;
        if (await Filling.IsUnderWay(rows, ct).ConfigureAwait(false))
            yield return new("filling", null, "an import or a move was begun here and has not ended; make it again");
        await foreach (var (partition, row) in new SteadyScan(rows, scan).All(ct).ConfigureAwait(false))
        {
            if (workshop is not null && workshop.Partition != partition)
            {
                await foreach (var finding in workshop.End(rows, ct).ConfigureAwait(false))
                    yield return finding;
                workshop = null;
            }
            if (!RowRules.IsName(partition) || !RowRules.IsName(row.Key))
            {
                Count(UnknownRows);
                yield return new(partition, row.Key, "has a name that no storage takes");
            }
            else if (CommitRows.IsPartition(partition))
            {
                if (workshop is null)
                    Count("workshops");
                workshop ??= new(partition, readers(CommitRows.Workshop(partition)));
                foreach (var finding in workshop.Take(row, Count))
                    yield return finding;
            }
            else if (!Filling.IsMark(partition) && await Read(partition, row, ct).ConfigureAwait(false) is { } finding)
                yield return finding;
        }
        if (workshop is not null)
            await foreach (var finding in workshop.End(rows, ct).ConfigureAwait(false))
                yield return finding;
    }

    async ValueTask<Finding?> Read(string partition, StoredRow row, CancellationToken ct)
    {
        var family = RowFamilies.Own.Concat(more).FirstOrDefault(family => partition.StartsWith(family.Prefix, StringComparison.Ordinal));
        var read = family is null ? RowReading.Unknown : Safely(family, partition, row);
        Count(read.IsUnknown ? UnknownRows : family!.Name);
        if (read.IsUnknown)
            return new(partition, row.Key, "is a row this program does not know", IsTrouble: false);
        if (read.Trouble is { } trouble)
            return new(partition, row.Key, trouble);
        // A room is given to a workshop before that begins, and a start that was not saved leaves it so.
        return read.Workshop is { } workshop && await rows.Get(CommitRows.Partition(workshop), CommitRows.HeadKey, ct).ConfigureAwait(false) is null
            ? new(partition, row.Key, $"leads to workshop {workshop}, which is not there", IsTrouble: false)
            : null;
    }

    void Count(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;

    static RowReading Safely(RowFamily family, string partition, StoredRow row)
    {
        try
        {
            return family.Read(partition, row);
        }
        catch (Exception e)
        {
            return new($"cannot be read ({e.GetType().Name})");
        }
    }
}
