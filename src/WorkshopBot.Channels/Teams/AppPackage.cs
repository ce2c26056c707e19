using System.Text.Json.Nodes;
using WorkshopBot.Channels.Teams.Auth;

namespace WorkshopBot.Channels.Teams;

/// <summary>What the app manifest says of one installation: the settings checked against what Microsoft Teams takes, under the names the manifest calls them by.</summary>
public static class AppPackage
{
    const int MostOfName = 30;
    const int MostOfDeveloper = 32;

    /// <summary>The values, or one sentence that names the setting at fault.</summary>
    /// <param name="setting">A setting by its name; null or empty where it is not set.</param>
    /// <param name="version">The version of the package, three numbers.</param>
    public static (IReadOnlyDictionary<string, JsonNode>? Values, string? Refusal) Of(Func<string, string?> setting, string version)
    {
        if (Set("Teams:AppId") is not { } app)
            return No("Teams:AppId is not set. It is the application (client) id of the app registration.");
        if (!Guid.TryParseExact(app, "D", out var id) || id == Guid.Empty)
            return No("Teams:AppId is not an id like 5b5a0c0e-1111-4222-8333-444455556666.");
        if (Set("Web:PublicUrl") is not { } url)
            return No("Web:PublicUrl is not set. It is the address people reach the bot at, such as https://bot.example.com.");
        if (Address(url) is not { } address)
            return No("Web:PublicUrl must be an https address with a domain that others can reach, and no port, such as https://bot.example.com.");
        var name = Set("Teams:BotName") ?? TeamsSettings.DefaultName;
        if (name.Length > MostOfName)
            return No($"Teams:BotName has more than {MostOfName} characters.");
        var developer = Set("Teams:Developer:Name") ?? address.Host;
        if (developer.Length > MostOfDeveloper)
            return No($"Teams:Developer:Name must be set, to {MostOfDeveloper} characters at most.");
        var values = new Dictionary<string, JsonNode>(StringComparer.Ordinal)
        {
            ["version"] = version, ["appId"] = id.ToString(), ["publicUrl"] = address.AbsoluteUri.TrimEnd('/'), ["domain"] = address.Host, ["botName"] = name, ["developer"] = developer,
            ["targeted"] = bool.TryParse(Set("Teams:Targeted"), out var targeted) && targeted,
        };
        foreach (var (key, called, page) in (ReadOnlySpan<(string, string, string)>)[("website", "Teams:Developer:Website", "about"), ("privacy", "Teams:Developer:Privacy", "privacy"), ("terms", "Teams:Developer:Terms", "terms")])
        {
            var told = Set(called) ?? $"{values["publicUrl"]}/{page}";
            if (!Uri.TryCreate(told, UriKind.Absolute, out var link) || link.Scheme != Uri.UriSchemeHttps)
                return No($"{called} is not an https address.");
            values[key] = link.AbsoluteUri;
        }
        return (values, null);

        string? Set(string key) => setting(key) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        static (IReadOnlyDictionary<string, JsonNode>?, string?) No(string why) => (null, why);
    }

    // Single sign-on names the domain, so it must be one, and reachable on the usual port.
    static Uri? Address(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Query: "", Fragment: "", UserInfo: "", IsDefaultPort: true, HostNameType: UriHostNameType.Dns } && address.Scheme == Uri.UriSchemeHttps
            && address.Host.Contains('.', StringComparison.Ordinal) ? address : null;
}
