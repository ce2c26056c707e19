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

    static readonly string[] Kinds = [Memory, Sqlite, Tables];

    /// <summary>From every kind to every other, and back, but for those that need Node.</summary>
    public static TheoryData<string, string> Pairs => Of(needsNode: false);

    /// <summary>And those that do, which are said to be skipped where it is missing.</summary>
    public static TheoryData<string, string> NodePairs => Of(needsNode: true);

    /// <summary>For a bot.</summary>
    public async Task<IRowStore> Open() => kind switch
    {
        Memory => new RowsInTrouble(_memory),
        Sqlite => SqliteRowStore.Open(folder.File(_name), TimeProvider.System),
        _ => await TableRowStore.Open(TableAddress.FromConnectionString(Azurite.Shared.Connection(), out _)!, "t" + _name, new StorageClock(TimeProvider.System), times: StorageName.Patient),
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

    static TheoryData<string, string> Of(bool needsNode)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var from in Kinds)
            foreach (var to in Kinds)
                if (from != to && (from == Tables || to == Tables) == needsNode)
                    pairs.Add(from, to);
        return pairs;
    }

    static StorageName Set(params (string Key, string Value)[] settings) =>
        StorageName.Of(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("To:" + setting.Key, (string?)setting.Value))).Build(), "To", StorageName.Patient);
}
