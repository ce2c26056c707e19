using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>
/// The ways in for Slack over HTTP. Each asks first whether the bytes that came are Slack's, and only then what they say, and answers once what they changed is saved. Nothing of
/// what is refused is logged but why.
/// </summary>
public static class SlackDoor
{
    public const string Events = "/slack/events";

    public const string Commands = "/slack/commands";

    public const string Interactions = "/slack/interactions";

    public const string Options = "/slack/options";

    public const int MostBytes = 1024 * 1024;

    /// <param name="routes">Where they are opened.</param>
    /// <param name="signature">Says whether a request is Slack's.</param>
    /// <param name="reader">Reads what came.</param>
    /// <param name="serve">Serves it, within the time Slack gives.</param>
    /// <param name="log">Refusals.</param>
    internal static void MapSlack(this IEndpointRouteBuilder routes, SlackSignature signature, SlackReader reader, Func<SlackInput, CancellationToken, Task<SlackAck>> serve, ILogger log)
    {
        foreach (var path in (ReadOnlySpan<string>)[Events, Commands, Interactions, Options])
            routes.MapPost(path, (RequestDelegate)(context => Serve(context, path, signature, reader, serve, log)));
    }

    static async Task Serve(HttpContext context, string path, SlackSignature signature, SlackReader reader, Func<SlackInput, CancellationToken, Task<SlackAck>> serve, ILogger log)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes + 1;
        context.Response.Headers.CacheControl = "no-store";
        // What somebody did is not delivered again, so it is done even when Slack waits no longer.
        var ct = path == Events ? context.RequestAborted : CancellationToken.None;
        try
        {
            var (read, refusal) = await Take(context.Request, path, signature, reader, ct).ConfigureAwait(false);
            if (refusal is not null)
                log.LogWarning("A request of Slack was refused: {Code}", refusal.Code);
            var (status, body) = refusal is not null ? (refusal.Status, SlackAck.NoAnswer) : Answer(path, read is SlackRead.Heard heard ? await serve(heard.Input, ct).ConfigureAwait(false) : SlackAck.Ok, read);
            await Write(context.Response, status, body).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // Its message may hold what people wrote.
            log.LogError("A request of Slack was not served: {Fault} {Where}", e.GetType().Name, e.StackTrace);
            await Write(context.Response, path == Events ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK, path == Options ? SlackAck.NoOptions : SlackAck.NoAnswer).ConfigureAwait(false);
        }
    }

    // Who may not come learns nothing of what else is wrong.
    static async ValueTask<(SlackRead?, SlackRefusal?)> Take(HttpRequest request, string path, SlackSignature signature, SlackReader reader, CancellationToken ct)
    {
        if (await RequestBody.Read(request, MostBytes, request.HttpContext.RequestAborted).ConfigureAwait(false) is not { } body)
            return (null, new(StatusCodes.Status413PayloadTooLarge, "too-big"));
        var isForm = Is(request, "application/x-www-form-urlencoded");
        if (isForm && path != Events && SlackForm.IsProbe(body.Span))
            return (SlackRead.Nothing, null);
        if (!signature.Proves(Once(request.Headers[SlackSignature.TimeHeader]), Once(request.Headers[SlackSignature.SignatureHeader]), body.Span))
            return (null, new(StatusCodes.Status401Unauthorized, "unsigned"));
        if (path == Events ? !Is(request, "application/json") : !isForm)
            return (null, new(StatusCodes.Status415UnsupportedMediaType, "media-type"));
        var read = await Read(path, body, reader, ct).ConfigureAwait(false);
        return read == SlackRead.Malformed ? (null, new(StatusCodes.Status400BadRequest, "malformed")) : (read, null);
    }

    static async ValueTask<SlackRead> Read(string path, ReadOnlyMemory<byte> body, SlackReader reader, CancellationToken ct)
    {
        if (path == Events)
            return SlackJson.Parse(body.Span) is { } happened ? await reader.Event(happened, ct).ConfigureAwait(false) : SlackRead.Malformed;
        if (SlackForm.Read(body.Span) is not { } fields)
            return SlackRead.Malformed;
        if (path == Commands)
            return await reader.Command(fields, ct).ConfigureAwait(false);
        return fields.TryGetValue("payload", out var payload) && SlackJson.Parse(Encoding.UTF8.GetBytes(payload)) is { } act
            ? await reader.Interaction(act, ct).ConfigureAwait(false) : SlackRead.Malformed;
    }

    static (int Status, ReadOnlyMemory<byte>? Body) Answer(string path, SlackAck ack, SlackRead? read) => (path, ack.Kind) switch
    {
        (Events, SlackAckKind.Again) => (StatusCodes.Status503ServiceUnavailable, SlackAck.NoAnswer),
        (Events, _) => (StatusCodes.Status200OK, read is SlackRead.Asked asked ? Challenge(asked.Challenge) : SlackAck.NoAnswer),
        // It does not come again; what is to be said of that is in the body.
        (Options, _) => (StatusCodes.Status200OK, ack.Body ?? SlackAck.NoOptions),
        _ => (StatusCodes.Status200OK, ack.Body),
    };

    static ReadOnlyMemory<byte>? Challenge(string challenge) => Encoding.UTF8.GetBytes($"{{\"challenge\":\"{JsonEncodedText.Encode(challenge)}\"}}");

    static async Task Write(HttpResponse response, int status, ReadOnlyMemory<byte>? body)
    {
        response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "1";
        // The rest of the body is not read, so nothing more can come on this connection.
        if (status == StatusCodes.Status413PayloadTooLarge)
            response.Headers.Connection = "close";
        if (body is not { } bytes)
            return;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted).ConfigureAwait(false);
    }

    static bool Is(HttpRequest request, string mediaType) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    static string? Once(StringValues header) => header.Count == 1 ? header[0] : null;
}

/// <summary>Why a request is not taken.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">For the log; it holds nothing of what came.</param>
sealed record SlackRefusal(int Status, string Code);
