using WorkshopBot.Tests;
using WorkshopBot.Tests.Http;

namespace WorkshopBot.Browser.Tests;

/// <summary>Tests of the real program, started for each of them on a file of its own.</summary>
public abstract class RunningTests : IAsyncLifetime, IDisposable
{
    private protected TempFolder Folder { get; } = new();

    private protected BotProcess Bot { get; private set; } = null!;

    /// <summary>Where it listens; the same after it was started again.</summary>
    protected Uri Address { get; private set; } = null!;

    public Task InitializeAsync() => Start("http://127.0.0.1:0");

    public async Task DisposeAsync()
    {
        if (!Bot.HasExited)
            await Bot.Kill();
    }

    /// <summary>Starts it again after it was killed.</summary>
    protected async Task Restart()
    {
        var before = Address;
        Bot.Dispose();
        await Start(before.ToString());
        Assert.Equal(before, Address);
    }

    public void Dispose()
    {
        Bot.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    async Task Start(string url)
    {
        Bot = new BotProcess(Folder.Path, $"--Urls={url}", $"--Journal:Path={Folder.File()}");
        Address = await Bot.Address();
    }
}
