using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>Dates counted from today: weekdays and "in 3 months" (grammar: "date").</summary>
internal static class Nearby
{
    public static Phrase TooFar => Phrase.Of("date-too-far");

    /// <summary>The weekday a name or its usual abbreviation stands for.</summary>
    public static DayOfWeek? Weekday(string word)
    {
        for (var day = DayOfWeek.Sunday; day <= DayOfWeek.Saturday; day++)
        {
            var name = day.ToString();
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase) || word.Equals(name[..3], StringComparison.OrdinalIgnoreCase))
                return day;
        }
        return word.ToUpperInvariant() switch
        {
            "TUES" => DayOfWeek.Tuesday,
            "WEDS" => DayOfWeek.Wednesday,
            "THUR" or "THURS" => DayOfWeek.Thursday,
            _ => null,
        };
    }

    /// <summary>The next such day, never today.</summary>
    public static Parsed<DateOnly> NextWeekday(DateOnly today, DayOfWeek day) => Days(today, (day - today.DayOfWeek + 6) % 7 + 1);

    public static Parsed<DateOnly> Days(DateOnly today, int days) =>
        today.DayNumber + days <= DateOnly.MaxValue.DayNumber ? today.AddDays(days) : TooFar;

    /// <summary>A number and a unit from today; months and years end where a shorter month does.</summary>
    public static Parsed<DateOnly> In(string amount, DateOnly today)
    {
        var number = Num.Prefix(amount, out var length);
        if (length == 0 || Units.Of(amount.AsSpan(length).Trim()) is not { } unit)
            return Parsed<DateOnly>.No;
        if (unit is "minutes" or "hours")
            return Phrase.Of("date-unit");
        if (number.Ok && (number.Value < 0 || number.Value != decimal.Truncate(number.Value)))
            return Phrase.Of("date-whole-number");
        if (!number.Ok || number.Value > 100 * 366)
            return TooFar;
        var count = (int)number.Value;
        return unit switch
        {
            "days" => Days(today, count),
            "weeks" => Days(today, count * 7),
            "months" => Add(today, count),
            _ => Add(today, count * 12),
        };
    }

    private static Parsed<DateOnly> Add(DateOnly today, int months) =>
        today.Year * 12 + today.Month + months <= 9999 * 12 + 12 ? today.AddMonths(months) : TooFar;
}
