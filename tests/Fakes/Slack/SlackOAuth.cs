using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>How the app comes to its tokens, keeps them and loses them.</summary>
sealed class SlackOAuth(FakeSlack fake)
{
    /// <summary>What the app's manifest asks for.</summary>
    public const string ManifestScopes = "app_mentions:read,channels:history,channels:read,chat:write,commands,files:write,groups:history,groups:read,im:history,im:write,users:read";

    static readonly TimeSpan Life = TimeSpan.FromSeconds(43_200);

    readonly Dictionary<string, Code> _codes = new(StringComparer.Ordinal);
    readonly Dictionary<string, FakeSlackInstall> _refreshes = new(StringComparer.Ordinal);

    /// <summary>The app in a workspace or an organisation; another install takes the place of the old.</summary>
    public FakeSlackInstall Install(FakeSlackTeam? team, FakeSlackEnterprise? enterprise, string? scopes, bool rotates)
    {
        lock (fake.Gate)
        {
            var found = fake.Installs.Find(install => install.Team == team && (team is not null || install.Enterprise == enterprise));
            if (found is null)
                fake.Installs.Add(found = new(team, enterprise ?? team?.Enterprise, []));
            (found.Scopes, found.IsRevoked) = ((scopes ?? ManifestScopes).Split(','), false);
            Renew(found, rotates);
            return found;
        }
    }

    public (FakeSlackInstall? Install, string Error) Find(string token)
    {
        lock (fake.Gate)
        {
            if (fake.Installs.Find(install => install.Tokens.ContainsKey(token)) is not { } found)
                return (null, "invalid_auth");
            return found.IsRevoked ? (null, "account_inactive")
                : found.Tokens[token] is { } ends && fake.Time.GetUtcNow() >= ends ? (null, "token_expired")
                : (found, "");
        }
    }

    public static JsonObject Revoke(SlackAsked asked)
    {
        if (!asked.Is("test"))
            asked.Install.IsRevoked = true;
        return SlackAsked.Ok(new() { ["revoked"] = !asked.Is("test") });
    }

    public SlackReply Page(JsonObject query) => new(200, Fault(query) is { } fault ? $"<html><body>{fault}</body></html>" : "<html><body>Allow?</body></html>", "text/html");

    /// <summary>Somebody decides on the page; where their browser goes then.</summary>
    public Uri Decide(FakeSlackPerson person, Uri page, bool allows, bool forAll)
    {
        var query = new JsonObject();
        foreach (var (name, values) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(page.Query))
            query[name] = values.Last();
        if (page.GetLeftPart(UriPartial.Path) != fake.AuthorizePage.AbsoluteUri || Fault(query) is { })
            throw new ArgumentException($"Slack shows no page to allow anything on: {Fault(query)}");
        var back = Strict.Text(query, "redirect_uri") ?? throw new ArgumentException("There is no way back.");
        var state = Strict.Text(query, "state") ?? "";
        if (!allows)
            return new($"{back}?error=access_denied&state={Uri.EscapeDataString(state)}");
        var code = $"{SlackIds.Secret("code" + fake.NewNumber())}";
        lock (fake.Gate)
            _codes[code] = new(person, forAll ? person.Team.Enterprise : null, Strict.Text(query, "scope")!, back, fake.Time.GetUtcNow() + TimeSpan.FromMinutes(10));
        return new($"{back}?code={code}&state={Uri.EscapeDataString(state)}");
    }

    public JsonObject Access(SlackAsked asked, string? authorization)
    {
        var (id, secret) = (asked.Text("client_id"), asked.Text("client_secret"));
        if (authorization?.StartsWith("Basic ", StringComparison.Ordinal) == true && Encoding.UTF8.GetString(Convert.FromBase64String(authorization[6..])).Split(':', 2) is [var name, var word])
            (id, secret) = (Uri.UnescapeDataString(name), Uri.UnescapeDataString(word));
        if (id != fake.ClientId)
            return SlackAsked.No("invalid_client_id");
        if (secret != fake.ClientSecret)
            return SlackAsked.No("bad_client_secret");
        return asked.Text("grant_type") switch
        {
            null or "authorization_code" => Exchange(asked),
            "refresh_token" => Refresh(asked),
            _ => SlackAsked.No("invalid_grant_type"),
        };
    }

    JsonObject Exchange(SlackAsked asked)
    {
        if (!_codes.Remove(asked.Must("code"), out var code) || fake.Time.GetUtcNow() > code.Ends)
            return SlackAsked.No("invalid_code");
        if (asked.Text("redirect_uri") != code.Back)
            return SlackAsked.No("bad_redirect_uri");
        return Told(Install(code.ForAll is null ? code.By.Team : null, code.ForAll, code.Scopes, fake.RotatesTokens), code.By);
    }

    JsonObject Refresh(SlackAsked asked)
    {
        if (!_refreshes.Remove(asked.Must("refresh_token"), out var install) || install.IsRevoked)
            return SlackAsked.No("invalid_refresh_token");
        Renew(install, rotates: true);
        return Told(install, null);
    }

    void Renew(FakeSlackInstall install, bool rotates)
    {
        var number = fake.NewNumber();
        var now = fake.Time.GetUtcNow();
        // At most two tokens are alive at a time, the older one until its end.
        foreach (var old in install.Tokens.Where(pair => !rotates || pair.Value is null || pair.Value <= now).Select(pair => pair.Key).ToList())
            install.Tokens.Remove(old, out _);
        while (install.Tokens.Count > 1)
            install.Tokens.Remove(install.Tokens.MinBy(pair => pair.Value).Key);
        install.Token = (rotates ? "xoxe.xoxb" : "xoxb") + "-1-" + SlackIds.Secret($"token {install.Key} {number}");
        install.Tokens[install.Token] = rotates ? now + Life : null;
        install.RefreshToken = rotates ? "xoxe" + "-1-" + SlackIds.Secret($"refresh {install.Key} {number}") : null;
        if (install.RefreshToken is { } refresh)
            _refreshes[refresh] = install;
    }

    JsonObject Told(FakeSlackInstall install, FakeSlackPerson? by)
    {
        var told = new JsonObject
        {
            ["access_token"] = install.Token, ["token_type"] = "bot", ["scope"] = string.Join(',', install.Scopes), ["bot_user_id"] = install.BotUserId, ["app_id"] = fake.AppId,
            ["team"] = install.Team is { } team ? new JsonObject { ["name"] = team.Name, ["id"] = team.Id } : null,
            ["enterprise"] = install.Enterprise is { } enterprise ? new JsonObject { ["name"] = enterprise.Name, ["id"] = enterprise.Id } : null,
            ["is_enterprise_install"] = install.IsForAll,
        };
        if (by is not null)
            told["authed_user"] = new JsonObject { ["id"] = by.Id };
        if (install.RefreshToken is { } refresh)
            (told["refresh_token"], told["expires_in"]) = (refresh, (int)Life.TotalSeconds);
        return SlackAsked.Ok(told);
    }

    string? Fault(JsonObject query) =>
        Strict.Text(query, "client_id") != fake.ClientId ? "invalid_client_id" : Strict.Text(query, "scope") is not { Length: > 0 } ? "no_scopes" : null;

    sealed record Code(FakeSlackPerson By, FakeSlackEnterprise? ForAll, string Scopes, string Back, DateTimeOffset Ends);
}
