namespace WorkshopBot.Channels.Slack.Api;

/// <summary>Where calls may go: to Slack's own hosts, and in development to this machine.</summary>
public static class SlackHost
{
    /// <summary>The token goes there and nowhere else.</summary>
    public static bool IsApi(Uri address, bool allowLoopback) => Is(address, "slack.com", "slack-gov.com") || (allowLoopback && IsLoopback(address));

    /// <summary>Files go there.</summary>
    public static bool IsFiles(Uri address, bool allowLoopback) => Is(address, "files.slack.com", "files.slack-gov.com") || (allowLoopback && IsLoopback(address));

    static bool Is(Uri address, params ReadOnlySpan<string> hosts) =>
        address is { IsAbsoluteUri: true, IsDefaultPort: true, UserInfo: "" } && address.Scheme == Uri.UriSchemeHttps && hosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase);

    static bool IsLoopback(Uri address) => address is { IsAbsoluteUri: true, IsLoopback: true, UserInfo: "" } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
