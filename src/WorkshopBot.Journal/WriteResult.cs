namespace WorkshopBot.Journal;

/// <summary>What became of a batch: all of it is written, or nothing is.</summary>
public abstract record WriteResult
{
    private WriteResult()
    {
    }

    /// <summary>All changes are durable; one ETag a change, in their order, null for a deletion.</summary>
    public sealed record Written(IReadOnlyList<string?> ETags) : WriteResult;

    /// <summary>A row was not in the state a change asked for, so nothing was written.</summary>
    public sealed record Conflict : WriteResult;

    /// <summary>The storage could not take it. On a storage across a network the batch may have arrived all the same: see <see cref="IRowStore.Write"/>.</summary>
    public sealed record Unavailable(StorageFault Fault) : WriteResult;
}
