using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Slack.Api;

/// <summary>
/// Slack's Web API as this bot calls it: with the token of an install, when it is the call's turn. Somebody who waits is waited with for a while; a kept message for moments
/// only, since its keeper comes again. Nothing is thrown for what Slack answers.
/// </summary>
/// <param name="http">Follows no redirects: <see cref="Http"/>.</param>
/// <param name="address">Ends with a slash, and is one that <see cref="SlackHost"/> lets through.</param>
/// <param name="allowLoopback">It may be this machine.</param>
/// <param name="installs">Where tokens come from, and what is told of them.</param>
/// <param name="organisation">The organisation a workspace has come into; null for none that is known.</param>
/// <param name="throttle">Whose turn it is.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told of refusals by their codes; never of what was said.</param>
/// <param name="dice">0 to 1; keeps callers that failed together from coming back together.</param>
public sealed class SlackApi(HttpClient http, Uri address, bool allowLoopback, SlackInstalls installs, Func<string, CancellationToken, ValueTask<string?>> organisation, SlackThrottle throttle, TimeProvider time, ILogger log, Func<double>? dice = null)
{
    /// <summary>As long as a kept message waits here rather than with its keeper.</summary>
    public static readonly TimeSpan Moments = TimeSpan.FromSeconds(2);

    /// <summary>As long as somebody waits.</summary>
    public static readonly TimeSpan While = TimeSpan.FromSeconds(10);

    static readonly TimeSpan LateWait = TimeSpan.FromSeconds(30);
    static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    /// <summary>One that is over, the one after it, and that of the organisation.</summary>
    const int MostTokens = 3;

    readonly SlackWire _wire = new(http, address, allowLoopback, time, dice ?? Random.Shared.NextDouble);
    readonly RecentNotes<int> _failures = new(2_000);

    /// <summary>What calls are made with: no redirects, no proxy and no cookies, so that a token goes where it was sent and nowhere else.</summary>
    public static HttpClient Http() => new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5), MaxResponseHeadersLength = 32,
        }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Makes a call for an install.</summary>
    public async ValueTask<SlackReply> Call(InstallId install, SlackCall call, CallRank rank, CancellationToken ct)
    {
        var (start, patience) = (time.GetTimestamp(), rank switch { CallRank.Person => While, CallRank.Kept => Moments, _ => LateWait });
        try
        {
            for (; ; )
            {
                var wait = await throttle.Turn(install.ToString(), call.Method, call.Find("channel"), rank, patience - time.GetElapsedTime(start), ct).ConfigureAwait(false);
                if (wait > TimeSpan.Zero)
                    return new SlackReply.Later(wait);
                var reply = await Proven(install, call, ct).ConfigureAwait(false);
                if (reply is not SlackReply.Later later || rank == CallRank.Kept || time.GetElapsedTime(start) + later.After > patience || ct.IsCancellationRequested)
                    return reply;
                await Task.Delay(later.After, time, ct).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Only waiting throws it: nothing was sent.
            return new SlackReply.Later(Backoff.Of(0, 1));
        }
    }

    async ValueTask<SlackReply> Proven(InstallId install, SlackCall call, CancellationToken ct)
    {
        try
        {
            var installed = await Find(install, ct).ConfigureAwait(false);
            for (var tokens = 1; installed is not null; tokens++)
            {
                var answer = await Once(install, call, installed, ct).ConfigureAwait(false);
                if (answer.Kind is not (SlackErrorKind.Revoked or SlackErrorKind.Expired))
                    return answer.Reply;
                // After this it is known whether the app was installed anew, or its token renewed, here or on another node; where a workspace's own install has ended, its organisation's answers.
                await installs.Refused(installed, answer.Error, ct).ConfigureAwait(false);
                var now = await Find(install, ct).ConfigureAwait(false);
                if (now is not null && now.Token != installed.Token && tokens < MostTokens)
                {
                    installed = now;
                    continue;
                }
                log.LogWarning("Slack takes the token of {Install} no more: {Error}", installed.Id, answer.Error);
                // One that could not be renewed now is still there, and may be later.
                return now is not null && (answer.Kind == SlackErrorKind.Expired || now.Token != installed.Token) ? new SlackReply.Later(AfterFault) : answer.Reply;
            }
            return new SlackReply.Lost(LostReason.Uninstalled);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The storage, or whoever renews tokens: what failed for its token was not done.
            log.LogError("A token for Slack cannot be had: {Fault}", e.GetType().Name);
            return new SlackReply.Later(AfterFault);
        }
    }

    // What was seen of a workspace before it joined an organisation does not name it.
    async ValueTask<Installed?> Find(InstallId install, CancellationToken ct) =>
        await installs.Find(install, ct).ConfigureAwait(false)
            ?? (install is { Enterprise: null, Team: { } team } && await organisation(team, ct).ConfigureAwait(false) is { } all ? await installs.Find(new(all, team), ct).ConfigureAwait(false) : null);

    async ValueTask<WireReply> Once(InstallId install, SlackCall call, Installed installed, CancellationToken ct)
    {
        var key = $"{install} {call.Method}";
        var answer = await _wire.Call(call, new("Bearer", installed.Token), _failures.TryGet(key, out var failures) ? failures : 0, ct).ConfigureAwait(false);
        if (answer.Reply is SlackReply.Later later)
        {
            _failures.Set(key, failures + 1);
            if (answer.Kind == SlackErrorKind.Limited)
                throttle.Hold(install.ToString(), call.Method, later.After);
        }
        else
            _failures.Remove(key);
        if (answer.Reply is SlackReply.Refused or SlackReply.Lost)
            log.LogWarning("Slack refused {Method}: {Error}{Detail}", call.Method, answer.Error, answer.Detail);
        return answer;
    }
}
