using FsCheck.Fluent;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Lines.Scan;

public class MoneyTextTests
{
    [Theory]
    [InlineData("2.00 EUR per person", 2, "EUR", "person")]
    [InlineData("5 EUR", 5, "EUR", null)]
    [InlineData("5 eur per Month", 5, "EUR", "month")]
    [InlineData("5EUR", 5, "EUR", null)]
    [InlineData("€5", 5, "EUR", null)]
    [InlineData("€ 1.200,50 per year", 1200.5, "EUR", "year")]
    [InlineData("$1,200.50", 1200.5, "USD", null)]
    [InlineData("1 200 $ per contact", 1200, "USD", "contact")]
    [InlineData("5€ per  month", 5, "EUR", "month")]
    [InlineData("£0.125", 0.125, "GBP", null)]
    [InlineData("¥2000", 2000, "JPY", null)]
    [InlineData("₹ 12,000", 12000, "INR", null)]
    [InlineData("1'200 CHF", 1200, "CHF", null)]
    [InlineData("300 sek once", 300, "SEK", "once")]
    [InlineData("300 SEK per once", 300, "SEK", "once")]
    [InlineData("12 TRY", 12, "TRY", null)]
    [InlineData("0 EUR", 0, "EUR", null)]
    public void Money_is_read(string typed, double amount, string currency, string? per) =>
        Assert.Equal(new Cost((decimal)amount, currency, per), MoneyText.Read(typed).Value);

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("€")]
    [InlineData("EUR")]
    [InlineData("per person")]
    [InlineData("once")]
    [InlineData("EUR 5")]
    [InlineData("5 kr")]
    [InlineData("5 XXX")]
    [InlineData("5 FOO")]
    [InlineData("5 DEM")]
    [InlineData("5 all")]
    [InlineData("1 try")]
    [InlineData("3 top")]
    [InlineData("5 EUR a month")]
    [InlineData("5 EUR per week")]
    [InlineData("5 EUR person")]
    [InlineData("5 EUR each")]
    [InlineData("€5 EUR")]
    [InlineData("€5€")]
    [InlineData("two EUR")]
    [InlineData("٥ EUR")]
    [InlineData("5 ＥＵＲ")]
    public void Anything_else_is_left_to_others(string typed) => Assert.Equal(default, MoneyText.Read(typed));

    [Theory]
    [InlineData("-5 EUR")]
    [InlineData("−5 EUR per month")]
    [InlineData("-€5")]
    [InlineData("€-5")]
    [InlineData("-5 €")]
    public void Money_below_zero_is_refused(string typed) => Assert.Equal("money-negative", MoneyText.Read(typed).Fault?.Code);

    [Fact]
    public void Money_beyond_counting_is_refused() => Assert.Equal("number-too-large", MoneyText.Read(new string('9', 40) + " EUR").Fault?.Code);

    [Fact]
    public void A_code_is_a_currency_only_when_it_is_in_use()
    {
        Assert.Equal("XCG", Currencies.OfCode("xcg"));
        Assert.Null(Currencies.OfCode("HRK"));
        Assert.Null(Currencies.OfCode("XAU"));
        Assert.Null(Currencies.OfCode("EURO"));
    }

    [Fact]
    public void Generated_money_is_read_back()
    {
        var costs =
            from amount in Soup.Number
            from currency in Gen.Elements("EUR", "USD", "GBP", "CHF", "JPY", "TRY")
            from per in Gen.Elements<string?>([null, .. MoneyText.Pers])
            select new Cost(amount, currency, per);
        Soup.Holds(costs, cost => MoneyText.Read($"{Num.Show(cost.Amount)} {cost.Currency}{(cost.Per is null ? "" : " per " + cost.Per)}").Value == cost);
    }
}
