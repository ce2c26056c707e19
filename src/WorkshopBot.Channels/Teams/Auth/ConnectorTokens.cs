using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>The bot's own token for the Connector, kept for as long as it is good, and handed out only for addresses it may be sent to.</summary>
/// <param name="credential">What the bot proves itself with; null for a bot without an id, in development.</param>
/// <param name="cloud">Whose Connector it is.</param>
/// <param name="time">The clock lifetimes are held against.</param>
/// <param name="log">Told when there is no token.</param>
/// <param name="loopback">In development: requests may go to this machine.</param>
public sealed partial class ConnectorTokens(TokenCredential? credential, TeamsCloud cloud, TimeProvider time, ILogger log, bool loopback = false)
{
    /// <summary>How long before its end a token is replaced.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    /// <summary>How long nobody asks again after there was none.</summary>
    public static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);

    /// <summary>How long one attempt may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly Lock _lock = new();
    AccessToken? _token;
    Task? _fetch;
    long _failed;
    TimeSpan _pause;

    /// <summary>What to send there with. Nothing is thrown but the caller's giving up.</summary>
    public async ValueTask<ConnectorToken> For(Uri serviceUrl, CancellationToken ct)
    {
        if (!ServiceUrls.Allows(cloud, serviceUrl, loopback))
            return new ConnectorToken.Foreign();
        if (credential is null)
            return new ConnectorToken.Anonymous();
        Task fetch;
        lock (_lock)
        {
            if (Lives(Early) is { } token)
                return token;
            if (_fetch is null && time.GetElapsedTime(_failed) < _pause)
                return Lives(TimeSpan.Zero) ?? (ConnectorToken)new ConnectorToken.Unavailable();
            // No request's own patience ends what many wait for.
            fetch = _fetch ??= Task.Run(() => Fetch(credential), CancellationToken.None);
        }
        await fetch.WaitAsync(ct).ConfigureAwait(false);
        lock (_lock)
            return Lives(TimeSpan.Zero) ?? (ConnectorToken)new ConnectorToken.Unavailable();
    }

    // Under the lock.
    ConnectorToken.Bearer? Lives(TimeSpan longer) => _token is { } token && token.ExpiresOn - longer > time.GetUtcNow() ? new(token.Token) : null;

    async Task Fetch(TokenCredential credential)
    {
        AccessToken? token = null;
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            token = await credential.GetTokenAsync(new([cloud.Scope]), patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is AuthenticationFailedException or RequestFailedException or OperationCanceledException or HttpRequestException or IOException)
        {
            log.LogWarning("There is no token for the Connector: {Fault} {Code}", e.GetType().Name, Code().Match(e.Message).Value);
        }
        finally
        {
            lock (_lock)
            {
                (_fetch, _token) = (null, token ?? _token);
                (_failed, _pause) = (time.GetTimestamp(), token is null ? AfterTrouble : TimeSpan.Zero);
            }
        }
    }

    // The one thing of the answer that is safe to log, and enough to look up what is wrong.
    [GeneratedRegex("AADSTS[0-9]{1,9}")]
    private static partial Regex Code();
}
