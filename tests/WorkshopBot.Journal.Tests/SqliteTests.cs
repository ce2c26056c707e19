using System.Text;
using Microsoft.Data.Sqlite;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Journal.Tests;

/// <summary>What the tests of the SQLite storage share: a folder, and a stranger's connection to the file.</summary>
public abstract class SqliteTests : IDisposable
{
    protected TempFolder Folder { get; } = new();

    protected SqliteRowStore Open() => SqliteRowStore.Open(Folder.File(), TimeProvider.System);

    /// <summary>A plain connection by other means than ours.</summary>
    protected SqliteConnection Stranger()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Folder.File(), Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    protected static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    protected static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static RowChange[] Insert(string key, ReadOnlyMemory<byte> data) => [new RowChange.Insert(key, data)];

    protected static async Task<IReadOnlyList<string>> Keys(IRowStore rows, string partition = "p") =>
        [.. (await rows.Range(partition, " ", "~", 10_000)).Select(row => row.Key)];

    /// <summary>Waits for what must come true soon.</summary>
    protected static async Task Until(Func<bool> condition)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!condition())
            await timer.WaitForNextTickAsync(bound.Token);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Folder.Dispose();
}
