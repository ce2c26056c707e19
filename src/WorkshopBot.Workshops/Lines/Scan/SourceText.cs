using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>How we know, as typed (grammar: "source"): (n=2140, May, web analytics), last in the line.</summary>
public static class SourceText
{
    /// <summary>Takes the source off the end of a tidied line; null, with the line as the rest, when its last parenthesis is ordinary text or there is none.</summary>
    public static Source? Split(string line, out string rest)
    {
        var text = line.TrimEnd();
        rest = line;
        var open = Parentheses.Opening(text);
        if (open < 0 || IsPartOfLink(text.AsSpan(0, open)))
            return null;
        var parts = SourceParts.Cut(text[(open + 1)..^1]);
        if (!parts.Exists(SourcePart.MakesSource))
            return null;
        rest = text[..open].TrimEnd();
        return Gather(parts);
    }

    /// <summary>The content of a form field, with or without its parentheses; whatever it is becomes a source.</summary>
    public static Source Read(string inner)
    {
        var text = Tidy.Value(inner);
        if (Parentheses.Opening(text) == 0)
            text = text[1..^1];
        return Gather(SourceParts.Cut(Parentheses.Mend(text.Trim())));
    }

    /// <summary>
    /// The source as it is typed, or nothing for an empty one. <see cref="Read"/> gives it back; so does <see cref="Split"/>, except
    /// where neither n, period, link nor a short part with a level word is in it, which a line cannot tell from ordinary text.
    /// </summary>
    public static string Show(Source source)
    {
        var implied = source.Text is null ? null : LevelWords.Strongest(source.Text);
        string?[] parts =
        [
            source.N is { } size ? "n=" + Num.Show(size) : null,
            source.Period,
            source.Text,
            source.Level == implied ? null : source.Level,
            source.Link,
        ];
        var shown = string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
        return shown.Length == 0 ? "" : $"({Parentheses.Mend(Tidy.Value(shown))})";
    }

    /// <summary>The first n and the first period count, and the last link; the others stay in the text.</summary>
    private static Source Gather(List<string> parts)
    {
        decimal? size = null;
        string? period = null;
        var link = parts.FindLastIndex(part => SourcePart.Link(part) is not null);
        var texts = new List<string>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (size is null && SourcePart.SampleSize(parts[i]) is { } n)
                size = n;
            else if (period is null && PeriodText.Read(parts[i]) is { } time)
                period = time;
            else if (i != link)
                texts.Add(parts[i]);
        }
        var text = texts.Count == 0 ? null : string.Join(", ", texts);
        return new(text, text is null ? null : LevelWords.Strongest(text), period, size, link < 0 ? null : SourcePart.Link(parts[link]));
    }

    private static bool IsPartOfLink(ReadOnlySpan<char> before) => before[(before.LastIndexOf(' ') + 1)..].Contains("://", StringComparison.Ordinal);
}
