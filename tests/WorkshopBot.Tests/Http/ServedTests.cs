namespace WorkshopBot.Tests.Http;

/// <summary>Tests of a server that is started for each of them, on a file of its own.</summary>
public abstract class ServedTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();

    private protected Served Served { get; private set; } = null!;

    private protected Door Door => Served.Door;

    public async Task InitializeAsync() => Served = await Served.Start(_folder.File());

    public async Task DisposeAsync() => await Served.DisposeAsync();

    /// <summary>Another process on the same file.</summary>
    protected async Task Restart()
    {
        await Served.DisposeAsync();
        Served = await Served.Start(_folder.File());
    }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
