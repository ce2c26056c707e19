using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WorkshopBot.Channels.Web;

/// <summary>The map of a room, for the try-it page to draw: <c>GET /api/try/{room}/map?person=ann</c>. What is in the bytes is not its business.</summary>
public static class TryMap
{
    public const string Path = "/api/try/{room}/map";

    const string Tenant = "web:local:";
    const int MostPerson = 80;

    /// <summary>Asks for the map by the keys of room and person; null: there is none.</summary>
    public static void MapTryMap(this IEndpointRouteBuilder routes, Func<string, string, CancellationToken, Task<ReadOnlyMemory<byte>?>> find) =>
        routes.MapGet(Path, (RequestDelegate)(context => Serve(context, find)));

    static async Task Serve(HttpContext context, Func<string, string, CancellationToken, Task<ReadOnlyMemory<byte>?>> find)
    {
        context.Response.Headers.CacheControl = "no-store";
        // The last of the conditions is about the body, and this has none.
        if (TryConditions.Check(context.Request) is { Status: not StatusCodes.Status415UnsupportedMediaType } refusal)
        {
            await TryDoor.Refuse(context.Response, refusal).ConfigureAwait(false);
            return;
        }
        var person = ((string?)context.Request.Query["person"] ?? "").Trim();
        if (person.Length > MostPerson)
        {
            await TryDoor.Refuse(context.Response, new(StatusCodes.Status400BadRequest, $"\"person\" has at most {MostPerson} characters.")).ConfigureAwait(false);
            return;
        }
        var ct = context.RequestAborted;
        if (await find(Tenant + (string?)context.GetRouteValue("room"), Tenant + person.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), ct).ConfigureAwait(false) is not { } map)
        {
            await TryDoor.Refuse(context.Response, new(StatusCodes.Status404NotFound, "No workshop was started in this room.")).ConfigureAwait(false);
            return;
        }
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = map.Length;
        await context.Response.Body.WriteAsync(map, ct).ConfigureAwait(false);
    }
}
