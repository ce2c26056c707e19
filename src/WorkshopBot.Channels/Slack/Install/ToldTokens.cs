namespace WorkshopBot.Channels.Slack.Install;

/// <summary>Reads what is secret: who the bot is (a token, or what OAuth needs), and who may call it (a signing secret, or connections of its own).</summary>
static class ToldTokens
{
    /// <summary>What says that Slack is meant to be on.</summary>
    public static readonly string[] Secrets = [BotToken, AppToken, SigningSecret, Previous, ClientId, ClientSecret];

    const string BotToken = "BotToken", AppToken = "AppToken", SigningSecret = "SigningSecret", Previous = "PreviousSigningSecret", ClientId = "ClientId", ClientSecret = "ClientSecret";

    const string PublicUrl = "Web:PublicUrl", MasterKey = "Security:MasterKey";

    /// <summary>Shorter ones are typed wrong: Slack's have 32 characters.</summary>
    const int LeastSecret = 16;

    /// <summary>The token of the one workspace; null where there is none.</summary>
    public static string? Bot(ToldSettings told)
    {
        if (!told.Has(BotToken) && !told.Has(ClientId) && !told.Has(ClientSecret))
            told.Fault(BotToken, "is missing; or set Slack:ClientId and Slack:ClientSecret, and install the bot by OAuth.");
        return Token(told, BotToken, "xoxb-", "Bot User OAuth Token");
    }

    /// <summary>What connections are opened with; null where what happens comes by HTTP.</summary>
    public static string? App(ToldSettings told)
    {
        if (!told.Has(AppToken) && !told.Has(SigningSecret))
            told.Fault(SigningSecret, "is missing: nobody could tell Slack from a stranger. Or set Slack:AppToken, and everything comes by Socket Mode.");
        return Token(told, AppToken, "xapp-", "app-level token");
    }

    /// <summary>One, or two while the app's secret is being changed.</summary>
    public static IReadOnlyList<string> Signing(ToldSettings told)
    {
        var (current, previous) = (Secret(told, SigningSecret, LeastSecret), Secret(told, Previous, LeastSecret));
        if (previous is not null && !told.Has(SigningSecret))
            told.Fault(Previous, "is for Slack:SigningSecret, which is missing.");
        return [.. new[] { current, previous }.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What OAuth needs; null where the bot has a token of its own.</summary>
    public static SlackClient? Client(ToldSettings told, bool development)
    {
        if (!told.Has(ClientId) && !told.Has(ClientSecret))
            return null;
        var (id, secret) = (told.Text(ClientId), Secret(told, ClientSecret, LeastSecret));
        if (told.Has(BotToken))
            told.Fault(BotToken, $"cannot be set together with Slack:{(id is null ? ClientSecret : ClientId)}: the bot is in one workspace by its token, or in any by OAuth.");
        if (id is null)
            told.Fault(ClientId, "is missing.");
        else if (!id.All(c => char.IsAsciiDigit(c) || c == '.') || id.Split('.') is not [{ Length: > 0 }, { Length: > 0 }])
            told.Fault(ClientId, "must be two numbers with a dot between them, such as 1234567890.9876543210.");
        if (!told.Has(ClientSecret))
            told.Fault(ClientSecret, "is missing.");
        var redirect = Redirect(told.Around(PublicUrl), development);
        if (redirect is null)
            told.Fault(ClientId, $"needs {PublicUrl}, an https address: there Slack sends back whoever installs the bot.");
        if (told.Around(MasterKey) is null && !development)
            told.Fault(ClientId, $"needs {MasterKey}: tokens of workspaces are saved under it, and nowhere without it.");
        return id is not null && secret is not null && redirect is not null ? new(id, secret, redirect) : null;
    }

    static Uri? Redirect(string? publicUrl, bool development) =>
        Uri.TryCreate(publicUrl, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (development && url.IsLoopback && url.Scheme == Uri.UriSchemeHttp))
            ? new($"{url.AbsoluteUri.TrimEnd('/')}{SlackInstallDoor.Back}") : null;

    // The page of an app shows several tokens, and they look alike.
    static string? Token(ToldSettings told, string key, string prefix, string name)
    {
        if (Secret(told, key, prefix.Length + 1) is not { } token || token.StartsWith(prefix, StringComparison.Ordinal))
            return told.Text(key);
        told.Fault(key, token.StartsWith("xoxe", StringComparison.Ordinal) ? $"is a token that ends within hours, and nothing here could renew it. Install the bot by OAuth, with Slack:{ClientId}." : $"must begin with {prefix}: it is the app's {name}.");
        return null;
    }

    static string? Secret(ToldSettings told, string key, int least)
    {
        if (told.Text(key) is not { } secret)
            return null;
        if (secret.Any(c => c is <= ' ' or > '~'))
            told.Fault(key, "holds a blank, or another character that is in none of Slack's.");
        else if (secret.Length < least)
            told.Fault(key, "is too short to be whole.");
        return secret;
    }
}
