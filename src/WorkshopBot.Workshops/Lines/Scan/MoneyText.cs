using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>Amounts of money and what they are paid per (grammar: "money", "per"): 2.00 EUR per person, €5 per month, 1 200 $ once.</summary>
public static class MoneyText
{
    /// <summary>What a cost may be paid per.</summary>
    public static readonly string[] Pers = ["person", "contact", "month", "year", "once"];

    public static Parsed<Cost> Read(string text)
    {
        var span = text.AsSpan().Trim();
        var per = CutPer(ref span);
        var number = Amount(span, out var currency);
        if (currency is null || number is { Ok: false, Fault: null })
            return Parsed<Cost>.No;
        return number.Fault is { } fault ? fault
            : number.Value < 0 ? Phrase.Of("money-negative", number.Value)
            : new Cost(number.Value, currency, per);
    }

    /// <summary>Takes "per month" (or "once", which English says without "per") off the end.</summary>
    private static string? CutPer(ref ReadOnlySpan<char> text)
    {
        var last = LastWord(text);
        foreach (var per in Pers)
        {
            if (!last.Equals(per, StringComparison.OrdinalIgnoreCase))
                continue;
            var before = text[..^last.Length].TrimEnd();
            var hasPer = LastWord(before).Equals("per", StringComparison.OrdinalIgnoreCase);
            if (!hasPer && per != "once")
                return null;
            text = hasPer ? before[..^3].TrimEnd() : before;
            return per;
        }
        return null;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOf(' ') + 1)..];

    private static Parsed<decimal> Amount(ReadOnlySpan<char> text, out string? currency)
    {
        var minus = text.Length > 0 && text[0] is '-' or '−';
        var sign = text[(minus ? 1 : 0)..];
        currency = sign.Length > 1 ? Currencies.OfSign(sign[0]) : null;
        if (currency is not null)
        {
            var after = Num.Read(sign[1..]);
            return minus && after.Ok ? -after.Value : after;
        }

        var number = Num.Prefix(text, out var length);
        var unit = text[length..].TrimStart();
        currency = unit.Length == 1 ? Currencies.OfSign(unit[0]) : Currencies.OfCode(unit);
        return number;
    }
}
