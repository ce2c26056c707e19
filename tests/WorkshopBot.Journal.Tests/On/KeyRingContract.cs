using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Journal.Tests.On;

public sealed class KeyRingOnSqlite : KeyRingContract
{
    protected override IRowStore Open() => SqliteRowStore.Open(Folder.File(), Time);
}

public sealed class KeyRingOnMemory : KeyRingContract
{
    protected override IRowStore Open() => new MemoryRowStore(Time);
}
