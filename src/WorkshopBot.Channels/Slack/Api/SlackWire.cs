using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace WorkshopBot.Channels.Slack.Api;

/// <summary>What came of one request.</summary>
/// <param name="Reply">In the words of callers.</param>
/// <param name="Error">Slack's own code; empty for none.</param>
/// <param name="Detail">What a log may say beyond it.</param>
sealed record WireReply(SlackReply Reply, string Error = "", string Detail = "")
{
    /// <summary>What the error means.</summary>
    public SlackErrorKind Kind => SlackErrors.All.TryGetValue(Error, out var known) ? known.Kind : SlackErrorKind.Refused;
}

/// <summary>One request to Slack and what came of it. The token goes to the host that was set and to no other, nothing is followed anywhere else, and no body is read beyond a bound.</summary>
sealed class SlackWire(HttpClient http, Uri address, bool allowLoopback, TimeProvider time, Func<double> dice)
{
    const int MostBytes = 4 * 1024 * 1024;

    /// <summary>After this nobody waits for an answer.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What goes by in minutes is looked at again then.</summary>
    static readonly TimeSpan Passing = TimeSpan.FromMinutes(5);

    // There are few methods, and they are named here, never by what came from outside.
    readonly ConcurrentDictionary<string, Uri> _urls = new(StringComparer.Ordinal);

    public async ValueTask<WireReply> Call(SlackCall call, AuthenticationHeaderValue proof, int attempt, CancellationToken ct)
    {
        var since = time.GetTimestamp();
        var answer = await Send(call, proof, attempt, ct).ConfigureAwait(false);
        CallMeasures.Called(SlackKey.Platform, call.Method, Outcome(answer.Reply), time.GetElapsedTime(since));
        if (answer.Kind == SlackErrorKind.Limited)
            CallMeasures.Throttled(SlackKey.Platform, call.Method);
        return answer;
    }

    async ValueTask<WireReply> Send(SlackCall call, AuthenticationHeaderValue proof, int attempt, CancellationToken ct)
    {
        if (!SlackHost.IsApi(address, allowLoopback) || !IsName(call.Method))
            return new(new SlackReply.Refused("not-allowed"));
        using var end = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, end.Token);
        var (sent, repeats) = (false, SlackMethods.Of(call.Method).Repeats);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _urls.GetOrAdd(call.Method, method => new(address, method))) { Content = FormBody.Of(call) };
            request.Headers.Authorization = proof;
            both.Token.ThrowIfCancellationRequested();
            sent = true;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            var body = await BoundedBody.Read(response.Content, MostBytes, both.Token).ConfigureAwait(false);
            return Read(response, body, repeats, attempt);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return new(sent && !repeats && !NeverLeft(e) ? new SlackReply.Unknown() : new SlackReply.Later(Backoff.Of(attempt, dice())));
        }
    }

    WireReply Read(HttpResponseMessage response, ReadOnlyMemory<byte> bytes, bool repeats, int attempt)
    {
        var wait = Backoff.Of(response.Headers.RetryAfter, attempt, time.GetUtcNow(), dice());
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new(new SlackReply.Later(wait), "ratelimited");
        var unsure = repeats ? (SlackReply)new SlackReply.Later(wait) : new SlackReply.Unknown();
        if ((int)response.StatusCode is 408 or >= 500)
            return new(unsure);
        // Between us and Slack stand others that answer with pages or with nothing.
        if (Parse(bytes) is not { } body || !body.TryGetProperty("ok", out var ok) || ok.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            return new(response.IsSuccessStatusCode ? unsure : new SlackReply.Refused($"http-{(int)response.StatusCode}"));
        if (ok.ValueKind == JsonValueKind.True)
            return new(response.IsSuccessStatusCode ? new SlackReply.Done(body) : unsure);
        var error = SlackErrors.Clean(new SlackReply.Done(body).Text("error"));
        return new(SlackErrors.All.TryGetValue(error, out var known) ? Meaning(known, error, wait, unsure) : new SlackReply.Refused(error), error, SlackDetail.Of(body));
    }

    static SlackReply Meaning(SlackError known, string error, TimeSpan wait, SlackReply unsure) => known.Kind switch
    {
        SlackErrorKind.Revoked or SlackErrorKind.Expired => new SlackReply.Lost(LostReason.Uninstalled),
        SlackErrorKind.Lost => new SlackReply.Lost(known.Reason),
        SlackErrorKind.Limited => new SlackReply.Later(wait),
        SlackErrorKind.Passing => new SlackReply.Later(wait > Passing ? wait : Passing),
        SlackErrorKind.Unsure => unsure,
        _ => new SlackReply.Refused(error),
    };

    static string Outcome(SlackReply reply) => reply switch
    {
        SlackReply.Done => "done",
        SlackReply.Later => "later",
        SlackReply.Lost => "lost",
        SlackReply.Refused => "refused",
        _ => "unknown",
    };

    static JsonElement? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return bytes.IsEmpty || JsonElement.Parse(bytes.Span) is not { ValueKind: JsonValueKind.Object } body ? null : body;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // It becomes a part of the address.
    static bool IsName(string method) => method.Length > 0 && method.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.');

    // No connection came about, so nothing can have arrived.
    static bool NeverLeft(Exception e) =>
        e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };
}
