using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Teams.Protocol;

namespace WorkshopBot.Channels.Teams.Inbound;

/// <summary>
/// The way in for Microsoft Teams: <c>POST /api/messages</c>. Reads an activity, asks whether it is from who it says, and answers once what it changed is saved. Nothing of
/// what is refused is logged but why.
/// </summary>
public static class TeamsDoor
{
    public const string Path = "/api/messages";

    public const int MostBytes = 256 * 1024;

    /// <param name="routes">Where it is opened.</param>
    /// <param name="check">Whether a request with this header may bring this activity: null, or the HTTP status and a code for the log.</param>
    /// <param name="serve">Serves an activity that was checked.</param>
    /// <param name="log">Refusals.</param>
    internal static void MapTeams(this IEndpointRouteBuilder routes, Func<string, Activity, CancellationToken, ValueTask<DoorRefusal?>> check, Func<Activity, CancellationToken, Task<DoorAnswer>> serve, ILogger log) =>
        routes.MapPost(Path, (RequestDelegate)(context => Serve(context, check, serve, log)));

    static async Task Serve(HttpContext context, Func<string, Activity, CancellationToken, ValueTask<DoorRefusal?>> check, Func<Activity, CancellationToken, Task<DoorAnswer>> serve, ILogger log)
    {
        var (activity, refusal) = await Read(context).ConfigureAwait(false);
        refusal ??= await check(context.Request.Headers.Authorization.ToString(), activity!, context.RequestAborted).ConfigureAwait(false);
        // Checked first, so that who may not come learns nothing of what is wrong.
        refusal ??= TeamsPlace.Of(activity!) is null && activity!.Type is "message" or "invoke" ? new(StatusCodes.Status400BadRequest, "incomplete") : null;
        if (refusal is not null)
        {
            log.LogWarning("An activity was refused: {Code}", refusal.Code);
            await Answer(context.Response, new(refusal.Status)).ConfigureAwait(false);
            return;
        }
        await Answer(context.Response, await Served(context, activity!, serve, log).ConfigureAwait(false)).ConfigureAwait(false);
    }

    // What is not served now is served when it is delivered again: the storage may be away.
    static async Task<DoorAnswer> Served(HttpContext context, Activity activity, Func<Activity, CancellationToken, Task<DoorAnswer>> serve, ILogger log)
    {
        try
        {
            return await serve(activity, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Its message may hold what people wrote.
            log.LogError("An activity was not served: {Fault} {Where}", e.GetType().Name, e.StackTrace);
            return new(StatusCodes.Status503ServiceUnavailable);
        }
    }

    static async ValueTask<(Activity?, DoorRefusal?)> Read(HttpContext context)
    {
        var request = context.Request;
        // Nobody without so much as a token is listened to for long; in development there is none.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes + 1;
        if (!request.HasJsonContentType())
            return (null, new(StatusCodes.Status415UnsupportedMediaType, "not-json"));
        if (await RequestBody.Read(request, MostBytes, context.RequestAborted).ConfigureAwait(false) is not { } body)
            return (null, new(StatusCodes.Status413PayloadTooLarge, "too-big"));
        try
        {
            return JsonSerializer.Deserialize(body.Span, ActivityJson.Default.Activity) is { Type.Length: > 0, ChannelId.Length: > 0, ServiceUrl.Length: > 0 } activity
                ? (activity, null) : (null, new(StatusCodes.Status400BadRequest, "incomplete"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is a string with half of a character.
            return (null, new(StatusCodes.Status400BadRequest, "malformed"));
        }
    }

    static async Task Answer(HttpResponse response, DoorAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.Headers.CacheControl = "no-store";
        if (answer.Status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "1";
        // The rest of the body is not read, so nothing more can come on this connection.
        if (answer.Status == StatusCodes.Status413PayloadTooLarge)
            response.Headers.Connection = "close";
        if (answer.Body is not { } body)
            return;
        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(body, response.HttpContext.RequestAborted).ConfigureAwait(false);
    }
}

/// <summary>Why an activity is not taken.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">For the log; it holds nothing of what came.</param>
sealed record DoorRefusal(int Status, string Code);

/// <summary>What the service is answered; a body only for an invoke.</summary>
sealed record DoorAnswer(int Status, ReadOnlyMemory<byte>? Body = null)
{
    public static readonly DoorAnswer Ok = new(StatusCodes.Status200OK);
}
