using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace WorkshopBot.Channels.Web;

/// <summary>
/// Who may try the bot without a chat: somebody at this machine, in no other site's page, and behind no proxy. A loopback connection alone says little:
/// every request through a proxy on the same host has one, and any web page can post to 127.0.0.1.
/// </summary>
public static class TryConditions
{
    const string FetchSite = "Sec-Fetch-Site";
    const string ForwardedPrefix = "X-Forwarded-";

    /// <summary>Null when a request with a body may come in: it must be JSON, which no form of another site can send unasked.</summary>
    public static TryRefusal? Check(HttpRequest request) =>
        CheckLook(request) ?? (IsJson(request.ContentType) ? null : new(StatusCodes.Status415UnsupportedMediaType, "The body must be application/json."));

    /// <summary>Null when whoever asks may look; a request without a body.</summary>
    public static TryRefusal? CheckLook(HttpRequest request)
    {
        if (!IsLoopback(request.HttpContext.Connection.RemoteIpAddress))
            return No("This is answered only to the machine it runs on.");
        if (!IsOurName(request.Host.Host))
            return No("The Host must be localhost, 127.0.0.1 or [::1].");
        if (request.Headers.ContainsKey("Forwarded") || request.Headers.Keys.Any(name => name.StartsWith(ForwardedPrefix, StringComparison.OrdinalIgnoreCase)))
            return No("This is not answered through a proxy.");
        if (request.Headers.TryGetValue(HeaderNames.Origin, out var origin) && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
            return No("Pages of another site may not ask this.");
        if (request.Headers.TryGetValue(FetchSite, out var site) && site != "same-origin" && site != "none")
            return No("Pages of another site may not ask this.");
        return null;
    }

    // A mapped address (::ffff:127.0.0.1) is loopback too; none at all is nobody we know.
    static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    static bool IsOurName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";

    static bool IsJson(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var media)
        && string.Equals(media.MediaType.Value, "application/json", StringComparison.OrdinalIgnoreCase)
        && (!media.Charset.HasValue || string.Equals(media.Charset.Value, "utf-8", StringComparison.OrdinalIgnoreCase));

    static TryRefusal No(string error) => new(StatusCodes.Status403Forbidden, error);
}
