using SQLitePCL;

namespace WorkshopBot.Journal.Sqlite;

/// <summary>One connection to an SQLite file, used by one thread at a time. Every failure is a <see cref="SqliteFault"/>.</summary>
sealed class Database : IDisposable
{
    readonly sqlite3 _handle;

    static Database() => Batteries_V2.Init();

    Database(sqlite3 handle) => _handle = handle;

    /// <summary>False after a commit, a rollback, or a failure that made SQLite roll back by itself.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Rows touched by the last statement that changed any.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    public static Database Open(string path, TimeSpan busy, bool create)
    {
        // No mutex: we see to it ourselves that one thread at a time is in here.
        var flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX | (create ? raw.SQLITE_OPEN_CREATE : 0);
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null);
        var database = new Database(handle);
        try
        {
            database.Check(code);
            database.WaitWhenBusy(busy);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>How long a statement waits for another connection's lock before it fails.</summary>
    public void WaitWhenBusy(TimeSpan busy) => Check(raw.sqlite3_busy_timeout(_handle, (int)busy.TotalMilliseconds));

    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Integer(0) : 0;
    }

    /// <summary>A statement to be kept and used again and again.</summary>
    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return new Statement(this, statement);
    }

    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw new SqliteFault(raw.sqlite3_extended_errcode(_handle), raw.sqlite3_errmsg(_handle).utf8_to_string());
    }

    public void Dispose() => _handle.Dispose();
}
