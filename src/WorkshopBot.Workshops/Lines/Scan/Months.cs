using System.Collections.Frozen;
using System.Text.RegularExpressions;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>The English names of the months, in full and in three or four letters (grammar: "date", "period").</summary>
internal static partial class Months
{
    /// <summary>Any of the names, as part of a pattern that ignores case.</summary>
    public const string Pattern =
        "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static readonly string[] Names =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly FrozenDictionary<string, int> Starts =
        Names.Select((name, index) => (name[..3], index + 1)).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>The month's name, in the reader's language.</summary>
    public static Arg Word(int month) => new Arg.Word($"month.{Names[month - 1].ToLowerInvariant()}", Names[month - 1]);

    /// <summary>The month a text that fits <see cref="Pattern"/> names.</summary>
    public static int Number(string name) => Starts[name[..3]];

    /// <summary>True for "June" and "June 2026" and nothing else.</summary>
    public static bool IsMonthAndYear(ReadOnlySpan<char> text) => text.Length <= 15 && MonthAndYear.IsMatch(text);

    [GeneratedRegex("^" + Pattern + @"\.?(?: [0-9]{4})?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndYear { get; }
}
