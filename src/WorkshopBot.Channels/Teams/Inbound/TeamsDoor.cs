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
    /// <param name="guard">Says who may come in.</param>
    /// <param name="serve">Serves an activity that was checked.</param>
    /// <param name="log">Refusals.</param>
    internal static void MapTeams(this IEndpointRouteBuilder routes, TeamsGuard guard, Func<Activity, CancellationToken, Task<DoorAnswer>> serve, ILogger log) =>
        routes.MapPost(Path, (RequestDelegate)(context => Serve(context, guard, serve, log)));

    static async Task Serve(HttpContext context, TeamsGuard guard, Func<Activity, CancellationToken, Task<DoorAnswer>> serve, ILogger log)
    {
        var (activity, refusal) = await Take(context, guard).ConfigureAwait(false);
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

    // Who may not come learns nothing of what else is wrong, and is not listened to.
    static async ValueTask<(Activity?, DoorRefusal?)> Take(HttpContext context, TeamsGuard guard)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes + 1;
        var (token, refusal) = await guard.Look(context.Request.Headers.Authorization, context.RequestAborted).ConfigureAwait(false);
        if (refusal is not null)
            return (null, refusal);
        (var activity, refusal) = await Read(context.Request, context.RequestAborted).ConfigureAwait(false);
        if (activity is not null)
            refusal = guard.Look(token, activity) ?? (IsWhole(activity) ? null : new(StatusCodes.Status400BadRequest, "incomplete"));
        return (activity, refusal);
    }

    static async ValueTask<(Activity?, DoorRefusal?)> Read(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasJsonContentType())
            return (null, new(StatusCodes.Status415UnsupportedMediaType, "not-json"));
        if (await RequestBody.Read(request, MostBytes, ct).ConfigureAwait(false) is not { } body)
            return (null, new(StatusCodes.Status413PayloadTooLarge, "too-big"));
        return ActivityText.Read(body.Span) is not { } activity ? (null, new(StatusCodes.Status400BadRequest, "malformed"))
            : activity is { Type.Length: > 0, ChannelId.Length: > 0, ServiceUrl.Length: > 0 } ? (activity, null)
            : (null, new(StatusCodes.Status400BadRequest, "incomplete"));
    }

    // What only tells of something is passed over when a part is missing; what somebody did is not.
    static bool IsWhole(Activity activity) => activity.Type is not ("message" or "messageUpdate" or "messageDelete" or "invoke") || (activity.Id is { Length: > 0 } && TeamsPlace.Of(activity) is not null);

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
