using WorkshopBot.Workshops.Lines.Scan;

namespace WorkshopBot.Workshops.Tests.Lines.Scan;

public class PeriodTextTests
{
    [Theory]
    [InlineData("May", "May")]
    [InlineData("may 2026", "May 2026")]
    [InlineData(" Sept.  2025 ", "Sept. 2025")]
    [InlineData("Q2", "Q2")]
    [InlineData("q2 2026", "Q2 2026")]
    [InlineData("Q2/2026", "Q2/2026")]
    [InlineData("2026-Q2", "2026-Q2")]
    [InlineData("2026 Q2", "2026 Q2")]
    [InlineData("2025", "2025")]
    [InlineData("2026-05", "2026-05")]
    [InlineData("May-July 2026", "May-July 2026")]
    [InlineData("Jan–Mar", "Jan-Mar")]
    [InlineData("jan to mar 2026", "Jan to Mar 2026")]
    [InlineData("May 2025 – April 2026", "May 2025 - April 2026")]
    [InlineData("Q1-Q2 2026", "Q1-Q2 2026")]
    [InlineData("2024-2025", "2024-2025")]
    [InlineData("2026-04-01 to 2026-06-30", "2026-04-01 to 2026-06-30")]
    [InlineData("2026-04-01-2026-06-30", "2026-04-01-2026-06-30")]
    [InlineData("1-15 May", "1-15 May")]
    [InlineData("1st to 15th of may 2026", "1st to 15th of May 2026")]
    [InlineData("28 May - 3 June 2026", "28 May - 3 June 2026")]
    public void A_period_is_kept_as_written(string typed, string period)
    {
        Assert.Equal(period, PeriodText.Read(typed));
        Assert.Equal(period, PeriodText.Read(period));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mayday")]
    [InlineData("sepember")]
    [InlineData("May I")]
    [InlineData("in May")]
    [InlineData("Q5")]
    [InlineData("Q22")]
    [InlineData("212")]
    [InlineData("3026")]
    [InlineData("2026-13")]
    [InlineData("2-4")]
    [InlineData("12 May 2026")]
    [InlineData("2026-05-12")]
    [InlineData("last month")]
    [InlineData("May-")]
    [InlineData("٢٠٢٥")]
    public void Anything_else_is_no_period(string typed) => Assert.Null(PeriodText.Read(typed));

    [Fact]
    public void A_period_is_canonical() =>
        Soup.Holds(Soup.Text, text => PeriodText.Read(text) is not { } period || PeriodText.Read(period) == period);
}
