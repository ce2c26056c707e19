using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Journal.Tests.On;

public sealed class IndexOnSqlite : IndexContract
{
    protected override IRowStore Open() => SqliteRowStore.Open(Folder.File(), Time);
}

public sealed class IndexOnMemory : IndexContract
{
    protected override IRowStore Open() => new MemoryRowStore(Time);
}
