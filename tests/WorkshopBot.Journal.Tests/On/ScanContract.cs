using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Journal.Tests.On;

public sealed class ScanOnSqlite : ScanContract
{
    protected override IRowStore Open() => SqliteRowStore.Open(Folder.File(), Time);
}

public sealed class ScanOnMemory : ScanContract
{
    protected override IRowStore Open() => new MemoryRowStore(Time);
}
