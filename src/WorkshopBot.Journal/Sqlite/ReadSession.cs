using System.Globalization;

namespace WorkshopBot.Journal.Sqlite;

/// <summary>A connection that only reads, with its prepared statements.</summary>
sealed class ReadSession : IDisposable
{
    readonly Database _database;
    readonly Statement _get, _range, _all;

    ReadSession(Database database)
    {
        _database = database;
        _get = database.Prepare("SELECT etag, written, data FROM rows WHERE partition=?1 AND key=?2");
        _range = database.Prepare("SELECT etag, written, data, key FROM rows WHERE partition=?1 AND key>=?2 AND key<?3 ORDER BY key LIMIT ?4");
        // The order of the primary key, so nothing is sorted and nothing is held.
        _all = database.Prepare("SELECT etag, written, data, key, partition FROM rows ORDER BY partition, key");
    }

    public static ReadSession Open(string path)
    {
        var database = Database.Open(path, SqliteWriter.Busy, create: false);
        try
        {
            database.Execute("PRAGMA query_only=1");
            Schema.Check(database, path);
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

    /// <summary>All rows, partition by partition, in the order of their keys; the one reading of them at a time.</summary>
    public IEnumerable<PlacedRow> All()
    {
        try
        {
            while (_all.Step())
                yield return new(_all.Text(4), Row(_all, _all.Text(3)));
        }
        finally
        {
            _all.Reset();
        }
    }

    /// <summary>From now on, until it is disposed, everything is as it is at this moment.</summary>
    public void Hold() => _database.Execute("BEGIN; SELECT count(*) FROM sqlite_master");

    /// <summary>What the file says of itself, in the words of SQLite, which name pages and no content; at most so many.</summary>
    public IReadOnlyList<string> Faults(int most)
    {
        var faults = new List<string>();
        try
        {
            using var check = _database.Prepare(FormattableString.Invariant($"PRAGMA quick_check({most})"));
            while (check.Step())
                if (check.Text(0) is var fault && fault != "ok")
                    faults.Add(fault.ReplaceLineEndings(" "));
        }
        catch (SqliteFault e)
        {
            faults.Add(e.Message);
        }
        if (faults.Count > 0)
            faults.AddRange(Unreadable(most));
        return faults;
    }

    // Names stand in an index of their own, so that a row whose page is broken can still be called by its name.
    List<string> Unreadable(int most)
    {
        var found = new List<string>();
        try
        {
            using var names = _database.Prepare("SELECT partition, key FROM rows ORDER BY partition, key");
            while (found.Count < most && names.Step())
                try
                {
                    Get(names.Text(0), names.Text(1));
                }
                catch (Exception e) when (e is SqliteFault or ArgumentException)
                {
                    found.Add($"{names.Text(0)} {names.Text(1)} cannot be read from the file");
                }
        }
        catch (SqliteFault)
        {
            // The index is broken as well, and that has been said.
        }
        return found;
    }

    static StoredRow Row(Statement statement, string key) =>
        new(key, statement.Blob(2), statement.Integer(0).ToString(CultureInfo.InvariantCulture), new DateTimeOffset(statement.Integer(1), TimeSpan.Zero));

    public void Dispose()
    {
        _get.Dispose();
        _range.Dispose();
        _all.Dispose();
        _database.Dispose();
    }
}
