using System.Globalization;
using System.Text;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>The first pass over typed text: what is left is one line that can be normalised without fear.</summary>
internal static class Raw
{
    /// <summary>Combining marks in a row before a joiner is put in (UAX 15, "Stream-Safe Text Format"); without it normalising is quadratic.</summary>
    private const int MarksInARow = 30;

    private const char Joiner = '\u034F', Replacement = '\uFFFD';

    public static string Safe(string raw)
    {
        var safe = new StringBuilder(raw.Length);
        var marks = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c is '\t' or '\v' or '\f' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029')
                safe.Append(' ');
            else if (char.IsControl(c) || IsInvisible(c))
                continue;
            else if (char.IsSurrogate(c) && !(i + 1 < raw.Length && char.IsSurrogatePair(c, raw[i + 1])) || c is '\uFFFE' or '\uFFFF')
                safe.Append(Replacement);
            else
            {
                if (IsFraction(c) && safe.Length > 0 && char.IsAsciiDigit(safe[^1]))
                    safe.Append(' ');
                var mark = IsMark(raw, i);
                if (mark && marks++ == MarksInARow)
                {
                    safe.Append(Joiner);
                    marks = 1;
                }
                safe.Append(c);
                if (char.IsHighSurrogate(c))
                    safe.Append(raw[++i]);
                if (mark)
                    continue;
            }
            marks = 0;
        }
        return safe.ToString();
    }

    /// <summary>Zero-width space, byte order mark, and what turns the reading direction of the text behind it. Joiners and variation selectors stay.</summary>
    private static bool IsInvisible(char c) => c is '\u200B' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>NFKC would make 11/2 of 1½.</summary>
    private static bool IsFraction(char c) => c is (>= '\u00BC' and <= '\u00BE') or (>= '\u2150' and <= '\u215F') or '\u2189';

    private static bool IsMark(string text, int index) =>
        text[index] >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
