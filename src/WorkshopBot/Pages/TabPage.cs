using Microsoft.Extensions.FileProviders;
using WorkshopBot.Links;
using WorkshopBot.Turns;

namespace WorkshopBot.Pages;

/// <summary>The page in a chat client, <c>/tab</c>: my workshops, and what waits for me. It is shown in a frame by the client and by nobody else, and holds nothing until its reader has signed in.</summary>
public static class TabPage
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Opens the page and its door; before other pages, whose files lie beside it and are for other people.</summary>
    public static void Open(WebApplication app, TurnLoop loop, MapLinks links, TabHost host)
    {
        var door = new TabDoor(loop, links, host);
        app.Lifetime.ApplicationStopped.Register(door.Dispose);
        app.MapPost("/api/tab", (RequestDelegate)door.Serve);
        if (!Directory.Exists(Path.Combine(Folder, "tab")))
        {
            app.Logger.LogWarning("The tab is missing: there is no folder wwwroot/tab beside the program.");
            return;
        }
        var policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors " + host.Ancestors;
        app.Use((context, next) =>
        {
            if (context.Request.Path == "/tab" && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
                context.Request.Path = "/tab/index.html";
            return next(context);
        });
        foreach (var (path, folder) in (ReadOnlySpan<(string, string)>)[("/tab/lib", "lib"), ("/tab", "tab")])
            if (Directory.Exists(Path.Combine(Folder, folder)))
                app.UseStaticFiles(new StaticFileOptions { RequestPath = path, FileProvider = new PhysicalFileProvider(Path.Combine(Folder, folder)), OnPrepareResponse = served => Head(served.Context, policy) });
    }

    static void Head(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XContentTypeOptions) = (policy, "nosniff");
        (headers["Referrer-Policy"], headers["X-Robots-Tag"]) = ("no-referrer", "noindex, nofollow");
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Asked again each time and mostly answered 304, so that a new build is never mixed with an old one.
        headers.CacheControl = "no-cache";
    }
}
