using System.Globalization;
using WorkshopBot.Workshops.Schedule;

namespace WorkshopBot.Workshops.Words;

/// <summary>Makes text of phrases, in a language that is always named and never ambient.</summary>
public static class Speech
{
    internal static readonly Phrasebook Texts = new("WorkshopBot.Workshops.Words.Texts", typeof(Speech).Assembly);

    /// <summary>The languages there are texts for, the first is the fallback.</summary>
    public static readonly string[] Languages = ["en", "de"];

    /// <summary>The one of <see cref="Languages"/> a tag names, as "de" for "de-AT"; null where there are no texts for it.</summary>
    public static string? Tag(string? tag)
    {
        foreach (var known in Languages)
            if (tag is not null && tag.StartsWith(known, StringComparison.OrdinalIgnoreCase) && (tag.Length == known.Length || tag[known.Length] == '-')) return known;
        return null;
    }

    /// <summary>The culture of a language tag; the first language where there are no texts for it.</summary>
    public static CultureInfo Culture(string? tag) => CultureInfo.GetCultureInfo(Tag(tag) ?? Languages[0]);

    /// <summary>The text of a phrase for one reader; without their zone, moments are said in the one they were named in.</summary>
    public static string Say(Phrase phrase, CultureInfo culture, Zone? zone = null)
    {
        var format = Texts.Text(phrase.Code, culture);
        return phrase.Args.Length == 0 ? format : string.Format(culture, format, [.. phrase.Args.Select(arg => (object)Say(arg, culture, zone))]);
    }

    public static string Say(Arg arg, CultureInfo culture, Zone? zone = null) => arg switch
    {
        Arg.Text text => text.Value,
        Arg.Number number => number.Value.ToString("#,0.############", culture),
        Arg.Date date => date.Value.ToString(Dates(culture), culture),
        Arg.Moment moment => Say(Spoken(moment.At, zone ?? Zone.Of(moment.Zone), culture), culture),
        Arg.Word word => Texts.Find(word.Key, culture) ?? (Pseudo.Is(culture) ? Pseudo.Of(word.English) : word.English),
        Arg.Inner inner => Say(inner.Value, culture, zone),
        // Phrases hold commas of their own.
        Arg.Several several => string.Join(several.Values.Any(value => value is Arg.Inner) ? "; " : ", ", several.Values.Select(value => Say(value, culture, zone))),
        _ => throw new InvalidOperationException($"Unknown argument {arg.GetType().Name}."),
    };

    // With the day of the week, since that is what people plan by.
    private static Phrase Spoken(DateTimeOffset at, Zone zone, CultureInfo culture)
    {
        var local = zone.Local(at);
        var (day, name) = (culture.DateTimeFormat.GetDayName(local.DayOfWeek), zone.NameAt(at));
        if (Pseudo.Is(culture)) (day, name) = (Pseudo.Of(day), Pseudo.Of(name));
        return Phrase.Of("moment", day, DateOnly.FromDateTime(local), local.ToString("HH:mm", culture), name);
    }

    // A pattern, and no text: .NET's own patterns for a language name the weekday or write figures only.
    private static string Dates(CultureInfo culture) => Pseudo.Is(culture) ? "yyyy-MM-dd" : Texts.Text("date", culture);
}
