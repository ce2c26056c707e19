using System.Globalization;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Lines.Scan;

namespace WorkshopBot.Workshops.Tests.Lines.Scan;

public class NumTests
{
    [Theory]
    [InlineData("7", 7)]
    [InlineData("007", 7)]
    [InlineData(" 12 ", 12)]
    [InlineData("2140", 2140)]
    [InlineData("2 140", 2140)]
    [InlineData("2\u00A0140", 2140)]
    [InlineData("2\u202F140", 2140)]
    [InlineData("2'140", 2140)]
    [InlineData("2’140", 2140)]
    [InlineData("2.140", 2140)]
    [InlineData("2,140", 2140)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1,234.567", 1234.567)]
    [InlineData("2 140,5", 2140.5)]
    [InlineData("2'140.500", 2140.5)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("1.000.000", 1000000)]
    [InlineData("12 345 678,9", 12345678.9)]
    [InlineData("1,5", 1.5)]
    [InlineData("1.5", 1.5)]
    [InlineData("0,125", 0.125)]
    [InlineData("0.125", 0.125)]
    [InlineData("00.125", 0.125)]
    [InlineData("1.25", 1.25)]
    [InlineData("1.2500", 1.25)]
    [InlineData("1234.567", 1234.567)]
    [InlineData("1234,567", 1234.567)]
    [InlineData("-5", -5)]
    [InlineData("−5", -5)]
    [InlineData("-1.234,5", -1234.5)]
    [InlineData("-0", 0)]
    public void A_number_of_any_country_is_read(string typed, double number)
    {
        var read = Num.Read(typed);
        Assert.True(read.Ok);
        Assert.Equal((decimal)number, read.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("--5")]
    [InlineData("- 5")]
    [InlineData("+5")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("5,")]
    [InlineData("1.2.3")]
    [InlineData("1.234.56")]
    [InlineData("1,234,56")]
    [InlineData("12,34,567")]
    [InlineData("1.234 567")]
    [InlineData("0 125")]
    [InlineData("2  140")]
    [InlineData("2 14")]
    [InlineData("1234 567")]
    [InlineData("1e5")]
    [InlineData("0x10")]
    [InlineData("٣")]
    [InlineData("３")]
    [InlineData("1 1⁄2")]
    [InlineData("five")]
    [InlineData("5 people")]
    public void Anything_else_is_left_to_others(string typed) => Assert.Equal(default, Num.Read(typed));

    [Fact]
    public void A_number_beyond_counting_is_refused()
    {
        Assert.Equal("number-too-large", Num.Read("79228162514264337593543950336").Fault?.Code);
        Assert.Equal("number-too-large", Num.Read(new string('9', 100_000)).Fault?.Code);
        Assert.True(Num.Read("0." + new string('0', 100_000) + "1").Ok);
    }

    [Theory]
    [InlineData("2-4 weeks", 2, 1)]
    [InlineData("2/6/21 days", 2, 1)]
    [InlineData("2 140 EUR", 2140, 5)]
    [InlineData("12 3456", 12, 2)]
    [InlineData("12.6.2026", 12.6, 4)]
    [InlineData("1,5 days", 1.5, 3)]
    [InlineData("3.", 3, 1)]
    public void The_start_of_a_text_may_be_a_number(string typed, double number, int length)
    {
        Assert.Equal((decimal)number, Num.Prefix(typed, out var read).Value);
        Assert.Equal(length, read);
    }

    [Fact]
    public void Every_usual_style_is_read_back() =>
        Soup.Holds(Soup.Number.Where(number => Styles(number).Any()), number => Styles(number).All(style => Num.Read(style).Ok && Num.Read(style).Value == number));

    [Fact]
    public void What_is_shown_is_read_back() =>
        Soup.Holds(Soup.Number.SelectMany(number => Gen.Elements(number, -number)), number => Num.Read(Num.Show(number)) is { Ok: true, Value: var back } && back == number);

    /// <summary>German, Swiss, French and English, except where three decimals stand alone behind a group: 1,125 is 1125 by the rule.</summary>
    private static IEnumerable<string> Styles(decimal number)
    {
        var plain = number.ToString("0.#####", CultureInfo.InvariantCulture);
        var decimals = plain.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? plain.Length - dot - 1 : 0;
        if (decimals == 3 && number is >= 1 and < 1000)
            yield break;
        yield return plain;
        yield return plain.Replace('.', ',');
        var grouped = number.ToString("#,##0.#####", CultureInfo.InvariantCulture);
        yield return grouped;
        yield return grouped.Replace(',', ' ');
        yield return grouped.Replace(',', '\'');
        yield return grouped.Replace('.', '_').Replace(',', '.').Replace('_', ',');
        yield return grouped.Replace(',', ' ').Replace('.', ',');
    }
}
