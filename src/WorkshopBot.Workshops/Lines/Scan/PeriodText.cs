using System.Text;
using System.Text.RegularExpressions;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>Periods a source speaks of (grammar: "period"): May, May 2026, Q2 2026, 2025, Jan-Mar, 2026-04-01 to 2026-06-30.</summary>
public static partial class PeriodText
{
    private const int LongestPeriod = 48;

    /// <summary>The period as written, with plain hyphens, single spaces and capitals; null when the text is none.</summary>
    public static string? Read(string text)
    {
        if (text.Length > LongestPeriod)
            return null;
        var plain = string.Join(' ', text.Replace('–', '-').Replace('—', '-').Replace('‐', '-').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // What is stored is read again by people of any language, so the months of each are understood; as they were written.
        return Period.IsMatch(plain) ? Capitals(plain) : Period.IsMatch(Tongue.Every.Plain(plain)) ? plain : null;
    }

    private static string Capitals(string period)
    {
        var text = new StringBuilder(period);
        for (var i = 0; i < text.Length; i++)
        {
            var startsWord = char.IsAsciiLetterLower(text[i]) && (i == 0 || text[i - 1] is ' ' or '-');
            if (startsWord && period.AsSpan(i) is not (['t', 'o', ' ', ..] or ['o', 'f', ' ', ..]))
                text[i] = char.ToUpperInvariant(text[i]);
        }
        return text.ToString();
    }

    private const string Year = "(?:19|20)[0-9]{2}";
    private const string Date = "(?:0[1-9]|[12][0-9]|3[01])";
    private const string Day = @"(?:0?[1-9]|[12][0-9]|3[01])(?:\.|st|nd|rd|th)?";
    private const string Month = Months.Pattern + @"\.?";
    private const string DayMonth = Day + " (?:of )?" + Month;
    private const string Single = "(?:" + Month + "(?: " + Year + ")?|Q[1-4](?:[ /-]" + Year + ")?|" + Year + "[ -]?Q[1-4]|" + Year + "-(?:0[1-9]|1[0-2])|" + Year + ")";
    private const string End = "(?:" + Single + "|" + Year + "-(?:0[1-9]|1[0-2])-" + Date + "|" + DayMonth + "(?: " + Year + ")?)";
    private const string To = "(?: ?- ?| to )";

    [GeneratedRegex("^(?:" + Single + "|" + End + To + End + "|" + Day + To + DayMonth + "(?: " + Year + @")?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Period { get; }
}
