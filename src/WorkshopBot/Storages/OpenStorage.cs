using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Storages;

/// <summary>A storage that is open.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Scan">All of them.</param>
/// <param name="Clock">What time it is, for everybody who works on it.</param>
/// <param name="Faults">What the storage says is broken in itself, such as in a file; each names no content.</param>
sealed record OpenStorage(IRowStore Rows, IRowScan Scan, TimeProvider Clock, Func<IReadOnlyList<string>> Faults) : IAsyncDisposable
{
    /// <summary>Other processes may write to it at the same time.</summary>
    public bool IsShared { get; init; }

    public static OpenStorage Of<T>(T store, TimeProvider clock) where T : IRowStore, IRowScan => new(store, store, clock, () => store is SqliteRowReader reader ? reader.Faults() : []);

    public ValueTask DisposeAsync() => Rows.DisposeAsync();
}
