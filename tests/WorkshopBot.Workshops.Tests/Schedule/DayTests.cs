using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Tests.Lines.Scan;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Tests.Schedule.ZoneTests;

namespace WorkshopBot.Workshops.Tests.Schedule;

/// <summary>A date stays the date that was named, whatever becomes of its zone.</summary>
public sealed class DayTests
{
    [Fact]
    public void Any_date_in_any_zone_is_read_as_it_was_named() => Soup.Holds(Instants, any =>
        any.Zone.Day(any.At) is var date && Day.Of(date, any.Zone).Date == date);

    [Fact]
    public void A_midnight_that_is_left_out_is_of_its_day()
    {
        var day = Day.Of(new(2026, 4, 24), Zone.Of("Africa/Cairo"));

        Assert.Equal((At("2026-04-23T22:00Z"), new DateOnly(2026, 4, 24)), (day.At, day.Date));
    }

    [Theory]
    [InlineData("2026-06-11T22:00Z", "Europe/Nowhere")]
    [InlineData("2026-06-11T15:00Z", "Asia/Nowhere")]
    [InlineData("2026-06-12T08:00Z", "")]
    public void In_a_zone_nobody_knows_it_is_the_day_of_the_nearest_midnight(string at, string zone) => Assert.Equal(new DateOnly(2026, 6, 12), new Day(At(at), zone).Date);

    [Fact]
    public void It_stays_when_a_country_changes_its_hours()
    {
        // Stored by builds that knew Cairo an hour further from UTC, and an hour nearer.
        Assert.Equal(new DateOnly(2026, 6, 12), new Day(At("2026-06-11T20:00Z"), "Africa/Cairo").Date);
        Assert.Equal(new DateOnly(2026, 6, 12), new Day(At("2026-06-11T22:00Z"), "Africa/Cairo").Date);
    }

    [Fact]
    public void The_ends_of_the_calendar_throw_nothing()
    {
        foreach (var date in (DateOnly[])[DateOnly.MinValue, DateOnly.MaxValue])
        {
            Assert.Equal(date, Day.Of(date, Zone.Utc).Date);
            foreach (var id in (string[])["Pacific/Kiritimati", "Pacific/Pago_Pago", "Etc/GMT+12", "none"])
                Assert.InRange(Math.Abs(new Day(Day.Of(date, Zone.Of(id)).At, id).Date.DayNumber - date.DayNumber), 0, 1);
        }
    }
}
