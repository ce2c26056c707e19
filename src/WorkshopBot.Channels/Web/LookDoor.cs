using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WorkshopBot.Channels.Web;

/// <summary>
/// The way in for looking: <c>GET /api/try/{room}?person=…</c> for what is kept in the room and in the person's own chat, and <c>…/events</c> to be told of every change.
/// </summary>
public static class LookDoor
{
    public const string Path = "/api/try/{room}";

    /// <summary>Opens it. Every room that somebody looks at is named to <paramref name="onOpen"/>; where nothing has begun, <paramref name="welcome"/> says what to show; <paramref name="stopping"/> ends what would go on for as long as a page is open.</summary>
    public static void MapLook(this IEndpointRouteBuilder routes, WebChannel channel, TimeProvider time, Action<string> onOpen, Func<Room, Person, CancellationToken, ValueTask<Message?>> welcome, CancellationToken stopping)
    {
        routes.MapGet(Path, (RequestDelegate)(context => Look(context, channel, time, onOpen, welcome)));
        routes.MapGet(Path + "/events", (RequestDelegate)(context => Listen(context, channel, time, stopping)));
    }

    /// <summary>Whose look it is; null when the request has been refused already.</summary>
    public static async Task<(Room Room, Person Person)?> Visitor(HttpContext context, TimeProvider time)
    {
        context.Response.Headers.CacheControl = "no-store";
        var request = context.Request;
        var refusal = TryConditions.CheckLook(request);
        Person? person = null;
        var room = new Room("", "");
        refusal ??= TryNames.Room((string?)context.GetRouteValue("room") ?? "", out room);
        refusal ??= request.Query["person"] is not [{ } name] ? new(StatusCodes.Status400BadRequest, "\"person\" is missing; add ?person=<name>.")
            : TryNames.Person(name, time.LocalTimeZone.Id, request.Query["language"] is [{ } language] ? language : "", out person);
        if (refusal is null)
            return (room, person!);
        await TryDoor.Refuse(context.Response, refusal).ConfigureAwait(false);
        return null;
    }

    static async Task Look(HttpContext context, WebChannel channel, TimeProvider time, Action<string> onOpen, Func<Room, Person, CancellationToken, ValueTask<Message?>> welcome)
    {
        if (await Visitor(context, time).ConfigureAwait(false) is not { } visitor)
            return;
        onOpen(visitor.Room.Key);
        if (await channel.Kept(visitor.Room, visitor.Person, context.RequestAborted).ConfigureAwait(false) is { } kept)
        {
            if (await welcome(visitor.Room, visitor.Person, context.RequestAborted).ConfigureAwait(false) is { } first)
                kept = [.. kept, channel.Unkept(first)];
            await context.Response.WriteAsJsonAsync([.. kept], TryJson.Default.MessageBodyArray, cancellationToken: context.RequestAborted).ConfigureAwait(false);
        }
        else
            await TryDoor.Refuse(context.Response, new(StatusCodes.Status503ServiceUnavailable, "The storage does not answer; try again in a moment.")).ConfigureAwait(false);
    }

    static async Task Listen(HttpContext context, WebChannel channel, TimeProvider time, CancellationToken stopping)
    {
        if (await Visitor(context, time).ConfigureAwait(false) is not { } visitor)
            return;
        if (channel.Listeners.Add(visitor.Room, visitor.Person) is not { } listener)
        {
            await TryDoor.Refuse(context.Response, new(StatusCodes.Status503ServiceUnavailable, "Too many pages are open; close one and try again.")).ConfigureAwait(false);
            return;
        }
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await channel.Listeners.Follow(listener, over.Token).ConfigureAwait(false);
            await TypedResults.ServerSentEvents(listener.Events(over.Token)).ExecuteAsync(context).ConfigureAwait(false);
        }
        finally
        {
            channel.Listeners.Remove(listener);
        }
    }
}
