using System.Net;

namespace WorkshopBot.Links;

/// <summary>Where links lead: the address the operator has set, else one that opens at this machine.</summary>
public static class LinkAddress
{
    /// <summary>Without a slash at the end.</summary>
    /// <param name="publicUrl">What the operator has set; null for nothing.</param>
    /// <param name="urls">What the server listens on, with the ports it got.</param>
    public static string Of(string? publicUrl, IEnumerable<string> urls) => publicUrl ?? Local([.. urls.Select(BindingAddress.Parse)]);

    /// <summary>Whether links open from other machines: somebody has said how, or where the server listens says it.</summary>
    public static bool IsKnownOutside(string? publicUrl, IEnumerable<string> urls) =>
        publicUrl is not null || urls.Select(BindingAddress.Parse).Any(url => !url.IsUnixPipe && !IsEverywhere(url.Host) && !IsThisMachine(url.Host));

    static string Local(List<BindingAddress> urls) =>
        urls.FirstOrDefault(url => !url.IsUnixPipe) is { } url
            ? $"{url.Scheme}://{(IsEverywhere(url.Host) ? "localhost" : url.Host)}{(url.Port is 80 && url.Scheme == Uri.UriSchemeHttp ? "" : FormattableString.Invariant($":{url.Port}"))}{url.PathBase}".TrimEnd('/')
            : "http://localhost";

    // "Every address of this machine" is none that a browser can open; a name that is no address, as + and *, means the same to the server.
    static bool IsEverywhere(string host) =>
        host is "+" or "*" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));

    static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
