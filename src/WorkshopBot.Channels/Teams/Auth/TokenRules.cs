using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>What every token is held to once its issuer and key are found: signature, then lifetime, then whom it is for.</summary>
static class TokenRules
{
    /// <summary>How far clocks may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    const string Signature = "signature";

    static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = BearerToken.MostChars, MapInboundClaims = false };

    /// <summary>The key that signed it, of those that go by the name it gives, or one word for what is wrong.</summary>
    public static async ValueTask<(SigningKey? Key, string Fault)> Check(JsonWebToken token, IReadOnlyList<SigningKey> keys, string issuer, IReadOnlyList<string> audiences, DateTimeOffset now)
    {
        foreach (var key in keys)
            if (await Fault(token, key, issuer, audiences, now).ConfigureAwait(false) is var fault && fault != Signature)
                return fault.Length == 0 ? (key, "") : (null, fault);
        return (null, Signature);
    }

    /// <summary>A claim that is a text; null where it is missing or something else.</summary>
    public static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var value) ? value as string : null;

    // Empty: it is right.
    static async ValueTask<string> Fault(JsonWebToken token, SigningKey key, string issuer, IReadOnlyList<string> audiences, DateTimeOffset now)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = BearerToken.Algorithms,
            RequireSignedTokens = true,
            IssuerSigningKey = key.Key,
            ValidateIssuerSigningKey = true,
            ValidIssuer = issuer,
            // One audience, not one of several: nobody else shall be able to use what is sent to us.
            AudienceValidator = (all, _, _) => all.ToList() is [var audience] && audiences.Contains(audience, StringComparer.Ordinal),
            LifetimeValidator = (from, until, _, _) => Lives(from, until, now.UtcDateTime),
            LogValidationExceptions = false,
        }).ConfigureAwait(false);
        return result.IsValid ? "" : result.Exception switch
        {
            SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException => "lifetime",
            SecurityTokenInvalidAudienceException => "audience",
            SecurityTokenInvalidIssuerException => "issuer",
            _ => Signature,
        };
    }

    static bool Lives(DateTime? from, DateTime? until, DateTime now) =>
        until is { } end && now - Skew < end && (from is not { } start || now + Skew >= start);
}
