using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Cli.Journals;

/// <summary>A storage a command works on.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Scan">All of them.</param>
/// <param name="Faults">What the storage says is broken in itself, such as in a file; each names no content.</param>
sealed record OpenStorage(IRowStore Rows, IRowScan Scan, Func<IReadOnlyList<string>> Faults) : IAsyncDisposable
{
    public static OpenStorage Of<T>(T store) where T : IRowStore, IRowScan => new(store, store, () => store is SqliteRowReader reader ? reader.Faults() : []);

    public ValueTask DisposeAsync() => Rows.DisposeAsync();
}
