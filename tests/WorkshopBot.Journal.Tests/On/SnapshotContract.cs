using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Journal.Tests.Tables;

namespace WorkshopBot.Journal.Tests.On;

public sealed class SnapshotOnSqlite : SnapshotContract
{
    protected override IRowStore Open() => SqliteRowStore.Open(Folder.File(), Time);
}

public sealed class SnapshotOnMemory : SnapshotContract
{
    protected override IRowStore Open() => new MemoryRowStore(Time);
}

[OnEmulator]
public sealed class SnapshotOnTables : SnapshotContract
{
    protected override IRowStore Open() => Emulator.Open();
}
