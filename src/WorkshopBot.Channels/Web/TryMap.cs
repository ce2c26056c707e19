using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WorkshopBot.Channels.Web;

/// <summary>The map of a room, for the try-it page to draw: <c>GET /api/try/{room}/map?person=ann</c>. What is in the bytes is not its business.</summary>
public static class TryMap
{
    public const string Path = "/api/try/{room}/map";

    /// <summary>Asks for a room's map as a person is to read it, whose language may be empty; null: there is none.</summary>
    public static void MapTryMap(this IEndpointRouteBuilder routes, TimeProvider time, Func<Room, Person, CancellationToken, Task<ReadOnlyMemory<byte>?>> find) =>
        routes.MapGet(Path, (RequestDelegate)(context => Serve(context, time, find)));

    static async Task Serve(HttpContext context, TimeProvider time, Func<Room, Person, CancellationToken, Task<ReadOnlyMemory<byte>?>> find)
    {
        if (await LookDoor.Visitor(context, time).ConfigureAwait(false) is not { } visitor)
            return;
        var ct = context.RequestAborted;
        if (await find(visitor.Room, visitor.Person, ct).ConfigureAwait(false) is not { } map)
        {
            await TryDoor.Refuse(context.Response, new(StatusCodes.Status404NotFound, "No workshop was started in this room.")).ConfigureAwait(false);
            return;
        }
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = map.Length;
        await context.Response.Body.WriteAsync(map, ct).ConfigureAwait(false);
    }
}
