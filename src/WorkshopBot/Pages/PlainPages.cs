using System.Globalization;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Pages;

/// <summary>The pages a chat asks for before it installs a bot: what this is, what it keeps, on what terms. Whoever operates it may name pages of their own instead.</summary>
static class PlainPages
{
    /// <summary>Their paths, and the names of their words.</summary>
    public static readonly string[] All = ["about", "privacy", "terms"];

    public static Task Serve(HttpContext context, string code) =>
        MapPages.Send(context, MapPages.Policy + "'none'", StatusCodes.Status200OK, Page(code, Speech.Culture(MapPages.Language(context.Request))), context.RequestAborted);

    // A line of the words is a paragraph; one that begins with # is a heading.
    static byte[] Page(string code, CultureInfo culture)
    {
        var (html, title) = (new Html(), Wording.Own($"plain.{code}", culture));
        Frame.Head(html, title, culture, up: "");
        html.Open("body").Open("main", ("class", "plain")).Element("h1", title);
        foreach (var line in Wording.Own($"plain.{code}.says", culture).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            html.Element(line[0] == '#' ? "h2" : "p", line.TrimStart('#', ' '));
        html.Open("p", ("class", "languages"));
        foreach (var tag in Speech.Languages)
            html.Element("a", Speech.Culture(tag).NativeName, ("href", $"{code}?lang={tag}"), ("lang", tag), ("hreflang", tag)).Space();
        return html.Close("p").Close("main").Close("body").Close("html").Bytes();
    }
}
