using FsCheck.Fluent;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Lines.Scan;

public class SpanTextTests
{
    [Theory]
    [InlineData("1,5 days", "1.5 days")]
    [InlineData("1.5 d", "1.5 days")]
    [InlineData("1 day", "1 days")]
    [InlineData("2h", "2 hours")]
    [InlineData("2 HRS", "2 hours")]
    [InlineData("90 min", "90 minutes")]
    [InlineData("0 minutes", "0 minutes")]
    [InlineData("1 wk", "1 weeks")]
    [InlineData("3 mo", "3 months")]
    [InlineData("1 y", "1 years")]
    [InlineData("2 140 minutes", "2140 minutes")]
    [InlineData("0.125 hours", "0.125 hours")]
    [InlineData("2-4 weeks", "2-4 weeks")]
    [InlineData("2–4 weeks", "2-4 weeks")]
    [InlineData("2 – 4 weeks", "2-4 weeks")]
    [InlineData("3 to 5 days", "3-5 days")]
    [InlineData("1,5-2,5 hours", "1.5-2.5 hours")]
    [InlineData("2-2 days", "2-2 days")]
    [InlineData("2/6/21 days", "2/6/21 days")]
    [InlineData("2 / 6 / 21 d", "2/6/21 days")]
    [InlineData("0.5/1.5/2 yr", "0.5/1.5/2 years")]
    public void A_duration_is_read(string typed, string shown) => Assert.Equal(shown, Show(SpanText.Read(typed).Value));

    [Theory]
    [InlineData("")]
    [InlineData("days")]
    [InlineData("3")]
    [InlineData("2-4")]
    [InlineData("2/4 days")]
    [InlineData("2/4/6/8 days")]
    [InlineData("2-4-6 days")]
    [InlineData("2-6/21 days")]
    [InlineData("5 m")]
    [InlineData("5 M")]
    [InlineData("5 moons")]
    [InlineData("2 tons")]
    [InlineData("2 days or so")]
    [InlineData("a week")]
    [InlineData("٣ days")]
    [InlineData("3 שעות")]
    public void Anything_else_is_left_to_others(string typed) => Assert.Equal(default, SpanText.Read(typed));

    [Theory]
    [InlineData("-2 days", "span-negative")]
    [InlineData("-2-4 days", "span-negative")]
    [InlineData("2--4 days", "span-negative")]
    [InlineData("4-2 weeks", "span-order")]
    [InlineData("6/2/21 days", "span-order-three")]
    [InlineData("2/21/6 days", "span-order-three")]
    [InlineData("99999999999999999999999999999999 days", "number-too-large")]
    public void A_duration_that_cannot_be_is_refused(string typed, string code) => Assert.Equal(code, SpanText.Read(typed).Fault?.Code);

    [Fact]
    public void The_source_is_handed_through()
    {
        var source = new Source("CRM", null, "May", null, null);
        Assert.Equal(new Span(2, null, 4, "weeks", source), SpanText.Read("2-4 weeks", source).Value);
    }

    [Fact]
    public void Generated_durations_are_read_back()
    {
        var spans =
            from numbers in Soup.Number.ArrayOf(3)
            from count in Gen.Choose(1, 3)
            from unit in Gen.Elements(Span.Units)
            let sorted = numbers.Order().ToArray()
            select count switch
            {
                1 => new Span(null, sorted[0], null, unit),
                2 => new Span(sorted[0], null, sorted[1], unit),
                _ => new Span(sorted[0], sorted[1], sorted[2], unit),
            };
        Soup.Holds(spans, span => SpanText.Read(Show(span)).Value == span);
    }

    private static string Show(Span span)
    {
        var numbers = new[] { span.Min, span.Typical, span.Max }.OfType<decimal>().Select(Num.Show);
        return $"{string.Join(span.Typical is null ? "-" : "/", numbers)} {span.Unit}";
    }
}
