using System.Globalization;
using System.Text;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>Makes typed text even before it is read (grammar: "message"): NFKC, one kind of arrow and space, no invisible marks.</summary>
public static class Tidy
{
    /// <summary>One value of a form: everything <see cref="Line"/> does, except that "12. June" and "- x" keep their first mark.</summary>
    public static string Value(string raw)
    {
        var safe = Raw.Safe(raw);
        return Even(Ascii.IsValid(safe) ? safe : safe.Normalize(NormalizationForm.FormKC));
    }

    /// <summary>One line of a message, without its list mark; empty when nothing is left.</summary>
    public static string Line(string raw) => ListMark.Cut(Value(raw));

    /// <summary>The lines of a message that hold something, each with its number as typed.</summary>
    public static IReadOnlyList<TidyLine> Lines(string message)
    {
        var lines = new List<TidyLine>();
        var number = 0;
        foreach (var raw in message.AsSpan().EnumerateLines())
        {
            number++;
            var text = Line(raw.ToString());
            if (text.Length > 0)
                lines.Add(new(number, text));
        }
        return lines;
    }

    /// <summary>How many characters a reader sees, which is what limits count (settled: "Limits").</summary>
    public static int Graphemes(string text)
    {
        var count = 0;
        for (var rest = text.AsSpan(); rest.Length > 0; count++)
            rest = rest[StringInfo.GetNextTextElementLength(rest)..];
        return count;
    }

    /// <summary>Text as names are compared by: ß is ss, ς is σ, every i of Turkish is i, what nobody sees is left out, accents count.</summary>
    public static string Fold(string name) => NameFold.Of(name);

    /// <summary>The beginning of a text, without half of a character at its end.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static string Even(string text)
    {
        var even = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (even.Length > 0 && even[^1] != ' ')
                    even.Append(' ');
            }
            else if (c == '→')
                AppendArrow(even);
            else if (Shaft(text, i) is var shaft and > 0)
            {
                if (i + shaft < text.Length && text[i + shaft] == '>')
                    AppendArrow(even);
                else
                    even.Append(text, i, shaft--);
                i += shaft;
            }
            else
                even.Append(c);
        }
        return even.ToString().TrimEnd(' ');
    }

    private static void AppendArrow(StringBuilder even)
    {
        while (even.Length > 0 && IsDash(even[^1]))
            even.Length--;
        even.Append("->");
    }

    /// <summary>The length of the dashes, or of the equal signs, at this place, which a ">" behind them makes an arrow.</summary>
    private static int Shaft(string text, int start)
    {
        var end = start;
        while (end < text.Length && (text[start] == '=' ? text[end] == '=' : IsDash(text[end])))
            end++;
        return end - start;
    }

    private static bool IsDash(char c) => c is '-' or '–' or '—';
}
