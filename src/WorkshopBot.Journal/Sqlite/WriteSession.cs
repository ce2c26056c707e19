using System.Globalization;
using SQLitePCL;

namespace WorkshopBot.Journal.Sqlite;

/// <summary>The writing connection with its prepared statements, used by the writer's thread alone. After a failed commit it is thrown away for a new one.</summary>
sealed class WriteSession : IDisposable
{
    readonly Database _database;
    readonly Statement _begin, _commit, _save, _undo, _release, _insert, _replace, _put, _delete;

    WriteSession(Database database)
    {
        _database = database;
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
        _save = database.Prepare("SAVEPOINT request");
        _undo = database.Prepare("ROLLBACK TO request");
        _release = database.Prepare("RELEASE request");
        _insert = database.Prepare("INSERT INTO rows(partition, key, etag, written, data) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");
        _put = database.Prepare("INSERT INTO rows(partition, key, etag, written, data) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT(partition, key) DO UPDATE SET etag=?3, written=?4, data=?5");
        _replace = database.Prepare("UPDATE rows SET etag=?3, written=?4, data=?5 WHERE partition=?1 AND key=?2 AND etag=?6");
        _delete = database.Prepare("DELETE FROM rows WHERE partition=?1 AND key=?2 AND etag=?3");
    }

    public static WriteSession Open(string path, TimeSpan busy)
    {
        var database = Database.Open(path, busy, create: true);
        try
        {
            Schema.Ensure(database, path);
            KeepLog(database);
            // FULL: a commit is on the disk when it is answered. The limit gives back the log's space after a rush.
            database.Execute("PRAGMA synchronous=FULL; PRAGMA journal_size_limit=16777216");
            // A small commit of our own. Had an earlier session's commit failed after its pages reached the log, this one takes their place there, so that no restart can find them.
            database.Execute(FormattableString.Invariant($"BEGIN IMMEDIATE; PRAGMA user_version={Schema.Version}; COMMIT"));
            return new WriteSession(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    // At every opening: a file restored from a backup may have come without the setting.
    static void KeepLog(Database database)
    {
        using var statement = database.Prepare("PRAGMA journal_mode=WAL");
        // A refusal is not an error to SQLite; it just answers with another mode.
        if (!statement.Step() || statement.Text(0) != "wal")
            throw new SqliteFault(raw.SQLITE_CANTOPEN, "no write-ahead log can be kept there; is it a network drive?");
    }

    public void Execute(string sql) => _database.Execute(sql);

    public void Begin(TimeSpan busy)
    {
        _database.WaitWhenBusy(busy);
        _begin.Run();
    }

    public void Commit() => _commit.Run();

    /// <summary>Ends the transaction without a trace; SQLite may have done so itself.</summary>
    public void Rollback()
    {
        if (_database.InTransaction)
            _database.Execute("ROLLBACK");
    }

    /// <summary>Makes all changes of a request, or none; <paramref name="etag"/> is the last one given out.</summary>
    public WriteResult Apply(string partition, IReadOnlyList<RowChange> changes, DateTimeOffset now, ref long etag)
    {
        var etags = new string?[changes.Count];
        _save.Run();
        for (var i = 0; i < etags.Length; i++)
        {
            if (Apply(partition, changes[i], now.UtcTicks, ++etag))
            {
                etags[i] = changes[i] is RowChange.Delete ? null : etag.ToString(CultureInfo.InvariantCulture);
                continue;
            }
            _undo.Run();
            _release.Run();
            return new WriteResult.Conflict();
        }
        _release.Run();
        return new WriteResult.Written(etags);
    }

    bool Apply(string partition, RowChange change, long now, long etag) => change switch
    {
        RowChange.Insert insert => Fill(_insert, partition, insert.Key, etag, now, insert.Data).Run() == 1,
        RowChange.Put put => Fill(_put, partition, put.Key, etag, now, put.Data).Run() == 1,
        RowChange.Replace replace => Number(replace.ETag) is { } old && Fill(_replace, partition, replace.Key, etag, now, replace.Data).Bind(6, old).Run() == 1,
        RowChange.Delete delete => Number(delete.ETag) is { } old && _delete.Bind(1, partition).Bind(2, delete.Key).Bind(3, old).Run() == 1,
        _ => throw new InvalidOperationException($"Nobody taught this storage to make a {change.GetType().Name}."),
    };

    static Statement Fill(Statement statement, string partition, string key, long etag, long now, ReadOnlyMemory<byte> data) =>
        statement.Bind(1, partition).Bind(2, key).Bind(3, etag).Bind(4, now).Bind(5, data);

    // Not a number: an ETag of another storage, which no row here has.
    static long? Number(string etag) => long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_begin, _commit, _save, _undo, _release, _insert, _replace, _put, _delete])
            statement.Dispose();
        _database.Dispose();
    }
}
