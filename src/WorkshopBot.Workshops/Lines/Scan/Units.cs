using System.Collections.Frozen;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>The words and abbreviations for units of time (grammar: "unit"), each as one of <see cref="Values.Span.Units"/>.</summary>
public static class Units
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["min"] = "minutes", ["mins"] = "minutes", ["minute"] = "minutes", ["minutes"] = "minutes",
        ["h"] = "hours", ["hr"] = "hours", ["hrs"] = "hours", ["hour"] = "hours", ["hours"] = "hours",
        ["d"] = "days", ["day"] = "days", ["days"] = "days",
        ["w"] = "weeks", ["wk"] = "weeks", ["wks"] = "weeks", ["week"] = "weeks", ["weeks"] = "weeks",
        ["mo"] = "months", ["mos"] = "months", ["month"] = "months", ["months"] = "months",
        ["y"] = "years", ["yr"] = "years", ["yrs"] = "years", ["year"] = "years", ["years"] = "years",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The unit the whole text names; null when it names none. "m" is none, since it may be minutes or months.</summary>
    public static string? Of(ReadOnlySpan<char> text) => text.Length is >= 1 and <= 7 ? Words.GetValueOrDefault(text.ToString()) : null;
}
