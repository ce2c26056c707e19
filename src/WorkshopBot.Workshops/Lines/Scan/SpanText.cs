using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>Durations (grammar: "span"): 3 days is typical, 2-4 weeks shortest and longest, 2/6/21 days all three.</summary>
public static class SpanText
{
    /// <summary>The source is read elsewhere (<see cref="SourceText"/>) and handed in.</summary>
    public static Parsed<Span> Read(string text, Source? source = null)
    {
        var rest = text.AsSpan().Trim();
        var numbers = new List<Parsed<decimal>>(3);
        var fits = Take(ref rest, numbers);
        if (fits && CutSlash(ref rest))
            fits = Take(ref rest, numbers) && CutSlash(ref rest) && Take(ref rest, numbers);
        else if (fits && CutDash(ref rest))
            fits = Take(ref rest, numbers);
        return fits && Units.Of(rest) is { } unit ? Judge(numbers, unit, source) : Parsed<Span>.No;
    }

    private static Parsed<Span> Judge(List<Parsed<decimal>> numbers, string unit, Source? source)
    {
        foreach (var number in numbers)
        {
            if (number.Fault is { } fault)
                return fault;
            if (number.Value < 0)
                return Phrase.Of("span-negative", number.Value);
        }
        decimal[] values = [.. numbers.Select(number => number.Value)];
        decimal[] sorted = [.. values.Order()];
        return values.AsSpan().SequenceEqual(sorted)
            ? values switch
            {
                [var typical] => new Span(null, typical, null, unit, source),
                [var min, var max] => new Span(min, null, max, unit, source),
                _ => new Span(values[0], values[1], values[2], unit, source),
            }
            : sorted.Length == 2
                ? Phrase.Of("span-order", sorted[0], sorted[1])
                : Phrase.Of("span-order-three", sorted[0], sorted[1], sorted[2]);
    }

    private static bool Take(ref ReadOnlySpan<char> rest, List<Parsed<decimal>> numbers)
    {
        numbers.Add(Num.Prefix(rest, out var length));
        rest = rest[length..].TrimStart();
        return length > 0;
    }

    private static bool CutSlash(ref ReadOnlySpan<char> rest) => Cut(ref rest, "/");

    private static bool CutDash(ref ReadOnlySpan<char> rest) => Cut(ref rest, "-") || Cut(ref rest, "–") || Cut(ref rest, "‐") || Cut(ref rest, "to");

    private static bool Cut(ref ReadOnlySpan<char> rest, string mark)
    {
        if (!rest.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            return false;
        rest = rest[mark.Length..].TrimStart();
        return true;
    }
}
