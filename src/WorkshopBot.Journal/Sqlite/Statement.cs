using System.Text;
using SQLitePCL;

namespace WorkshopBot.Journal.Sqlite;

/// <summary>A prepared statement; parameters count from 1, columns from 0, as SQLite has it.</summary>
sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int parameter, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    /// <summary>Binds a partition or key, which <see cref="RowRules"/> keep short and ASCII.</summary>
    public Statement Bind(int parameter, string name)
    {
        Span<byte> bytes = stackalloc byte[RowRules.MostNameBytes];
        database.Check(raw.sqlite3_bind_text(handle, parameter, bytes[..Encoding.ASCII.GetBytes(name, bytes)]));
        return this;
    }

    public Statement Bind(int parameter, ReadOnlyMemory<byte> data)
    {
        // An empty span has no address, and SQLite takes a blob without address for null.
        database.Check(data.IsEmpty
            ? raw.sqlite3_bind_zeroblob(handle, parameter, 0)
            : raw.sqlite3_bind_blob(handle, parameter, data.Span));
        return this;
    }

    /// <summary>True: there is a row to read.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        database.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs a statement that gives no rows and returns how many it touched.</summary>
    public int Run()
    {
        try
        {
            Step();
            return database.Changes;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Ready for the next use; what was bound is let go, since it may be large.</summary>
    public void Reset()
    {
        // The code says again what the last step said, which has been told already.
        _ = raw.sqlite3_reset(handle);
        _ = raw.sqlite3_clear_bindings(handle);
    }

    public long Integer(int column) => raw.sqlite3_column_int64(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public byte[] Blob(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public void Dispose() => handle.Dispose();
}
