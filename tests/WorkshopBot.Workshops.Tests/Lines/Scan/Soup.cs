using FsCheck;
using FsCheck.Fluent;

namespace WorkshopBot.Workshops.Tests.Lines.Scan;

/// <summary>Text nobody would type and text that almost is a value, for properties.</summary>
internal static class Soup
{
    private static readonly string[] Atoms =
    [
        "0", "1", "2", "12", "31", "125", "000", "2140", "2026", ".", ",", "'", "’", " ", " ", "-", "–", "—", "−", "/", "%", "€", "$", "EUR", "eur", "per", "person",
        "once", "days", "min", "h", "to", "in", "on", "next", "Friday", "June", "may", "Q2", "n=", "n = ", "(", ")", "(", ")", ", ", "https://", "http://x.y/a,b", "<https://a.b|c d>",
        "<", ">", "|", ":", "link ", "survey", "web analytics", "guess", "th", "2025", "\n", "\r\n", "\t", "\u2028", "\u00A0", "\u200B", "\uFEFF", "\u202E", "\u2066", "\u200D",
        "\uD83D", "\uDE00", "😀", "👩‍👩‍👧", "\uFFFE", "\uFFFF", "\0", "é", "e\u0301", "ß", "İ", "ı", "ﷺ", "½", "٣", "３", "שלום", "مرحبا", "→", "=>", "–>", "- ", "• ", "1. ", "[ ] ", "｜", "：",
    ];

    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.Elements(Atoms).ArrayOf().Select(string.Concat),
        Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf().Select(chars => new string(chars)));

    /// <summary>Whole numbers and fractions of the sizes people type.</summary>
    public static Gen<decimal> Number { get; } =
        from digits in Gen.Choose(0, 99_999_999)
        from scale in Gen.Choose(0, 5)
        select new decimal(digits, 0, 0, false, (byte)scale);

    public static Gen<DateOnly> Date { get; } = Gen.Choose(new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2060, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    public static void Holds<T>(Gen<T> values, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(values.ToArbitrary(), property));
}
