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

    private protected SlackApi Made(Uri address, bool allowLoopback = true) => new(_http, address, allowLoopback, new(Find, Renew, Revoke), new(Time), Time, this, () => 1);

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

    ValueTask<Installed?> Find(InstallId id, CancellationToken ct) => ValueTask.FromResult(Token is null ? null : new Installed(id, Token, "U0BOT", "A0APP"));

    ValueTask<Installed?> Renew(Installed old, CancellationToken ct)
    {
        Renewals++;
        return ValueTask.FromResult(Renewed is null ? null : old with { Token = Renewed });
    }

    ValueTask Revoke(Installed installed, string error, CancellationToken ct)
    {
        Revoked.Add((installed.Id, error));
        if (!Stays)
            Token = Left;
        return ValueTask.CompletedTask;
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _log.Enqueue($"{formatter(state, exception)} {exception}");
}
