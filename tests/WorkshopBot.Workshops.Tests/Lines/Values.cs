using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;

namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>A value of a field: as somebody types it, and as it must then be stored (JSON).</summary>
internal sealed record Given(string Typed, string Stored);

/// <summary>Values for every shape a field can have, made without the code that reads them.</summary>
internal static class GivenValues
{
    private static readonly string[] Words =
    [
        "compare", "the", "price", "of", "two", "bikes", "before", "Friday", "Größe", "wählen", "Maße", "比較する", "値段", "שלום", "👩‍👩‍👧", "e-bike", "24/7", "3", "50%", "(really)", "\"quoted\"", "it's", "a+b", "C#", "for",
        "by", "via", "->", "&", "<b>", "{0}", "why:", "1.5", "x@y", "who?", "S2", "T99", "next", "undo",
    ];

    private static readonly string[] Currencies = ["EUR", "USD", "GBP", "CHF"];

    /// <summary>Three words or more, the first an ordinary one, so that it is neither a value of another shape nor a label.</summary>
    public static Gen<string> Text { get; } =
        from first in Gen.Elements("Ordinary", "größere", "比較", "מחיר")
        from more in Gen.Elements(Words).ArrayOf(4)
        from last in Gen.Elements("words", "Kosten", "📏")
        select string.Join(' ', [first, "and", .. more, last]);

    public static Gen<decimal> Number(int most = 100_000) => from n in Gen.Choose(0, most) from scale in Gen.Elements(1, 10, 100) select (decimal)n / scale;

    public static Gen<Given> Of(Field field, string letters) => field.Shape switch
    {
        "text" when field.Id == "unit" => Gen.Elements("%", "Tage", "bikes a day").Select(text => new Given(text, Quoted(text))),
        "text" or "texts" => Text.Select(text => new Given(text, Quoted(text))),
        "choice" => Gen.Elements(field.Choices.ToArray()).SelectMany(choice => Gen.Elements([choice.Id, choice.English, choice.English.ToUpperInvariant(), .. choice.Also]).Select(typed => new Given(typed, Quoted(choice.Id)))),
        "number" when field.Unit?.StartsWith("1-", StringComparison.Ordinal) == true => Gen.Choose(1, 5).Select(score => new Given($"{score}", $"{score}")),
        "number" => Number(100).Select(n => new Given(Num.Show(n), Plain(n))),
        "percent" => from n in Number(100) from sign in Gen.Elements("", "%", " %") select new Given(Num.Show(n) + sign, Plain(n)),
        "measure" => Number().Select(n => new Given(Num.Show(n), Plain(n))),
        "cost" => from n in Number() from currency in Gen.Elements(Currencies) from per in Gen.Elements("", "person", "contact", "month", "year") select Cost(n, currency, per),
        "span" => Span,
        "date" => Date.Select(day => new Given(day.Typed, $$"""{"at":"{{day.Day:yyyy-MM-dd}}T00:00:00.0000000Z","zone":"UTC"}""")),
        "person" => Gen.Elements(("@ben", "ben", "Ben"), ("@SAM", "sam", "Sam"), ("@\"Ann Lee\"", "ann lee", "Ann Lee"), ("@ann", "ann", "Ann")).Select(who => new Given(who.Item1, $$"""{"key":"test:local:{{who.Item2}}","name":"{{who.Item3}}"}""")),
        "item" => Gen.Elements(Known(letters)).Select(known => new Given(known.Typed, Quoted(known.Ref))),
        "items" => Gen.Shuffle(Known(letters)).Select(known => known.DistinctBy(one => one.Ref).Take(2).ToArray()).Select(known => new Given(string.Join(", ", known.Select(one => one.Typed)), $"[{string.Join(",", known.Select(one => Quoted(one.Ref)))}]")),
        "teams" => Gen.Elements("Product", "Billing + Web", "Größe + 比較").Select(teams => new Given(teams, Quoted(teams))),
        "readings" => from day in Date from n in Number() select new Given($"{day.Typed} {Num.Show(n)}", $"[[\"{day.Day:yyyy-MM-dd}\",{Plain(n)}]]"),
        _ => throw new InvalidOperationException($"No values for the shape '{field.Shape}'."),
    };

    public static Gen<Given> Span { get; } =
        from min in Number(90)
        from more in Number(90)
        from most in Number(90)
        from unit in Gen.Elements("minutes", "hours", "days", "weeks", "months", "years")
        from form in Gen.Choose(1, 3)
        select form switch
        {
            1 => new Given($"{Num.Show(min)} {unit}", $$"""{"typical":{{Plain(min)}},"unit":"{{unit}}"}"""),
            2 => new($"{Num.Show(min)}–{Num.Show(min + more)} {unit}", $$"""{"min":{{Plain(min)}},"max":{{Plain(min + more)}},"unit":"{{unit}}"}"""),
            _ => new($"{Num.Show(min)}/{Num.Show(min + more)}/{Num.Show(min + more + most)} {unit}", $$"""{"min":{{Plain(min)}},"typical":{{Plain(min + more)}},"max":{{Plain(min + more + most)}},"unit":"{{unit}}"}"""),
        };

    public static Given Cost(decimal amount, string currency, string per) => new(
        $"{Num.Show(amount)} {currency}{(per.Length == 0 ? "" : $" per {per}")}", $$"""{"amount":{{Plain(amount)}},"currency":"{{currency}}"{{(per.Length == 0 ? "" : $",\"per\":\"{per}\"")}}}""");

    /// <summary>Items of the room a field with these letters accepts, by ref and by name; any letters when empty.</summary>
    public static (string Typed, string Ref)[] Known(string letters) =>
        [.. new[] { ("S2", "S2"), ("research", "S2"), ("Choose", "S4"), ("P1", "P1"), ("maya", "P1"), ("G1", "G1"), ("g2", "G2"), ("Q1", "Q1"), ("N1", "N1"), ("T1", "T1"), ("T3", "T3"), ("X2", "X2"), ("I1", "I1"), ("Y1", "Y1"), ("families", "Y1") }
            .Where(known => letters.Length == 0 || letters.Contains(known.Item2[0], StringComparison.Ordinal))];

    public static string Plain(decimal number) => (number / 1.000000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    // From tomorrow on: a review is not taken for today.
    private static Gen<(string Typed, DateOnly Day)> Date { get; } =
        from day in Gen.Choose(new DateOnly(2026, 5, 5).DayNumber, new DateOnly(2029, 12, 31).DayNumber).Select(DateOnly.FromDayNumber)
        from form in Gen.Elements("yyyy-MM-dd", "d MMMM yyyy", "d. MMM yyyy")
        select (day.ToString(form, System.Globalization.CultureInfo.InvariantCulture), day);
}
