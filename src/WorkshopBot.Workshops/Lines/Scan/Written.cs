using System.Globalization;
using System.Text.RegularExpressions;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>Dates written out: 2026-06-12, 12 June, 12th of June 2026; and the figures-only dates that are refused (grammar: "date").</summary>
internal static partial class Written
{
    public static Parsed<DateOnly> Read(string text, DateOnly today)
    {
        if (Iso.Match(text) is { Success: true } iso)
            return Exact(Figure(iso, "y"), Figure(iso, "m"), Figure(iso, "d"), text);
        if (DayMonth.Match(text) is { Success: true } named)
        {
            var (day, month) = (Figure(named, "d"), Months.Number(named.Groups["m"].Value));
            return named.Groups["y"].Success
                ? Exact(Figure(named, "y"), month, day, Say(day, month, named.Groups["y"].Value))
                : NextSuch(day, month, today);
        }
        return Figures.Match(text) is { Success: true } figures ? Refuse(figures, text) : Parsed<DateOnly>.No;
    }

    private static Parsed<DateOnly> Exact(int year, int month, int day, Arg text) =>
        year >= 1 && IsDay(year, month, day) ? new DateOnly(year, month, day) : NotReal(text);

    /// <summary>The next such day, today included; 29 February waits for a leap year.</summary>
    private static Parsed<DateOnly> NextSuch(int day, int month, DateOnly today)
    {
        if (!IsDay(2000, month, day))
            return NotReal(Say(day, month));
        for (var year = today.Year; year <= 9999; year++)
        {
            if (IsDay(year, month, day) && new DateOnly(year, month, day) is var date && date >= today)
                return date;
        }
        return Nearby.TooFar;
    }

    /// <summary>Day first where that makes a date, else month first: the answer only says what to write.</summary>
    private static Parsed<DateOnly> Refuse(Match figures, string text)
    {
        var (first, second, typed) = (Figure(figures, "a"), Figure(figures, "b"), figures.Groups["y"].Value);
        if (first is 0 || second is 0 || first > 31 || second > 31 || (first > 12 && second > 12))
            return Parsed<DateOnly>.No;
        var year = typed.Length == 2 ? "20" + typed : typed;
        var number = year.Length == 4 && year != "0000" ? Number(year) : 2000;
        var (day, month) = IsDay(number, second, first) ? (first, second) : (second, first);
        return IsDay(number, month, day)
            ? Phrase.Of("date-ambiguous", year.Length == 4 ? Say(day, month, year) : Say(day, month))
            : NotReal(text);
    }

    private static bool IsDay(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static Phrase NotReal(Arg text) => Phrase.Of("date-not-real", text);

    private static Phrase Say(int day, int month) => Phrase.Of("day-month", day, Months.Word(month));

    private static Phrase Say(int day, int month, string year) => Phrase.Of("day-month-year", day, Months.Word(month), year);

    private static int Figure(Match match, string group) => Number(match.Groups[group].Value);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})\z", Plain)]
    private static partial Regex Iso { get; }

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})(\.|st|nd|rd|th)? ?(of )?(?<m>" + Months.Pattern + @")\.?((, ?| )(?<y>[0-9]{4}))?\z", Plain)]
    private static partial Regex DayMonth { get; }

    /// <summary>Not 12.6 and 12-6, which may be a number and a range; year first is day last.</summary>
    [GeneratedRegex(
        @"^((?<a>[0-9]{1,2})/(?<b>[0-9]{1,2})(/(?<y>[0-9]{4}|[0-9]{2}))?" +
        @"|(?<a>[0-9]{1,2})\. ?(?<b>[0-9]{1,2})\.( ?(?<y>[0-9]{4}|[0-9]{2}))?" +
        @"|(?<a>[0-9]{1,2})-(?<b>[0-9]{1,2})-(?<y>[0-9]{4}|[0-9]{2})" +
        @"|(?<y>[0-9]{4})[./](?<b>[0-9]{1,2})[./](?<a>[0-9]{1,2}))\z", Plain)]
    private static partial Regex Figures { get; }
}
