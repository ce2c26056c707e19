using System.Collections.Concurrent;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Socket;
using WorkshopBot.Channels.Tests.Slack.Inbound;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Slack.Socket;

/// <summary>A client of a server of our own, with nothing behind it but a list of what came.</summary>
sealed class SocketHost : IAsyncDisposable
{
    readonly CancellationTokenSource _stop = new();
    Task _running = Task.CompletedTask;

    SocketHost(SocketServer server, SocketSettings settings)
    {
        var reader = new SlackReader((_, _) => ValueTask.FromResult<string?>(Payload.Bot), (install, _) => ValueTask.FromResult(install));
        (Server, Socket) = (server, new(settings, server.Address, new SocketServing(reader, Take, Log), Time, () => 1, Log));
    }

    public SocketServer Server { get; }

    public SlackSocket Socket { get; }

    public FakeTime Time { get; } = new();

    public LogLines Log { get; } = new();

    public ConcurrentQueue<SlackInput> Heard { get; } = [];

    public Func<SlackInput, Task<SlackAck>> Serve { get; set; } = _ => Task.FromResult(SlackAck.Ok);

    public Task Running => _running;

    public static async Task<SocketHost> Start(int connections = 1, Action<SocketServer>? prepare = null, SocketSettings? settings = null)
    {
        var server = await SocketServer.Start();
        prepare?.Invoke(server);
        var host = new SocketHost(server, settings ?? new() { Connections = connections, AllowLoopback = true });
        host._running = host.Socket.Run(host._stop.Token);
        return host;
    }

    /// <summary>Moves the clock to its next timer until something is so.</summary>
    public Task Hurry(Func<bool> until) => WorkshopBot.Tests.Until.True(() =>
    {
        if (!until() && Time.Next is { } next)
            Time.Advance(next - Time.GetUtcNow());
        return until();
    });

    public Task Stop() => _stop.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Hurry(() => _running.IsCompleted);
        await _running;
        Assert.Empty(Server.Faults);
        await Server.DisposeAsync();
        _stop.Dispose();
    }

    Task<SlackAck> Take(SlackInput input, CancellationToken ct)
    {
        Heard.Enqueue(input);
        return Serve(input);
    }
}
