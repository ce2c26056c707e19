using WorkshopBot.Fakes.Slack;
using WorkshopBot.Tests.Http;

namespace WorkshopBot.Tests.Replicas;

/// <summary>Processes of the real program behind a balancer, before one fake Slack, that are killed and started again.</summary>
sealed class Fleet(FakeSlack slack, FakeSlackTeam team, Balancer balancer, string folder, IReadOnlyList<string> storage, IReadOnlyList<TimeSpan> clocks) : IAsyncDisposable
{
    readonly BotProcess?[] _replicas = new BotProcess?[clocks.Count];

    public int Kills { get; private set; }

    /// <summary>What ended processes said went wrong on their side, beside being killed.</summary>
    public List<string> Errors { get; } = [];

    public Task Start() => Task.WhenAll(Enumerable.Range(0, clocks.Count).Select(Start));

    /// <summary>Kills any one, without a word, and starts it again.</summary>
    public async Task Kill(Random random)
    {
        var one = random.Next(clocks.Count);
        balancer.Down(one);
        await _replicas[one]!.Kill();
        Kills++;
        Forget(one);
        await Start(one);
    }

    /// <summary>Ends all as a service manager does; each must end well, and soon.</summary>
    public async Task Stop()
    {
        for (var one = 0; one < clocks.Count; one++)
        {
            balancer.Down(one);
            await _replicas[one]!.Terminate();
            Assert.Equal(0, await _replicas[one]!.Exit());
            Forget(one);
        }
    }

    public ValueTask DisposeAsync()
    {
        for (var one = 0; one < clocks.Count; one++)
            Forget(one);
        return ValueTask.CompletedTask;
    }

    async Task Start(int one)
    {
        string[] args =
        [
            "--Urls=http://127.0.0.1:0", "--environment=Development", $"--Slack:ApiUrl={slack.Api}", $"--Slack:BotToken={(team.Bot ?? team.Install()).Token}", $"--Slack:SigningSecret={slack.SigningSecret}", .. storage,
        ];
        var bot = _replicas[one] = clocks[one] == TimeSpan.Zero ? new(folder, args) : BotProcess.WithClock(clocks[one], folder, args);
        balancer.Up(one, await bot.Address());
    }

    void Forget(int one)
    {
        if (_replicas[one] is not { } replica)
            return;
        Errors.AddRange(replica.Errors);
        Errors.AddRange(replica.Output.Where(line => line.Contains("fail:", StringComparison.Ordinal) || line.Contains("crit:", StringComparison.Ordinal)));
        replica.Dispose();
        _replicas[one] = null;
    }
}
