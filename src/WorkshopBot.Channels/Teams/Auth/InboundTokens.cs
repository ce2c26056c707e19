using Microsoft.Extensions.Primitives;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>Tells whether what is posted to the bot comes from Teams, by the token in its header and what it says of itself.</summary>
/// <param name="cloud">The one the bot is registered in.</param>
/// <param name="appId">The bot's own id.</param>
/// <param name="keys">The Connector's, of <see cref="TeamsCloud.Metadata"/>.</param>
/// <param name="time">The clock lifetimes are held against.</param>
/// <param name="loopback">In development: answers may go to this machine.</param>
public sealed class InboundTokens(TeamsCloud cloud, string appId, SigningKeys keys, TimeProvider time, bool loopback = false)
{
    /// <summary>What Teams calls itself; other channels of the Connector are not served.</summary>
    public const string Channel = "msteams";

    /// <summary>Checks the header alone, in the order of the protocol's rules, so that nothing else of a request need be read before.</summary>
    public async ValueTask<TokenCheck> Verify(StringValues authorization, CancellationToken ct)
    {
        if (BearerToken.Read(authorization, out var fault) is not { } token)
            return Unknown(fault);
        // Before any key is looked for: nobody else's tokens make us fetch anything.
        if (!string.Equals(token.Issuer, cloud.Issuer, StringComparison.Ordinal))
            return Unknown("issuer");
        if (await keys.Find(token.Kid, ct).ConfigureAwait(false) is not { } candidates)
            return new TokenCheck.Refused(503, "unavailable");
        if (candidates.Count == 0)
            return Unknown("key");
        (var key, fault) = await TokenRules.Check(token, candidates, cloud.Issuer, [appId], time.GetUtcNow()).ConfigureAwait(false);
        if (key is null)
            return Unknown(fault);
        if (!key.Endorsements.Contains(Channel, StringComparer.Ordinal))
            return Foreign("endorsement");
        return TokenRules.Text(token, "serviceurl") is { Length: > 0 } url ? new TokenCheck.Valid(url) : Foreign("serviceurl");
    }

    /// <summary>Checks what the activity says of itself against the token it came with; null: they go together.</summary>
    public TokenCheck.Refused? Fits(TokenCheck.Valid token, string? channelId, string? serviceUrl)
    {
        if (channelId != Channel)
            return Foreign("channel");
        // Else a token caught elsewhere could have our answers, and our own token with them, sent to where its bearer likes.
        if (!string.Equals(token.ServiceUrl, serviceUrl, StringComparison.OrdinalIgnoreCase))
            return Foreign("serviceurl");
        return ServiceUrls.Allows(cloud, serviceUrl, loopback) ? null : Foreign("servicehost");
    }

    static TokenCheck.Refused Unknown(string code) => new(401, code);

    static TokenCheck.Refused Foreign(string code) => new(403, code);
}
