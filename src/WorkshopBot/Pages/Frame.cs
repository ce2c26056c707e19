using System.Globalization;
using System.Security.Cryptography;
using WorkshopBot.Turns;

namespace WorkshopBot.Pages;

/// <summary>What all pages have around them: the head, and the page that says there is nothing here, which never says why.</summary>
static class Frame
{
    /// <summary>The style sheet, and a name that changes with it.</summary>
    public static readonly byte[] Style = Load();

    static readonly string StyleName = Convert.ToHexStringLower(SHA256.HashData(Style))[..8];

    /// <summary>Writes all up to the body; <paramref name="up"/> leads to where the style is, from most pages one folder up; <paramref name="look"/> is light or dark, else the browser's.</summary>
    public static void Head(Html html, string title, CultureInfo culture, string up = "../", string? look = null) =>
        html.Open("html", look is null ? [("lang", culture.Name)] : [("lang", culture.Name), ("data-look", look)]).Open("head").Open("meta", ("charset", "utf-8")).Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Open("meta", ("name", "robots"), ("content", "noindex, nofollow")).Open("meta", ("name", "color-scheme"), ("content", "light dark"))
            .Element("title", title).Open("link", ("rel", "stylesheet"), ("href", $"{up}map.css?v={StyleName}")).Close("head");

    /// <summary>A page of a heading and a sentence.</summary>
    public static byte[] Word(string code, CultureInfo culture)
    {
        var html = new Html();
        Head(html, Wording.Own(code, culture), culture);
        return html.Open("body").Open("main", ("class", "word")).Element("h1", Wording.Own(code, culture)).Element("p", Wording.Own($"{code}.why", culture)).Close("main").Close("body").Close("html").Bytes();
    }

    static byte[] Load()
    {
        using var stream = typeof(Frame).Assembly.GetManifestResourceStream("map.css")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
