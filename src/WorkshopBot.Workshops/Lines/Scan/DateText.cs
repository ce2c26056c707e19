using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>
/// Dates (grammar: "date"), read from the typist's own day: 2026-06-12, 12 June, Friday, in 3 months, today, tomorrow. A date that
/// means two days in two countries (12/6) is refused with what to write instead.
/// </summary>
public static class DateText
{
    private const int LongestDate = 60, Years = 100;

    public static Parsed<DateOnly> Read(string text, DateOnly today)
    {
        var words = text.Length <= LongestDate ? text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];
        if (words is [var on, _, ..] && Is(on, "on"))
            words = words[1..];
        var date = words switch
        {
            [var word] when Is(word, "today") => today,
            [var word] when Is(word, "tomorrow") => Nearby.Days(today, 1),
            [var word] when Nearby.Weekday(word) is { } day => Nearby.NextWeekday(today, day),
            [var next, var word] when Is(next, "next") && Nearby.Weekday(word) is { } day => Nearby.NextWeekday(today, day),
            [var preposition, .. var amount] when Is(preposition, "in") => Nearby.In(string.Join(' ', amount), today),
            _ => Written.Read(string.Join(' ', words), today),
        };
        return date.Ok && IsTooFar(date.Value, today) ? Nearby.TooFar : date;
    }

    private static bool IsTooFar(DateOnly date, DateOnly today)
    {
        var (early, late) = date < today ? (date, today) : (today, date);
        var years = late.Year - early.Year;
        return years > Years || years == Years && (late.Month, late.Day).CompareTo((early.Month, early.Day)) > 0;
    }

    private static bool Is(string word, string expected) => word.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
