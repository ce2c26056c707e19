using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Journal.Tests.Tables;

namespace WorkshopBot.Journal.Tests.On;

public sealed class CodeOnSqlite : CodeContract
{
    protected override IRowStore Open() => SqliteRowStore.Open(Folder.File(), Time);
}

public sealed class CodeOnMemory : CodeContract
{
    protected override IRowStore Open() => new MemoryRowStore(Time);
}

[OnEmulator]
public sealed class CodeOnTables : CodeContract
{
    protected override IRowStore Open() => Emulator.Open();
}
