using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Journal.Tests.On;

public sealed class AgendaOnSqlite : AgendaContract
{
    protected override IRowStore Open() => SqliteRowStore.Open(Folder.File(), Time);
}

public sealed class AgendaOnMemory : AgendaContract
{
    protected override IRowStore Open() => new MemoryRowStore(Time);
}
