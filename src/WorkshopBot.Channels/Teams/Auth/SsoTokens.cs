using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>Tells who opens a tab, by the token Teams gives the page for its own server.</summary>
/// <param name="cloud">Where people sign in.</param>
/// <param name="appId">The bot's own id.</param>
/// <param name="resource">The tab's <c>api://…</c> address, where one is set.</param>
/// <param name="keys">The cloud's, of <see cref="TeamsCloud.PeopleKeys"/>.</param>
/// <param name="time">The clock lifetimes are held against.</param>
public sealed class SsoTokens(TeamsCloud cloud, string appId, string? resource, SigningKeys keys, TimeProvider time)
{
    /// <summary>What the tab asks for; a token for anything else of ours does not open it.</summary>
    public const string Scope = "access_as_user";

    readonly IReadOnlyList<string> _audiences = resource is null ? [appId] : [appId, resource];

    public async ValueTask<PersonCheck> Verify(StringValues authorization, CancellationToken ct)
    {
        if (BearerToken.Read(authorization, out var fault) is not { } token)
            return new PersonCheck.Refused(fault);
        if (Id(token, "tid") is not { } tenant)
            return new PersonCheck.Refused("tenant");
        var issuer = $"{cloud.Login}/{tenant}/v2.0";
        if (!string.Equals(token.Issuer, issuer, StringComparison.Ordinal))
            return new PersonCheck.Refused("issuer");
        if (await keys.Find(token.Kid, ct).ConfigureAwait(false) is not { } candidates)
            return new PersonCheck.Refused("unavailable");
        // Some keys sign for one tenant alone.
        var fitting = candidates.Where(key => key.Issuer is null || string.Equals(key.Issuer.Replace("{tenantid}", tenant, StringComparison.Ordinal), issuer, StringComparison.Ordinal)).ToList();
        if (fitting.Count == 0)
            return new PersonCheck.Refused("key");
        (var signer, fault) = await TokenRules.Check(token, fitting, issuer, _audiences, time.GetUtcNow()).ConfigureAwait(false);
        if (signer is null)
            return new PersonCheck.Refused(fault);
        if (TokenRules.Text(token, "scp")?.Split(' ').Contains(Scope, StringComparer.Ordinal) is not true)
            return new PersonCheck.Refused("scope");
        return Id(token, "oid") is { } person ? new PersonCheck.Valid(tenant, person, TokenRules.Text(token, "name")) : new PersonCheck.Refused("person");
    }

    static string? Id(JsonWebToken token, string claim) =>
        TokenRules.Text(token, claim) is { } text && Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id.ToString("D") : null;
}
