using FsCheck.Fluent;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Lines.Scan;

public class DateTextTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Today = new(2026, 5, 20);

    [Theory]
    [InlineData("2026-06-12", "2026-06-12")]
    [InlineData("2026-6-2", "2026-06-02")]
    [InlineData("2020-01-01", "2020-01-01")]
    [InlineData("12 June", "2026-06-12")]
    [InlineData("12 june 2027", "2027-06-12")]
    [InlineData("12. June 2026", "2026-06-12")]
    [InlineData("12th June", "2026-06-12")]
    [InlineData("1st of July, 2026", "2026-07-01")]
    [InlineData("12 Jun", "2026-06-12")]
    [InlineData("3 Sept.", "2026-09-03")]
    [InlineData("3 SEP", "2026-09-03")]
    [InlineData("on 12 June", "2026-06-12")]
    [InlineData("20 May", "2026-05-20")]
    [InlineData("19 May", "2027-05-19")]
    [InlineData("29 Feb", "2028-02-29")]
    [InlineData("29 February 2028", "2028-02-29")]
    [InlineData("Thursday", "2026-05-21")]
    [InlineData("Wednesday", "2026-05-27")]
    [InlineData("tue", "2026-05-26")]
    [InlineData("Thurs", "2026-05-21")]
    [InlineData("on Friday", "2026-05-22")]
    [InlineData("next Friday", "2026-05-22")]
    [InlineData("on next Friday", "2026-05-22")]
    [InlineData("today", "2026-05-20")]
    [InlineData("Tomorrow", "2026-05-21")]
    [InlineData("in 3 days", "2026-05-23")]
    [InlineData("in 2 weeks", "2026-06-03")]
    [InlineData("in 3 months", "2026-08-20")]
    [InlineData("In 1 year", "2027-05-20")]
    [InlineData("in  1 000 days", "2029-02-13")]
    [InlineData("in 0 days", "2026-05-20")]
    public void A_date_is_read_from_today(string typed, string date) =>
        Assert.Equal(date, DateText.Read(typed, Today).Value.ToString("O", null));

    [Theory]
    [InlineData("12/6", "12 June")]
    [InlineData("6/12/2026", "6 December 2026")]
    [InlineData("12/6/26", "12 June 2026")]
    [InlineData("6/25/2026", "25 June 2026")]
    [InlineData("12.6.", "12 June")]
    [InlineData("12.6.2026", "12 June 2026")]
    [InlineData("12. 6. 2026", "12 June 2026")]
    [InlineData("12-06-2026", "12 June 2026")]
    [InlineData("2026/06/12", "12 June 2026")]
    [InlineData("on 12/6", "12 June")]
    [InlineData("29/2", "29 February")]
    [InlineData("1/1/0000", "1 January 0000")]
    public void Figures_that_mean_two_days_are_refused_with_what_to_write(string typed, string write) =>
        Assert.Equal(Said(Phrase.Of("date-ambiguous", write)), Said(DateText.Read(typed, Today).Fault!));

    [Theory]
    [InlineData("31 June", "31 June")]
    [InlineData("31. jun 2026", "31 June 2026")]
    [InlineData("29 Feb 2027", "29 February 2027")]
    [InlineData("0 June", "0 June")]
    [InlineData("45 May", "45 May")]
    [InlineData("12 June 0000", "12 June 0000")]
    [InlineData("2026-02-30", "2026-02-30")]
    [InlineData("2026-13-45", "2026-13-45")]
    [InlineData("31/6", "31/6")]
    [InlineData("30.2.2026", "30.2.2026")]
    public void A_day_no_calendar_has_is_refused(string typed, string named) =>
        Assert.Equal(Said(Phrase.Of("date-not-real", named)), Said(DateText.Read(typed, Today).Fault!));

    private static string Said(Phrase phrase) => Speech.Say(phrase, Speech.Culture("en"));

    [Theory]
    [InlineData("2126-05-21", "date-too-far")]
    [InlineData("1926-05-19", "date-too-far")]
    [InlineData("12 June 0026", "date-too-far")]
    [InlineData("in 101 years", "date-too-far")]
    [InlineData("in 99999999999999999999999999999999 days", "date-too-far")]
    [InlineData("in 40000 days", "date-too-far")]
    [InlineData("in 1.5 months", "date-whole-number")]
    [InlineData("in -3 days", "date-whole-number")]
    [InlineData("in 3 hours", "date-unit")]
    public void A_date_that_helps_nobody_is_refused(string typed, string code) => Assert.Equal(code, DateText.Read(typed, Today).Fault?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("June 12")]
    [InlineData("June")]
    [InlineData("12")]
    [InlineData("12 June 26")]
    [InlineData("12 Juno")]
    [InlineData("12.6")]
    [InlineData("1.5")]
    [InlineData("2-4")]
    [InlineData("41/200")]
    [InlineData("13/14")]
    [InlineData("0/5")]
    [InlineData("in June")]
    [InlineData("in 3")]
    [InlineData("in a week")]
    [InlineData("next week")]
    [InlineData("next 12 June")]
    [InlineData("on")]
    [InlineData("Frid")]
    [InlineData("12 June or so")]
    [InlineData("١٢ June")]
    [InlineData("12 יוני")]
    public void Anything_else_is_left_to_others(string typed) => Assert.Equal(default, DateText.Read(typed, Today));

    [Theory]
    [InlineData("2025-01-31", "in 1 month", "2025-02-28")]
    [InlineData("2024-02-29", "in 1 year", "2025-02-28")]
    [InlineData("1896-03-01", "29 Feb", "1904-02-29")]
    [InlineData("2028-02-29", "29 Feb", "2028-02-29")]
    [InlineData("2026-05-20", "2126-05-20", "2126-05-20")]
    public void Calendars_have_edges(string today, string typed, string date) =>
        Assert.Equal(date, DateText.Read(typed, DateOnly.Parse(today, null)).Value.ToString("O", null));

    [Fact]
    public void The_end_of_time_throws_nothing()
    {
        foreach (var typed in new[] { "tomorrow", "Friday", "in 3 days", "in 3 months", "1 January", "29 Feb" })
            Assert.Equal("date-too-far", DateText.Read(typed, DateOnly.MaxValue).Fault?.Code);
    }

    [Fact]
    public void Generated_dates_are_read_back()
    {
        var styles = Gen.Elements("yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "d. MMMM yyyy");
        Soup.Holds(Soup.Date.Zip(styles), pair => DateText.Read(pair.Item1.ToString(pair.Item2, System.Globalization.CultureInfo.InvariantCulture), Today).Value == pair.Item1);
    }

    [Fact]
    public void A_day_without_a_year_is_the_next_such_day() =>
        Soup.Holds(Soup.Date.Zip(Soup.Date), pair =>
            DateText.Read(pair.Item1.ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture), pair.Item2).Value is var date
            && date >= pair.Item2 && (date.Day, date.Month) == (pair.Item1.Day, pair.Item1.Month)
            && (date.DayNumber - pair.Item2.DayNumber <= 366 || (date.Day, date.Month) == (29, 2)));
}
