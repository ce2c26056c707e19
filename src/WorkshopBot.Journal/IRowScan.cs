namespace WorkshopBot.Journal;

/// <summary>Every row of a storage, one after the other: for checking, copying and moving, never for a turn.</summary>
public interface IRowScan
{
    /// <summary>Whether <see cref="All"/> gives the rows as they stood at one moment, whoever writes meanwhile.</summary>
    bool IsOneMoment => false;

    /// <summary>
    /// All rows, those of a partition together and in ordinal order of their keys; partitions in any order. What is written meanwhile may come or not. Throws <see cref="StorageUnavailableException"/>.
    /// </summary>
    IAsyncEnumerable<PlacedRow> All(CancellationToken ct = default);
}
