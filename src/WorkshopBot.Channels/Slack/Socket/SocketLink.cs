using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Socket;

/// <summary>One connection to Slack, from its opening to its end.</summary>
sealed class SocketLink : IAsyncDisposable
{
    /// <summary>Beyond so many at once nothing more is taken until one is done.</summary>
    const int MostAtOnce = 64;

    /// <summary>What is under way may take so long when the connection is to end, and its goodbye as long again as this.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3), Goodbye = TimeSpan.FromSeconds(1);

    readonly ClientWebSocket _socket;
    readonly SocketFrames _frames;
    readonly SocketServing _serving;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly SemaphoreSlim _places = new(MostAtOnce, MostAtOnce);
    readonly CancellationTokenSource _cut = new();
    readonly TaskCompletionSource<bool> _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<SocketEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Task _listening;

    SocketLink(ClientWebSocket socket, SocketServing serving, TimeProvider clock, ILogger log)
    {
        (_socket, _serving, _clock, _log, _frames) = (socket, serving, clock, log, new(socket, SlackDoor.MostBytes));
        _listening = Listen();
    }

    /// <summary>Slack has said hello; false: it never will.</summary>
    public Task<bool> Greeted => _greeted.Task;

    /// <summary>Why another connection is needed in its place. It may still bring something until it is disposed of.</summary>
    public Task<SocketEnd> End => _end.Task;

    /// <summary>Throws what opening a web socket throws.</summary>
    public static async Task<SocketLink> Open(Uri url, SocketSettings settings, SocketServing serving, TimeProvider clock, ILogger log, CancellationToken ct)
    {
        var socket = new ClientWebSocket();
        try
        {
            // The other side's own pings are not shown to us, so it is asked.
            (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (settings.Silence / 3, settings.Silence * 2 / 3);
            if (url.IsLoopback)
                socket.Options.Proxy = null;
            await socket.ConnectAsync(url, ct).ConfigureAwait(false);
            return new(socket, serving, clock, log);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Finishes and acknowledges what is under way, takes nothing more, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await Quietly(async () =>
        {
            using var patience = new CancellationTokenSource(Patience, _clock);
            for (var place = 0; place < MostAtOnce; place++)
                await _places.WaitAsync(patience.Token).ConfigureAwait(false);
        }).ConfigureAwait(false);
        await Quietly(async () =>
        {
            using var goodbye = new CancellationTokenSource(Goodbye, _clock);
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, goodbye.Token).ConfigureAwait(false);
            await _listening.WaitAsync(goodbye.Token).ConfigureAwait(false);
        }).ConfigureAwait(false);
        await _cut.CancelAsync().ConfigureAwait(false);
        _socket.Abort();
        await _listening.ConfigureAwait(false);
        _socket.Dispose();
        _frames.Dispose();
    }

    async Task Listen()
    {
        await Quietly(async () =>
        {
            while (await _frames.Next(_cut.Token).ConfigureAwait(false) is { } message)
                if (SlackJson.Parse(message.Span) is { } json && SlackJson.Read(json, SlackJson.Default.SocketEnvelope) is { } envelope)
                    await Take(envelope).ConfigureAwait(false);
                else
                    _log.LogWarning("Something of Slack was refused: {Code}", "malformed");
        }).ConfigureAwait(false);
        _greeted.TrySetResult(false);
        _end.TrySetResult(SocketEnd.Lost);
    }

    async Task Take(SocketEnvelope envelope)
    {
        if (envelope.Type == "hello")
            _greeted.TrySetResult(true);
        else if (envelope.Type == "disconnect")
            _end.TrySetResult(envelope.Reason == "link_disabled" ? SocketEnd.Disabled : SocketEnd.Replace);
        else if (envelope.EnvelopeId is { Length: > 0 })
        {
            await _places.WaitAsync(_cut.Token).ConfigureAwait(false);
            _ = Serve(envelope);
        }
    }

    async Task Serve(SocketEnvelope envelope)
    {
        await Quietly(async () =>
        {
            // Never on the listener's time.
            await Task.Yield();
            if (await _serving.Answer(envelope, _cut.Token).ConfigureAwait(false) is { } ack)
                await _frames.Send(ack, _cut.Token).ConfigureAwait(false);
        }).ConfigureAwait(false);
        _places.Release();
    }

    // A connection ends in many ways, and each is only its end.
    static async Task Quietly(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or InvalidOperationException or IOException)
        {
        }
    }
}

/// <summary>Why a connection is not enough any more.</summary>
enum SocketEnd
{
    /// <summary>It is gone.</summary>
    Lost,

    /// <summary>It will be closed; another one is to be opened first.</summary>
    Replace,

    /// <summary>Nobody may connect any more: the app's owner has switched it off.</summary>
    Disabled,
}
