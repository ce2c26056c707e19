using SQLitePCL;

namespace WorkshopBot.Journal.Sqlite;

/// <summary>A call to SQLite failed. Never leaves this folder: it becomes a <see cref="StorageFault"/>, or stays what it is when the fault is ours.</summary>
sealed class SqliteFault(int code, string message) : Exception($"SQLite answers {code}: {message}")
{
    const int Primary = 0xFF;

    /// <summary>What the caller is told; null: this is a bug here, not a failure of the world.</summary>
    public StorageFault? Storage => (code & Primary) switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StorageFault.Busy,
        raw.SQLITE_FULL => StorageFault.Full,
        raw.SQLITE_READONLY or raw.SQLITE_PERM => StorageFault.ReadOnly,
        raw.SQLITE_ERROR or raw.SQLITE_MISUSE or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_RANGE or raw.SQLITE_TOOBIG => null,
        _ => StorageFault.Unreachable,
    };

    public Exception ForReader(string path) =>
        Storage is { } fault ? new StorageUnavailableException(fault, $"{path} cannot be read.", this) : this;
}
