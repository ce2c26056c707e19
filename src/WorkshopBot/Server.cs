using Microsoft.AspNetCore.Server.Kestrel.Core;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Web;
using WorkshopBot.Journal;
using WorkshopBot.Pages;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Words;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace WorkshopBot;

/// <summary>The HTTP side: limits, doors, and what is answered when something goes wrong. Nobody is ever shown a stack trace.</summary>
public static class Server
{
    // Who has the path of a map page has the map. These categories write paths, so they are off whatever is configured.
    static readonly string[] NamesPaths =
        ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing.Matching.DfaMatcher", "Microsoft.AspNetCore.StaticFiles.StaticFileMiddleware", "Microsoft.AspNetCore.Server.Kestrel.BadRequests"];

    // Requests under way are answered within a turn's time; what takes longer than this is a page that listens.
    static readonly TimeSpan Closing = TimeSpan.FromSeconds(3);

    /// <summary>Sets up the server; nothing listens yet. Throws <see cref="SettingException"/> for an unusable configuration file.</summary>
    public static WebApplicationBuilder Builder(string[] args)
    {
        try
        {
            // Settings lie beside the program, wherever it was started; changed ones need a new start, so nobody watches the files.
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"], ContentRootPath = AppContext.BaseDirectory });
            // The file's address must give way to the environment and the command line, as every other setting does.
            builder.Configuration.AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables().AddCommandLine(args);
            builder.WebHost.UseUrls(builder.Configuration["Urls"] ?? Settings.DefaultUrl);
            builder.WebHost.ConfigureKestrel(Limit);
            builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Closing);
            // For whoever gathers logs by machine: the same lines, each as JSON.
            if (string.Equals(builder.Configuration["Logging:Console:FormatterName"], "json", StringComparison.OrdinalIgnoreCase))
                builder.Logging.AddJsonConsole();
            // Why the start failed is said in one line by whoever starts; the host would print a stack trace before it.
            builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
            foreach (var category in NamesPaths)
                builder.Logging.AddFilter(category, LogLevel.None);
            return builder;
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            throw new SettingException("appsettings.json", $"cannot be read: {(e.InnerException ?? e).Message}");
        }
    }

    /// <summary>Opens the doors onto the bot; with a channel for the page, also the page and its door.</summary>
    internal static void Map(WebApplication app, Bot bot, CardDeck cards, TimeProvider time, WebChannel? web, KnownProxies? proxies = null, Func<bool>? knowsTime = null)
    {
        if (proxies is not null)
            app.UseForwardedHeaders(proxies.Options());
        app.Use((context, next) => Guard(context, next, app.Logger));
        app.MapGet("/healthz", (RequestDelegate)(context => context.Response.WriteAsync("alive")));
        app.MapGet("/readyz", (RequestDelegate)(context => Ready(context, bot.Loop, knowsTime?.Invoke() ?? true)));
        if (web is null)
            return;
        app.UseTryPage();
        app.MapLook(web, time, bot.Look, async (room, person, ct) => await bot.Loop.Looking.Find(room.Key, ct) is null ? bot.Loop.Welcome(person) : null, app.Lifetime.ApplicationStopping);
        app.MapTry(time, async (turn, ct) => Answer(await bot.Loop.Deliver(turn, ct), cards, app.Logger), Speech.Languages);
    }

    static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = TryRequest.MostBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 50;
        kestrel.Limits.MaxConcurrentConnections = 1_000;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }

    static async Task Guard(HttpContext context, RequestDelegate next, ILogger log)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            if (context.RequestAborted.IsCancellationRequested)
                return;     // nobody listens any more
            if (e is not BadHttpRequestException and not StorageUnavailableException)
                log.LogError("A request failed: {Fault} {Where}", e.GetType().Name, e.StackTrace);
            await TryDoor.Refuse(context.Response, e switch
            {
                BadHttpRequestException bad => new(bad.StatusCode, "The request cannot be read."),
                StorageUnavailableException => new(StatusCodes.Status503ServiceUnavailable, "The storage does not answer; try again in a moment."),
                _ => new(StatusCodes.Status500InternalServerError, "Something went wrong on our side."),
            });
        }
    }

    static async Task Ready(HttpContext context, TurnLoop loop, bool knowsTime)
    {
        var answers = await loop.IsReady(context.RequestAborted);
        context.Response.StatusCode = answers && knowsTime ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync(!answers ? "the storage does not answer" : knowsTime ? "ready" : "the storage has not told the time yet");
    }

    static TryAnswer Answer(Reply reply, CardDeck cards, ILogger log) => new(
        reply.Kind switch
        {
            ReplyKind.Answered or ReplyKind.Refused => StatusCodes.Status200OK,
            ReplyKind.Failed => StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status503ServiceUnavailable,
        },
        reply.Text,
        reply.File is { } file ? new(file.Name, file.Type, file.Bytes, file.IsText) : null,
        Card(reply, cards, log),
        reply.Private,
        reply.Kind == ReplyKind.Refused);

    // What was done is done: an answer whose card cannot be made is told in words.
    static ReadOnlyMemory<byte>? Card(Reply reply, CardDeck cards, ILogger log)
    {
        try
        {
            return reply.Message is { } message ? cards.Bind(message).Json : (ReadOnlyMemory<byte>?)null;
        }
        catch (CardException e)
        {
            log.LogError("The card of an answer cannot be made: {Faults}", string.Join("; ", e.Faults.Select(fault => fault.Card)));
            return null;
        }
    }
}
