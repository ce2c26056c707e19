using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Slack.Api;

/// <summary>The Web API before a server of ours, with one install.</summary>
public abstract class Wired : IAsyncLifetime, ILogger
{
    private protected static readonly InstallId Acme = new(null, "T0ACME");

    readonly HttpClient _http = SlackApi.Http();
    readonly ConcurrentQueue<string> _log = new();

    private protected SlackServer Server { get; private set; } = null!;

    private protected FakeTime Time { get; } = new();

    private protected SlackApi Api { get; private set; } = null!;

    private protected HttpClient Http => _http;

    /// <summary>The token Slack takes now; null: the app is installed nowhere.</summary>
    private protected string? Token { get; set; } = Secret("one");

    /// <summary>What a token that has run out is renewed to.</summary>
    private protected string? Renewed { get; set; }

    /// <summary>The token of the organisation, which answers when this one has ended; null for none.</summary>
    private protected string? Left { get; set; }

    /// <summary>Its install is not over for a token that is refused: the next one can be had later.</summary>
    private protected bool Stays { get; set; }

    private protected List<(InstallId Install, string Error)> Revoked { get; } = [];

    private protected int Renewals { get; set; }

    /// <summary>Nobody can tell what is installed.</summary>
    private protected bool IsBroken { get; set; }

    private protected string Log => string.Join('\n', _log);

    public virtual async Task InitializeAsync()
    {
        Server = await SlackServer.Start();
        Api = Made(Server.Address);
    }

    public virtual async Task DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }

    private protected SlackApi Made(Uri address, bool allowLoopback = true) => new(_http, address, allowLoopback, new Installs(this), (_, _) => default, new(Time), Time, this, () => 1);

    private protected static string Secret(string name) => string.Join('-', "xoxb", name, "test");

    private protected static SlackCall Post(string channel = "C1") => new("chat.postMessage") { { "channel", channel }, { "text", "s3cret" } };

    /// <summary>Lets whatever waits for its turn have it, and nothing else grow old.</summary>
    private protected async Task<T> Past<T>(Task<T> task)
    {
        await WorkshopBot.Tests.Until.True(() =>
        {
            if (!task.IsCompleted && Time.Next is { } next && next - Time.GetUtcNow() < TimeSpan.FromSeconds(7))
                Time.Advance(next - Time.GetUtcNow());
            return task.IsCompleted;
        });
        return await task;
    }

    sealed class Installs(Wired test) : SlackInstalls
    {
        public override ValueTask<Installed?> Find(InstallId id, CancellationToken ct) =>
            test.IsBroken ? throw new IOException("s3cret") : ValueTask.FromResult(test.Token is { } token ? new Installed(id, token, "U0BOT", "A0APP") : null);

        public override ValueTask<bool> Refused(Installed used, string error, CancellationToken ct)
        {
            if (test.Token != used.Token)
                return ValueTask.FromResult(test.Token is not null);
            if (error == Expired)
                test.Renewals++;
            if (error == Expired && test.Renewed is { } next && next != used.Token)
            {
                test.Token = next;
                return ValueTask.FromResult(true);
            }
            test.Revoked.Add((used.Id, error));
            if (!test.Stays)
                test.Token = test.Left;
            return ValueTask.FromResult(false);
        }

        public override ValueTask<bool> Revoke(InstallId id, string why, DateTimeOffset? at, CancellationToken ct) => throw new NotSupportedException();
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _log.Enqueue($"{formatter(state, exception)} {exception}");
}
