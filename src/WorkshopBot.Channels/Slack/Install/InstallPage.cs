using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>What somebody who installs the app reads in the browser: a heading, a sentence, and what to press next. Nothing runs in it, and everything in it is encoded.</summary>
static class InstallPage
{
    const string Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <param name="context">Where it goes.</param>
    /// <param name="status">HTTP's.</param>
    /// <param name="code">Name of the heading; the sentence is called the same, with <c>.says</c> behind.</param>
    /// <param name="next">Where to go from there, and the name of its words.</param>
    /// <param name="languages">Languages there are texts for.</param>
    /// <param name="args">What the words speak of.</param>
    public static Task Send(HttpContext context, int status, string code, (string Href, string Code) next, IReadOnlyList<string> languages, params string[] args)
    {
        var language = Language(context.Request, languages);
        var title = Encode(Speech.Say(code, language, args));
        var html = $"""
            <!doctype html>
            <html lang="{Encode(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><title>{title}</title></head>
            <body><main><h1>{title}</h1><p>{Encode(Speech.Say(code + ".says", language, args))}</p><p><a href="{Encode(next.Href)}">{Encode(Speech.Say(next.Code, language))}</a></p></main></body></html>

            """;
        var response = context.Response;
        Close(response);
        (response.StatusCode, response.ContentType) = (status, "text/html; charset=utf-8");
        (response.Headers.ContentSecurityPolicy, response.Headers.XContentTypeOptions) = (Policy, "nosniff");
        return response.WriteAsync(html, Encoding.UTF8, context.RequestAborted);
    }

    /// <summary>Nobody keeps what comes back, or learns where it came from.</summary>
    public static void Close(HttpResponse response) => (response.Headers.CacheControl, response.Headers["Referrer-Policy"]) = ("no-store", "no-referrer");

    static string Language(HttpRequest request, IReadOnlyList<string> languages) =>
        (StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var asked) ? asked : [])
            .OrderByDescending(one => one.Quality ?? 1).Where(one => one.Quality != 0)
            .Select(one => languages.FirstOrDefault(known => string.Equals(known, one.Value.Value?.Split('-')[0], StringComparison.OrdinalIgnoreCase))).FirstOrDefault(known => known is not null) ?? "en";

    static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
