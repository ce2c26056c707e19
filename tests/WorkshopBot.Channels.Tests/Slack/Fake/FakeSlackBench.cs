using WorkshopBot.Fakes.Slack;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Slack.Fake;

/// <summary>A workspace with a channel and Anna in it, the app installed, and its doors.</summary>
public abstract class FakeSlackBench : IAsyncLifetime, IDisposable
{
    private protected FakeTime Time { get; } = new();

    private protected FakeSlack Slack { get; private set; } = null!;

    private protected FakeSlackTeam Acme { get; private set; } = null!;

    private protected FakeSlackPerson Anna { get; private set; } = null!;

    private protected FakeSlackChannel Lab { get; private set; } = null!;

    private protected RawSlack Raw { get; private set; } = null!;

    private protected BotDoors Bot { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Slack = await FakeSlack.Start(Time);
        Bot = await BotDoors.Start();
        Slack.Doors = FakeSlackDoors.At(Bot.Root);
        Acme = Slack.Team("Acme");
        Anna = Acme.Person("Anna");
        Lab = Acme.Channel("journey-lab", Anna);
        Raw = new(Slack, Acme.Install().Token);
    }

    public async Task DisposeAsync()
    {
        await Slack.DisposeAsync();
        await Bot.DisposeAsync();
    }

    public void Dispose()
    {
        Raw.Dispose();
        GC.SuppressFinalize(this);
    }
}
