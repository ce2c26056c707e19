using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Journal.Tests.Tables;

namespace WorkshopBot.Journal.Tests.On;

public sealed class AgendaOnSqlite : AgendaContract
{
    protected override IRowStore Open() => SqliteRowStore.Open(Folder.File(), Time);
}

public sealed class AgendaOnMemory : AgendaContract
{
    protected override IRowStore Open() => new MemoryRowStore(Time);
}

[OnEmulator]
public sealed class AgendaOnTables : AgendaContract
{
    protected override IRowStore Open() => new TimedRowStore(Emulator.Open(), Time);
}
