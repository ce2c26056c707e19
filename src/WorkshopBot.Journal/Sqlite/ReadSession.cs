using System.Globalization;

namespace WorkshopBot.Journal.Sqlite;

/// <summary>A connection that only reads, with its prepared statements.</summary>
sealed class ReadSession : IDisposable
{
    readonly Database _database;
    readonly Statement _get, _range;

    ReadSession(Database database)
    {
        _database = database;
        _get = database.Prepare("SELECT etag, written, data FROM rows WHERE partition=?1 AND key=?2");
        _range = database.Prepare("SELECT etag, written, data, key FROM rows WHERE partition=?1 AND key>=?2 AND key<?3 ORDER BY key LIMIT ?4");
    }

    public static ReadSession Open(string path)
    {
        var database = Database.Open(path, SqliteWriter.Busy, create: false);
        try
        {
            database.Execute("PRAGMA query_only=1");
            return new ReadSession(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public StoredRow? Get(string partition, string key)
    {
        try
        {
            return _get.Bind(1, partition).Bind(2, key).Step() ? Row(_get, key) : null;
        }
        finally
        {
            _get.Reset();
        }
    }

    public IReadOnlyList<StoredRow> Range(string partition, string from, string before, int most)
    {
        try
        {
            _range.Bind(1, partition).Bind(2, from).Bind(3, before).Bind(4, most);
            var rows = new List<StoredRow>();
            while (_range.Step())
                rows.Add(Row(_range, _range.Text(3)));
            return rows;
        }
        finally
        {
            _range.Reset();
        }
    }

    static StoredRow Row(Statement statement, string key) =>
        new(key, statement.Blob(2), statement.Integer(0).ToString(CultureInfo.InvariantCulture), new DateTimeOffset(statement.Integer(1), TimeSpan.Zero));

    public void Dispose()
    {
        _get.Dispose();
        _range.Dispose();
        _database.Dispose();
    }
}
