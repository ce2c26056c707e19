namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>
/// Cuts the inside of a source into its parts (grammar: "source"). A comma does not cut between two digits, inside parentheses, inside
/// a platform's link token, or inside a link unless a space follows.
/// </summary>
internal static class SourceParts
{
    public static List<string> Cut(string inner)
    {
        var parts = new List<string>();
        var (start, depth, inLink, lastClose) = (0, 0, false, inner.LastIndexOf('>'));
        for (var i = 0; i < inner.Length; i++)
        {
            var c = inner[i];
            depth = Math.Max(0, depth + c switch { '(' => 1, ')' => -1, _ => 0 });
            if (c == '<' && i < lastClose && IsLink(inner.AsSpan(i + 1)))
            {
                var close = inner.IndexOf('>', i);
                depth = Math.Max(0, depth + inner.AsSpan(i, close - i).Count('(') - inner.AsSpan(i, close - i).Count(')'));
                i = close;
            }
            else if (char.IsWhiteSpace(c))
                inLink = false;
            else if (c is 'h' or 'H' && (i == start || char.IsWhiteSpace(inner[i - 1]) || inner[i - 1] == '('))
                inLink = IsLink(inner.AsSpan(i));
            else if (c == ',' && depth == 0 && IsCut(inner, i, inLink))
            {
                Add(inner[start..i]);
                start = i + 1;
                inLink = false;
            }
        }
        Add(inner[start..]);
        return parts;

        void Add(string part)
        {
            if (part.Trim().TrimEnd(',') is { Length: > 0 } text)
                parts.Add(text);
        }
    }

    public static bool IsLink(ReadOnlySpan<char> text)
    {
        var scheme = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        return scheme > 0 && text.Length > scheme && (char.IsLetterOrDigit(text[scheme]) || text[scheme] == '[');
    }

    private static bool IsCut(string inner, int comma, bool inLink)
    {
        if (comma + 1 >= inner.Length || char.IsWhiteSpace(inner[comma + 1]))
            return true;
        return !inLink && !(comma > 0 && char.IsAsciiDigit(inner[comma - 1]) && char.IsAsciiDigit(inner[comma + 1]));
    }
}
