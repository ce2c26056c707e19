namespace WorkshopBot.Journal.Sqlite;

/// <summary>The one table, and the version that says which program may read it.</summary>
static class Schema
{
    public const int Version = 1;

    // Not WITHOUT ROWID: there a look-up compares whole rows on its way down, blob included, and reads every page of each
    // (measured with a 500 KB blob in every second partition: 43 us to read a head, against 2.3 so).
    // The data come last, so that reading what stands before them touches none of their pages.
    const string Create = """
        CREATE TABLE rows(
            partition TEXT NOT NULL,
            key TEXT NOT NULL,
            etag INTEGER NOT NULL,
            written INTEGER NOT NULL,
            data BLOB NOT NULL,
            PRIMARY KEY(partition, key));
        """;

    /// <summary>Refuses a file that holds no rows of ours or is newer than we are, and changes nothing.</summary>
    public static void Check(Database database, string path)
    {
        if (Read(database, path) != Version)
            throw new StorageFormatException(path, "holds no journal of WorkshopBot.");
    }

    /// <summary>Makes the table in a new file, and refuses a file that is not ours or is newer than we are.</summary>
    public static void Ensure(Database database, string path)
    {
        if (Read(database, path) == Version)
            return;
        if (database.Number("SELECT count(*) FROM sqlite_master") > 0)
            throw new StorageFormatException(path, "is an SQLite file of another program. Give WorkshopBot a file of its own.");
        database.Execute(FormattableString.Invariant($"BEGIN IMMEDIATE; {Create} PRAGMA user_version={Version}; COMMIT"));
    }

    static long Read(Database database, string path) => database.Number("PRAGMA user_version") is var version && version <= Version
        ? version
        : throw new StorageFormatException(path, FormattableString.Invariant($"was written by a newer version of WorkshopBot (its format is {version}, this one reads {Version}). Run that version, or restore a backup made before it."));
}
