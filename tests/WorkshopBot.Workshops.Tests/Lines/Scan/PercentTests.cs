using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Lines.Scan;

public class PercentTests
{
    [Theory]
    [InlineData("31%", 31)]
    [InlineData("31 %", 31)]
    [InlineData(" 31\u00A0% ", 31)]
    [InlineData("0%", 0)]
    [InlineData("100 %", 100)]
    [InlineData("12,5 %", 12.5)]
    [InlineData("0.125%", 0.125)]
    public void A_percentage_is_read(string typed, double percent) => Assert.Equal((decimal)percent, Percent.Read(typed).Value);

    [Theory]
    [InlineData("130 %", 130)]
    [InlineData("100.01%", 100.01)]
    [InlineData("-5 %", -5)]
    [InlineData("−5%", -5)]
    [InlineData("1.125 %", 1125)]
    public void A_percentage_outside_its_range_is_refused_with_the_number(string typed, double percent) =>
        Assert.Equal(Phrase.Of("percent-range", (decimal)percent), Percent.Read(typed).Fault);

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("31")]
    [InlineData("31 % of people")]
    [InlineData("about 31 %")]
    [InlineData("% 31")]
    [InlineData("31 percent")]
    [InlineData("31%%")]
    [InlineData("٣١٪")]
    public void Anything_else_is_left_to_others(string typed) => Assert.Equal(default, Percent.Read(typed));

    [Fact]
    public void Generated_percentages_are_read_back() =>
        Soup.Holds(Soup.Number, number => Percent.Read(Num.Show(number) + " %") is var read && (number <= 100 ? read.Value == number : read.Fault is not null));
}
