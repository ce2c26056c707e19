using WorkshopBot.Journal.Tables;
using WorkshopBot.Npm;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>Stores on the emulator that all tests of a run share.</summary>
static class Emulator
{
    /// <summary>What a busy machine may need; the product is less patient.</summary>
    static readonly TableTimes Patient = new() { Try = TimeSpan.FromSeconds(30), Call = TimeSpan.FromSeconds(60) };

    /// <summary>A store with a table of its own.</summary>
    public static TableRowStore Open(bool isSorted = true) => Open(Azurite.NewTable(), isSorted).GetAwaiter().GetResult();

    public static async Task<TableRowStore> Open(string table, bool isSorted = true, int? port = null, StorageClock? clock = null, TableTimes? times = null) =>
        await TableRowStore.Open(Address(port), table, clock ?? new(TimeProvider.System), null, times ?? Patient, isSorted);

    public static TableAddress Address(int? port = null) => TableAddress.FromConnectionString(Azurite.Shared.Connection(port), out _)!;
}
