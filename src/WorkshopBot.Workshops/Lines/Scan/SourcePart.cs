using System.Buffers;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>What one part of a source is (grammar: "source").</summary>
internal static class SourcePart
{
    /// <summary>Longer parts are prose that happens to hold a level word: "(the survey takes 20 minutes)".</summary>
    private const int WordsOfALevel = 4;

    private static readonly SearchValues<char> NotInLinks = SearchValues.Create(" \u0085\u00A0\u2028\u2029<>|\"");

    /// <summary>The sample size of n=2140; null for anything else, and for sizes that are not whole.</summary>
    public static decimal? SampleSize(string part)
    {
        var rest = part.AsSpan(1).TrimStart();
        return part[0] is 'n' or 'N' && rest.StartsWith('=') && Num.Read(rest[1..]) is { Ok: true, Value: >= 0 and var size } && size == decimal.Truncate(size)
            ? decimal.Truncate(size)
            : null;
    }

    /// <summary>The address of "link https://…", of a bare one, or of a platform's token (&lt;url|label&gt;); null for anything else.</summary>
    public static string? Link(string part)
    {
        var text = part.AsSpan();
        if (text.StartsWith("link", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[4] is ' ' or ':')
            text = text[5..].TrimStart();
        if (text is ['<', .. var token, '>'])
            text = token.IndexOf('|') is var bar and >= 0 ? token[..bar] : token;
        return SourceParts.IsLink(text) && !text.ContainsAny(NotInLinks) && !text.ContainsAnyInRange('\0', '\x1F') ? text.ToString() : null;
    }

    /// <summary>True when this part alone makes a parenthesis a source; "may" and "march" in small letters are words.</summary>
    public static bool MakesSource(string part) =>
        SampleSize(part) is not null
        || (PeriodText.Read(part) is not null && part is not ("may" or "march"))
        || Link(part) is not null
        || (part.AsSpan().Count(' ') < WordsOfALevel && LevelWords.Strongest(part) is not null);
}
