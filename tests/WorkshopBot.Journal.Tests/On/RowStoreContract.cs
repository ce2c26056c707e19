using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Journal.Tests.Tables;

namespace WorkshopBot.Journal.Tests.On;

public sealed class RowStoreOnSqlite : RowStoreContract
{
    protected override IRowStore Open() => SqliteRowStore.Open(Folder.File(), Time);
}

public sealed class RowStoreOnMemory : RowStoreContract
{
    protected override IRowStore Open() => new MemoryRowStore(Time);
}

[OnEmulator]
public sealed class RowStoreOnTables : RowStoreContract
{
    protected override IRowStore Open() => Emulator.Open();
}
