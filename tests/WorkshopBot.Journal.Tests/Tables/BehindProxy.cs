using WorkshopBot.Journal.Tables;
using WorkshopBot.Npm;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>A table that is reached through a proxy that spoils what passes, and past it.</summary>
public abstract class BehindProxy(TableTimes times) : IAsyncLifetime
{
    protected string Table { get; } = Azurite.NewTable();

    protected FaultProxy Proxy { get; private set; } = null!;

    /// <summary>Through the proxy.</summary>
    protected TableRowStore Rows { get; private set; } = null!;

    /// <summary>Past it.</summary>
    protected TableRowStore Behind { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Azurite.Missing is not null)
            return;
        Proxy = new(Azurite.Shared.Port);
        Behind = await Emulator.Open(Table);
        Rows = await Emulator.Open(Table, port: Proxy.Port, times: times);
        Proxy.Asked.Clear();
    }

    public async Task DisposeAsync()
    {
        if (Azurite.Missing is not null)
            return;
        await Rows.DisposeAsync();
        await Behind.DisposeAsync();
        await Proxy.DisposeAsync();
    }
}
