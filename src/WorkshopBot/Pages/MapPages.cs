using Microsoft.Net.Http.Headers;
using WorkshopBot.Channels.Web;
using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Links;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Pages;

/// <summary>The doors to a map that is looked at: the page behind a link, its style, and the JSON that the try-it page draws. All only read.</summary>
public static class MapPages
{
    internal const string Policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ";

    /// <summary>Opens the doors; the last one only where the bot may be tried. <paramref name="ancestors"/> may show the page in a frame, as a policy lists them.</summary>
    public static void Open(WebApplication app, TurnLoop loop, MapLinks links, Handing files, bool tryIt, string ancestors = "'none'")
    {
        string[] read = [HttpMethods.Get, HttpMethods.Head];
        // Whatever stands in the place of the token is answered the same, slashes and nothing at all included.
        app.MapMethods("/maps/{**token}", read, (RequestDelegate)(context => Page(context, loop, links, files, Policy + ancestors)));
        foreach (var code in PlainPages.All)
            app.MapMethods("/" + code, read, (RequestDelegate)(context => PlainPages.Serve(context, code)));
        app.MapMethods("/map.css", read, (RequestDelegate)Style);
        if (tryIt)
            app.MapTryMap(TimeProvider.System, new RoomMap(loop).Find);
    }

    static async Task Page(HttpContext context, TurnLoop loop, MapLinks links, Handing files, string policy)
    {
        var ct = context.RequestAborted;
        var asked = Language(context.Request);
        try
        {
            var format = (string?)context.Request.Query["as"];
            // Unknown, changed, ended, revoked, for something else: nobody learns which.
            if (links.Read((string?)context.GetRouteValue("token") ?? "", isFile: format is not null) is not { } target || await loop.Looking.FindMap(target.Workshop, ct) is not { } workshop || workshop.LinkEpoch != target.Epoch)
            {
                await Send(context, policy, StatusCodes.Status404NotFound, Frame.Word("page.gone", Speech.Culture(asked)), ct);
                return;
            }
            if (format is not null)
            {
                await Hand(context, policy, files.Formats.Contains(format, StringComparer.OrdinalIgnoreCase) ? files.Write(format, workshop) : null, asked, ct);
                return;
            }
            var culture = Speech.Culture(asked ?? workshop.Frame.Language);
            await Send(context, policy, StatusCodes.Status200OK, new MapHtml(MapTable.Of(workshop, culture), culture, target.Until, Look(context.Request)).Page(), ct);
        }
        catch (StorageUnavailableException)
        {
            context.Response.Headers.RetryAfter = "5";
            await Send(context, policy, StatusCodes.Status503ServiceUnavailable, Frame.Word("page.later", Speech.Culture(asked)), ct);
        }
    }

    internal static async Task Send(HttpContext context, string policy, int status, byte[] page, CancellationToken ct, string type = "text/html; charset=utf-8")
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = page.Length;
        var headers = response.Headers;
        (headers.ContentSecurityPolicy, headers.CacheControl, headers.XContentTypeOptions) = (policy, "private, no-store", "nosniff");
        (headers["Referrer-Policy"], headers["X-Robots-Tag"], headers.Vary) = ("no-referrer", "noindex, nofollow", "Accept-Language");
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(page, ct);
    }

    static async Task Hand(HttpContext context, string policy, ExportedFile? file, string? asked, CancellationToken ct)
    {
        if (file is null)
        {
            await Send(context, policy, StatusCodes.Status404NotFound, Frame.Word("page.gone", Speech.Culture(asked)), ct);
            return;
        }
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = file.Name }.ToString();
        await Send(context, policy, StatusCodes.Status200OK, file.Bytes, ct, file.Type);
    }

    static async Task Style(HttpContext context)
    {
        (context.Response.ContentType, context.Response.ContentLength) = ("text/css; charset=utf-8", Frame.Style.Length);
        (context.Response.Headers.CacheControl, context.Response.Headers.XContentTypeOptions) = ("public, max-age=86400", "nosniff");
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(Frame.Style, context.RequestAborted);
    }

    /// <summary>The language the address asks for, else the first of the browser's that there is; null for none.</summary>
    internal static string? Language(HttpRequest request) =>
        Known(request.Query["lang"]) ?? (MediaLanguages(request).OrderByDescending(language => language.Quality ?? 1).Where(language => language.Quality != 0).Select(language => Known(language.Value.Value)).FirstOrDefault(known => known is not null));

    // A frame that shows the page may wear another look than the browser.
    static string? Look(HttpRequest request) => (string?)request.Query["look"] is ("light" or "dark") and var look ? look : null;

    static IEnumerable<StringWithQualityHeaderValue> MediaLanguages(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var languages) ? languages : [];

    static string? Known(string? tag) => Speech.Languages.FirstOrDefault(known => string.Equals(known, tag?.Split('-')[0], StringComparison.OrdinalIgnoreCase));
}
