namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>Cuts what makes a line an item of a list (grammar: "list marks"): a bullet or a number, and then a check box.</summary>
internal static class ListMark
{
    private const string Bullets = "-–—•*·◦▪‣";

    public static string Cut(string line)
    {
        var text = line.AsSpan();
        var rest = CutBox(CutNumber(CutBullet(text), text));
        return rest.Length == line.Length ? line : rest.ToString();
    }

    /// <summary>A bullet with nothing behind it says nothing, so the line is empty.</summary>
    private static ReadOnlySpan<char> CutBullet(ReadOnlySpan<char> text) =>
        text.Length == 0 || !Bullets.Contains(text[0], StringComparison.Ordinal) ? text
            : text.Length == 1 ? []
            : text[1] == ' ' ? text[2..] : text;

    /// <summary>"12. June" is a day, not the twelfth item; a line has one mark, so a number behind a bullet stays.</summary>
    private static ReadOnlySpan<char> CutNumber(ReadOnlySpan<char> text, ReadOnlySpan<char> line)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        var isMark = text.Length == line.Length && digits is >= 1 and <= 3 && text.Length > digits + 2 && text[digits] is '.' or ')' && text[digits + 1] == ' ';
        return isMark && !(text[digits] == '.' && Months.IsMonthAndYear(text[(digits + 2)..])) ? text[(digits + 2)..] : text;
    }

    private static ReadOnlySpan<char> CutBox(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] == '[' && text[1] is ' ' or 'x' or 'X' && text[2] == ']' && (text.Length == 3 || text[3] == ' ')
            ? text[3..].TrimStart(' ')
            : text;
}
