using System.Net;
using System.Net.Http.Headers;

namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>One request to the Connector and what came of it. The token goes to allowed hosts only, nothing is followed anywhere else, and no body is read beyond a bound.</summary>
sealed class ConnectorWire(HttpClient http, Func<Uri, CancellationToken, ValueTask<string?>> token, Func<Uri, bool> allowed, TimeProvider time, Func<double> dice, Uri otherHost)
{
    static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>Makes a call; at the other host if the first one says that it is the wrong one.</summary>
    public async ValueTask<WireAnswer> Call(WireCall call, CancellationToken ct)
    {
        var answer = await Once(call, ct).ConfigureAwait(false);
        if (!answer.WrongHost || call.Service == otherHost)
            return answer;
        answer = await Once(call with { Service = otherHost }, ct).ConfigureAwait(false);
        return answer with { Moved = answer.Fault is null ? otherHost : null };
    }

    async ValueTask<WireAnswer> Once(WireCall call, CancellationToken ct)
    {
        var since = time.GetTimestamp();
        var answer = await Send(call, ct).ConfigureAwait(false);
        CallMeasures.Called(TeamsKey.Platform, call.Method.Method, Outcome(answer.Fault), time.GetElapsedTime(since));
        return answer;
    }

    async ValueTask<WireAnswer> Send(WireCall call, CancellationToken ct)
    {
        if (call.Target() is not { } target || !allowed(call.Service))
            return new(new ConnectorAnswer.Refused(0, "not-allowed"), default);
        var sent = false;
        try
        {
            using var request = new HttpRequestMessage(call.Method, target);
            if (await token(call.Service, ct).ConfigureAwait(false) is { } bearer)
                request.Headers.Authorization = new("Bearer", bearer);
            if (!call.Body.IsEmpty)
            {
                request.Content = new ReadOnlyMemoryContent(call.Body);
                request.Content.Headers.ContentType = Json;
            }
            ct.ThrowIfCancellationRequested();
            sent = true;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
            var body = await BoundedBody.Read(response.Content, call.MostBytes, ct).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? new(null, body) : Fault(call, response, body.Span);
        }
        catch (Exception e) when (!sent || e is HttpRequestException or IOException or OperationCanceledException)
        {
            // Whatever kept a token from coming has sent nothing.
            return new(sent && !call.Repeats && !NeverLeft(e) ? new ConnectorAnswer.Unknown() : new ConnectorAnswer.Later(Backoff.Of(call.Attempt, dice())), default);
        }
    }

    WireAnswer Fault(WireCall call, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var (code, said) = (ConnectorErrors.Code(body), response.Headers.RetryAfter);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            CallMeasures.Throttled(TeamsKey.Platform, call.Method.Method);
        var wait = Backoff.Of(said, call.Attempt, time.GetUtcNow(), dice());
        return new(ConnectorErrors.Of((int)response.StatusCode, code, call.Repeats, said is not null, wait), default)
        {
            WrongHost = response.StatusCode == HttpStatusCode.Forbidden && code == ConnectorErrors.WrongHost,
        };
    }

    static string Outcome(ConnectorAnswer? fault) => fault switch
    {
        null => "done",
        ConnectorAnswer.Later => "later",
        ConnectorAnswer.Lost => "lost",
        ConnectorAnswer.Gone => "gone",
        ConnectorAnswer.Unknown => "unknown",
        _ => "refused",
    };

    // No connection came about, so nothing can have arrived.
    static bool NeverLeft(Exception e) =>
        e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };
}
