namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>Says which addresses a message, and the token with it, may be sent to.</summary>
public static class ServiceUrls
{
    /// <summary>Whether it is one of the cloud's hosts over https; with <paramref name="loopback"/> also anything on this machine, which is for development only.</summary>
    public static bool Allows(TeamsCloud cloud, Uri? url, bool loopback = false) =>
        url is { IsAbsoluteUri: true, UserInfo: "", Fragment: "", Query: "" } && ((loopback && IsHere(url)) || (url.Scheme == Uri.UriSchemeHttps && url.Port == 443 && cloud.ServiceHosts.Any(host => Matches(url.IdnHost, host))));

    /// <summary>The same of an address as it was written.</summary>
    public static bool Allows(TeamsCloud cloud, string? url, bool loopback = false) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && Allows(cloud, address, loopback);

    /// <summary>Whether it can stand in the list: a host by its whole name, or every host under a name of two parts or more.</summary>
    public static bool IsHost(string name)
    {
        var parts = name.TrimStart('.').Split('.');
        return name.Length is > 3 and < 254 && !name.StartsWith("..", StringComparison.Ordinal) && parts.Length > 1 && parts.All(IsLabel) && !parts[^1].All(char.IsAsciiDigit);
    }

    static bool IsLabel(string part) => part.Length is > 0 and < 64 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && part[0] != '-' && part[^1] != '-';

    static bool IsHere(Uri url) => url.Scheme is "http" or "https" && url.IsLoopback;

    // "a.b" is that host alone; ".a.b" is every host under it.
    static bool Matches(string host, string allowed) =>
        allowed.StartsWith('.') ? host.Length > allowed.Length && host.EndsWith(allowed, StringComparison.OrdinalIgnoreCase) : string.Equals(host, allowed, StringComparison.OrdinalIgnoreCase);
}
