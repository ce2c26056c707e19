using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Inbound;

namespace WorkshopBot.Channels.Slack.Socket;

/// <summary>
/// The way in for Slack where it cannot reach us: we connect to it (Socket Mode), several times at once. A connection that is to end is replaced before it is closed; one that is lost is opened
/// anew, with more patience every time.
/// </summary>
/// <param name="settings">How many, and where they may go.</param>
/// <param name="address">Asks Slack where to connect; good for one connection. Null: it would not tell.</param>
/// <param name="serving">Reads and serves what comes.</param>
/// <param name="clock">Measures patience.</param>
/// <param name="dice">0 to 1; keeps connections that failed together from coming back together.</param>
/// <param name="log">What went wrong; never an address, for whoever has it can connect.</param>
sealed class SlackSocket(SocketSettings settings, Func<CancellationToken, Task<Uri?>> address, SocketServing serving, TimeProvider clock, Func<double> dice, ILogger log)
{
    /// <summary>From asking for the address to the other side's hello.</summary>
    static readonly TimeSpan Opening = TimeSpan.FromSeconds(30);

    /// <summary>A connection that lasted as long was a good one.</summary>
    static readonly TimeSpan Lasting = TimeSpan.FromSeconds(10);

    int _open, _disabled;

    /// <summary>How many connections Slack has greeted.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Stays connected until it is stopped, or Slack says that nobody may connect any more.</summary>
    public async Task Run(CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAll(Enumerable.Range(0, Math.Clamp(settings.Connections, 1, SocketSettings.MostConnections)).Select(_ => Keep(stop))).ConfigureAwait(false);
    }

    // One connection after the other, never none in between where that can be helped.
    async Task Keep(CancellationTokenSource stop)
    {
        var (link, tries, leaving) = ((SocketLink?)null, 0, new List<Task>());
        while (!stop.IsCancellationRequested)
        {
            var next = await Connect(tries > 1 ? Backoff.Of(tries - 2, dice()) : TimeSpan.Zero, stop.Token).ConfigureAwait(false);
            if (next is null)
            {
                tries = Math.Max(tries, 1) + 1;
                continue;
            }
            Interlocked.Increment(ref _open);
            leaving.RemoveAll(task => task.IsCompleted);
            if (link is not null)
                leaving.Add(Leave(link));
            (link, var since) = (next, clock.GetTimestamp());
            var end = await Ended(link, stop.Token).ConfigureAwait(false);
            tries = clock.GetElapsedTime(since) >= Lasting ? 0 : tries + 1;
            if (end == SocketEnd.Disabled)
                await Disable(stop).ConfigureAwait(false);
            if (end == SocketEnd.Lost)
            {
                leaving.Add(Leave(link));
                link = null;
            }
        }
        if (link is not null)
            leaving.Add(Leave(link));
        await Task.WhenAll(leaving).ConfigureAwait(false);
    }

    async Task<SocketLink?> Connect(TimeSpan wait, CancellationToken stop)
    {
        SocketLink? link = null;
        try
        {
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, stop).ConfigureAwait(false);
            using var late = new CancellationTokenSource(Opening, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
            if (await address(either.Token).ConfigureAwait(false) is not { } url || !settings.Allows(url))
                log.LogWarning("Slack told no address to connect to");
            else
            {
                link = await SocketLink.Open(url, settings, serving, clock, log, either.Token).ConfigureAwait(false);
                if (await link.Greeted.WaitAsync(either.Token).ConfigureAwait(false))
                    return link;
                if (link.End is { IsCompleted: true } end && await end.ConfigureAwait(false) == SocketEnd.Disabled)
                    return link;
            }
        }
        catch (Exception e) when (stop.IsCancellationRequested && e is OperationCanceledException)
        {
        }
        catch (Exception e)
        {
            // Its message may hold the address.
            log.LogWarning("No connection to Slack: {Fault} {Code}", e.GetType().Name, (e as WebSocketException)?.WebSocketErrorCode);
        }
        if (link is not null)
            await link.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    static async Task<SocketEnd?> Ended(SocketLink link, CancellationToken stop)
    {
        try
        {
            return await link.End.WaitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    async Task Leave(SocketLink link)
    {
        Interlocked.Decrement(ref _open);
        await link.DisposeAsync().ConfigureAwait(false);
    }

    async Task Disable(CancellationTokenSource stop)
    {
        if (Interlocked.Exchange(ref _disabled, 1) == 0)
            log.LogError("Slack allows no connection any more: Socket Mode is switched off for the app");
        await stop.CancelAsync().ConfigureAwait(false);
    }
}
