using System.Globalization;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Lines.Scan;

public class CultureTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("de-CH")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
        var today = new DateOnly(2026, 5, 20);
        Assert.Equal(1234.5m, Num.Read("1.234,5").Value);
        Assert.Equal("1.1250", Num.Show(1.125m));
        Assert.Equal(new Cost(5, "INR", "month"), MoneyText.Read("5 inr PER MONTH").Value);
        Assert.Equal(new Span(2, null, 4, "minutes"), SpanText.Read("2-4 MIN").Value);
        Assert.Equal(new DateOnly(2026, 5, 22), DateText.Read("FRIDAY", today).Value);
        Assert.Equal(new DateOnly(2026, 6, 12), DateText.Read("IN 23 DAYS", today).Value);
        Assert.Equal(new DateOnly(2027, 4, 3), DateText.Read("3 APRIL", today).Value);
        Assert.Equal("12 June", Words.Speech.Say(DateText.Read("12/6", today).Fault!.Args[0], Words.Speech.Culture("en")));
        Assert.Equal("April 2026", PeriodText.Read("april 2026"));
        Assert.Equal("(n=1234567, 3 INTERVIEWS)", SourceText.Show(SourceText.Read("3 INTERVIEWS, n=1,234,567")));
        Assert.Equal("interviews", SourceText.Read("3 INTERVIEWS").Level);
        Assert.Equal(Tidy.Fold("TITLE"), Tidy.Fold("title"));
    }
}
