using System.Net;
using System.Text.Json;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>Fetches a published set of keys, or the document that names where it is. What goes wrong throws one of what <see cref="IsTrouble"/> names.</summary>
static class KeyDocument
{
    public const int MostBytes = 512 * 1024;

    /// <summary>For these documents alone: it follows no redirect, keeps no cookie and reads no more than they have.</summary>
    public static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1) }) { MaxResponseContentBufferSize = MostBytes, Timeout = Timeout.InfiniteTimeSpan };

    public static async Task<IReadOnlyList<SigningKey>> Fetch(HttpClient http, Uri address, CancellationToken ct)
    {
        using var first = await Get(http, address, ct).ConfigureAwait(false);
        if (!first.RootElement.TryGetProperty("jwks_uri", out var elsewhere))
            return Keys(first);
        // Named by a document we trust; it may not lead from https to http.
        if (elsewhere.ValueKind != JsonValueKind.String || !Uri.TryCreate(elsewhere.GetString(), UriKind.Absolute, out var set) || set.Scheme != address.Scheme || set.UserInfo.Length > 0)
            throw new FormatException("The address of the keys is none.");
        using var second = await Get(http, set, ct).ConfigureAwait(false);
        return Keys(second);
    }

    public static bool IsTrouble(Exception e) => e is HttpRequestException or IOException or OperationCanceledException or JsonException or FormatException or InvalidOperationException;

    static async Task<JsonDocument> Get(HttpClient http, Uri address, CancellationToken ct)
    {
        using var response = await http.GetAsync(address, ct).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new HttpRequestException($"Answered {(int)response.StatusCode}.", null, response.StatusCode);
        var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct).ConfigureAwait(false));
        if (json.RootElement.ValueKind == JsonValueKind.Object)
            return json;
        json.Dispose();
        throw new FormatException("The document is no object.");
    }

    // A set without a key is as good as none: what was known before is better.
    static IReadOnlyList<SigningKey> Keys(JsonDocument document) =>
        document.RootElement.TryGetProperty("keys", out var keys) && SigningKey.Set(keys) is { Count: > 0 } set ? set : throw new FormatException("There are no keys.");
}
