using System.Globalization;
using System.Text;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>
/// Numbers as people of several countries type them (grammar: "num"). A mark stands for groups only between a first group of one to
/// three digits that is not zero and exactly three digits, and is the same throughout; any other "." or "," is the decimal mark.
/// </summary>
public static class Num
{
    /// <summary>The whole text as a number; a leading minus is read, so that callers can refuse it.</summary>
    public static Parsed<decimal> Read(string text) => Read(text.AsSpan());

    public static Parsed<decimal> Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var number = Prefix(text, out var length);
        return length == text.Length ? number : Parsed<decimal>.No;
    }

    /// <summary>The number the text begins with, and how long it is; length 0 when there is none.</summary>
    public static Parsed<decimal> Prefix(ReadOnlySpan<char> text, out int length)
    {
        var start = text.Length > 0 && text[0] is '-' or '−' ? 1 : 0;
        var end = start + Digits(text[start..]);
        length = 0;
        if (end == start)
            return Parsed<decimal>.No;

        var plain = new StringBuilder().Append(start == 1 ? "-" : "").Append(text[start..end]);
        var group = '\0';
        if (end - start <= 3 && text[start..end].ContainsAnyExcept('0'))
        {
            while (end < text.Length && Mark(text[end]) is var mark and not '\0' && (group is '\0' || group == mark) && Digits(text[(end + 1)..]) == 3)
            {
                group = mark;
                plain.Append(text.Slice(end + 1, 3));
                end += 4;
            }
        }

        if (end < text.Length && text[end] is '.' or ',' && text[end] != group && Digits(text[(end + 1)..]) is var decimals and > 0)
        {
            plain.Append('.').Append(text.Slice(end + 1, decimals));
            end += 1 + decimals;
        }

        length = end;
        return decimal.TryParse(plain.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value == 0 ? 0m : value
            : Phrase.Of("number-too-large");
    }

    /// <summary>The number as English types it, written so that <see cref="Read(string)"/> gives it back: 1.125 becomes 1.1250, since 1.125 is 1125.</summary>
    public static string Show(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (text.Contains('.', StringComparison.Ordinal))
            text = text.TrimEnd('0').TrimEnd('.');
        return Read(text) is { Ok: true, Value: var back } && back == number ? text : text + "0";
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    /// <summary>The group mark a character stands for, one for all its typographic kinds.</summary>
    private static char Mark(char c) => c switch
    {
        ' ' or '\u00A0' or '\u2009' or '\u202F' => ' ',
        '\'' or '’' => '\'',
        '.' or ',' => c,
        _ => '\0',
    };
}
