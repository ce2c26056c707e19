using Microsoft.Extensions.Configuration;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Journal.Tables;
using WorkshopBot.Npm;
using WorkshopBot.Storages;

namespace WorkshopBot.Tests.Cli.Journals;

/// <summary>A storage of some kind that is there as long as the test, whoever opens and closes it. A new kind of storage is one line here, and moves from and to all others.</summary>
sealed class Shelf(string kind, TempFolder folder) : IDisposable
{
    public const string Memory = "memory", Sqlite = "sqlite", Tables = "tables";

    readonly string _name = Guid.NewGuid().ToString("n");
    readonly MemoryRowStore _memory = new(TimeProvider.System);

    /// <summary>From every kind to every other, and back.</summary>
    public static IEnumerable<object[]> Pairs
    {
        get
        {
            string[] kinds = Azurite.Missing is null ? [Memory, Sqlite, Tables] : [Memory, Sqlite];
            return kinds.SelectMany(from => kinds.Where(to => to != from), (from, to) => new object[] { from, to });
        }
    }

    /// <summary>For a bot.</summary>
    public async Task<IRowStore> Open() => kind switch
    {
        Memory => new RowsInTrouble(_memory),
        Sqlite => SqliteRowStore.Open(folder.File(_name), TimeProvider.System),
        _ => await TableRowStore.Open(TableAddress.FromConnectionString(Azurite.Shared.Connection(), out _)!, "t" + _name, new StorageClock(TimeProvider.System)),
    };

    /// <summary>For a command. Where the product has words for it, by those.</summary>
    public StorageName Name => kind switch
    {
        Memory => new("memory", "", _ => new(Held()), (_, _) => new(Held())),
        Sqlite => Set(("Kind", "Sqlite"), ("Path", folder.File(_name))),
        _ => Set(("Kind", "Tables"), ("ConnectionString", Azurite.Shared.Connection()), ("Table", "t" + _name)),
    };

    public void Dispose() => _memory.DisposeAsync().AsTask().Wait();

    OpenStorage Held() => new(new RowsInTrouble(_memory), _memory, TimeProvider.System, () => []);

    static StorageName Set(params (string Key, string Value)[] settings) =>
        StorageName.Of(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("To:" + setting.Key, (string?)setting.Value))).Build(), "To");
}
