using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Journal.Tests.On;

public sealed class CodeOnSqlite : CodeContract
{
    protected override IRowStore Open() => SqliteRowStore.Open(Folder.File(), Time);
}

public sealed class CodeOnMemory : CodeContract
{
    protected override IRowStore Open() => new MemoryRowStore(Time);
}
