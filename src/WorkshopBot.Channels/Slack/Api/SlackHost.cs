namespace WorkshopBot.Channels.Slack.Api;

/// <summary>Where calls may go: to Slack's own hosts, and in development to this machine.</summary>
public static class SlackHost
{
    public static readonly Uri Api = new("https://slack.com/api/");

    /// <summary>The token goes there and nowhere else.</summary>
    public static bool IsApi(Uri address, bool allowLoopback) => Is(address, "slack.com") || (allowLoopback && IsLoopback(address));

    /// <summary>Files go there.</summary>
    public static bool IsFiles(Uri address, bool allowLoopback) => Is(address, "files.slack.com") || (allowLoopback && IsLoopback(address));

    static bool Is(Uri address, string host) =>
        address is { IsAbsoluteUri: true, IsDefaultPort: true, UserInfo: "" } && address.Scheme == Uri.UriSchemeHttps && string.Equals(address.IdnHost, host, StringComparison.OrdinalIgnoreCase);

    static bool IsLoopback(Uri address) => address is { IsAbsoluteUri: true, IsLoopback: true, UserInfo: "" } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
