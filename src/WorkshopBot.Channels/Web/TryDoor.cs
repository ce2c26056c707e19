using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WorkshopBot.Channels.Web;

/// <summary>The way in for typing over HTTP: <c>POST /api/try/{room}/turns</c>. Who serves the turn is not its business.</summary>
public static class TryDoor
{
    public const string Path = "/api/try/{room}/turns";

    /// <summary>Opens it. Without <paramref name="languages"/> people may speak any.</summary>
    public static void MapTry(this IEndpointRouteBuilder routes, TimeProvider time, Func<Turn, CancellationToken, Task<TryAnswer>> deliver, IReadOnlyList<string>? languages = null) =>
        routes.MapPost(Path, (RequestDelegate)(context => Serve(context, time, deliver, languages)));

    /// <summary>Writes a small JSON error; also for whoever catches what went wrong outside.</summary>
    public static Task Refuse(HttpResponse response, TryRefusal refusal)
    {
        response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "1";
        // The rest of the body is not read, so nothing more can come on this connection.
        if (refusal.Status == StatusCodes.Status413PayloadTooLarge)
            response.Headers.Connection = "close";
        return response.WriteAsJsonAsync(new ErrorBody(refusal.Error), TryJson.Default.ErrorBody);
    }

    static async Task Serve(HttpContext context, TimeProvider time, Func<Turn, CancellationToken, Task<TryAnswer>> deliver, IReadOnlyList<string>? languages)
    {
        context.Response.Headers.CacheControl = "no-store";
        var ct = context.RequestAborted;
        var refusal = TryConditions.Check(context.Request);
        Turn? turn = null;
        if (refusal is null)
            (turn, refusal) = await TryRequest.Read(context.Request, (string?)context.GetRouteValue("room") ?? "", time.LocalTimeZone.Id, languages, ct).ConfigureAwait(false);
        if (turn is null)
        {
            await Refuse(context.Response, refusal!).ConfigureAwait(false);
            return;
        }

        var answer = await deliver(turn, ct).ConfigureAwait(false);
        if (answer.Status != StatusCodes.Status200OK)
        {
            await Refuse(context.Response, new(answer.Status, answer.Text)).ConfigureAwait(false);
            return;
        }
        await context.Response.WriteAsJsonAsync(AnswerBody.Of(answer), TryJson.Default.AnswerBody, cancellationToken: ct).ConfigureAwait(false);
    }
}
