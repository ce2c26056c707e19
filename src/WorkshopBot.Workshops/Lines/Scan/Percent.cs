using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>Percentages, 31 % as 31 (grammar: "pct"); outside 0 to 100 they are refused at entry (settled: "Cost and conversion", L19).</summary>
public static class Percent
{
    public static Parsed<decimal> Read(string text)
    {
        var span = text.AsSpan().Trim();
        if (!span.EndsWith('%'))
            return Parsed<decimal>.No;
        var number = Num.Read(span[..^1]);
        return number is { Ok: true, Value: < 0 or > 100 } ? Phrase.Of("percent-range", number.Value) : number;
    }
}
