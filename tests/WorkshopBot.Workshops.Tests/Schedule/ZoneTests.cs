using System.Globalization;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Tests.Lines.Scan;

namespace WorkshopBot.Workshops.Tests.Schedule;

/// <summary>What clocks show where, and which instant a time on them is: on ordinary days and when they change.</summary>
public sealed class ZoneTests
{
    private static readonly string[] Ids =
    [
        "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kiritimati", "Africa/Cairo", "America/Havana", "Africa/Monrovia", "Asia/Kathmandu",
        "Antarctica/Troll", "America/St_Johns", "W. Europe Standard Time", "UTC", "UTC+05:45",
    ];

    [Theory]
    [InlineData("Europe/Berlin", "2026-01-15T16:00Z", "2026-01-15T17:00")]
    [InlineData("Europe/Berlin", "2026-06-15T15:00Z", "2026-06-15T17:00")]
    [InlineData("America/New_York", "2026-01-15T22:00Z", "2026-01-15T17:00")]
    [InlineData("America/New_York", "2026-06-15T21:00Z", "2026-06-15T17:00")]
    [InlineData("Asia/Kolkata", "2026-06-15T11:30Z", "2026-06-15T17:00")]
    [InlineData("Australia/Lord_Howe", "2026-01-15T06:00Z", "2026-01-15T17:00")]
    [InlineData("Australia/Lord_Howe", "2026-06-15T06:30Z", "2026-06-15T17:00")]
    [InlineData("Pacific/Apia", "2011-12-29T17:00Z", "2011-12-29T07:00")]
    [InlineData("Pacific/Apia", "2011-12-30T17:00Z", "2011-12-31T07:00")]
    [InlineData("Pacific/Kiritimati", "2026-06-15T10:00Z", "2026-06-16T00:00")]
    [InlineData("Africa/Cairo", "2026-01-15T15:00Z", "2026-01-15T17:00")]
    [InlineData("Africa/Cairo", "2026-06-15T14:00Z", "2026-06-15T17:00")]
    public void A_time_is_read_off_the_clocks_and_found_again(string id, string at, string local)
    {
        var zone = Zone.Of(id);

        Assert.Equal(Local(local), zone.Local(At(at)));
        Assert.Equal(At(at), zone.Instant(Local(local)));
        Assert.Equal(DateOnly.FromDateTime(Local(local)), zone.Day(At(at)));
        Assert.Equal(LocalFit.Once, zone.Fit(Local(local)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T01:00Z", "2026-03-29T03:00")]
    [InlineData("Europe/Berlin", "2026-03-29T02:59", "2026-03-29T01:00Z", "2026-03-29T03:00")]
    [InlineData("America/New_York", "2026-03-08T02:30", "2026-03-08T07:00Z", "2026-03-08T03:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30Z", "2026-10-04T02:30")]
    [InlineData("Africa/Cairo", "2026-04-24T00:00", "2026-04-23T22:00Z", "2026-04-24T01:00")]
    [InlineData("Africa/Cairo", "2026-04-24T00:30", "2026-04-23T22:00Z", "2026-04-24T01:00")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00Z", "2011-12-31T00:00")]
    [InlineData("Pacific/Kiritimati", "1994-12-31T12:00", "1994-12-31T10:00Z", "1995-01-01T00:00")]
    public void A_time_that_is_left_out_is_the_first_instant_after_the_gap(string id, string local, string at, string shown)
    {
        var zone = Zone.Of(id);

        Assert.Equal(LocalFit.Skipped, zone.Fit(Local(local)));
        Assert.Equal(At(at), zone.Instant(Local(local)));
        Assert.Equal(Local(shown), zone.Local(At(at)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30Z", "2026-10-25T01:30Z")]
    [InlineData("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30Z", "2026-11-01T06:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45Z", "2026-04-04T15:15Z")]
    [InlineData("Africa/Cairo", "2026-10-29T23:30", "2026-10-29T20:30Z", "2026-10-29T21:30Z")]
    public void A_time_that_comes_twice_is_taken_the_first_time(string id, string local, string first, string second)
    {
        var zone = Zone.Of(id);

        Assert.Equal(LocalFit.Twice, zone.Fit(Local(local)));
        Assert.Equal(At(first), zone.Instant(Local(local)));
        Assert.Equal(Local(local), zone.Local(At(first)));
        Assert.Equal(Local(local), zone.Local(At(second)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00Z")]
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00Z")]
    [InlineData("Africa/Cairo", "2026-10-30", "2026-10-29T22:00Z")]
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-06-16", "2026-06-15T10:00Z")]
    public void A_day_starts_with_its_first_instant(string id, string day, string at) => Assert.Equal(At(at), Zone.Of(id).Start(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Fact]
    public void Clocks_of_one_instant_are_a_day_apart_across_the_date_line()
    {
        var at = At("2026-06-15T10:30Z");

        Assert.Equal(new DateOnly(2026, 6, 16), Zone.Of("Pacific/Kiritimati").Day(at));
        Assert.Equal(new DateOnly(2026, 6, 15), Zone.Of("Pacific/Apia").Day(at));
        Assert.Equal(new DateOnly(2026, 6, 14), Zone.Of("Pacific/Pago_Pago").Day(at));
    }

    [Fact]
    public void Any_instant_is_found_again_by_its_local_time_or_is_the_second_of_two() => Soup.Holds(Instants, any =>
    {
        var local = any.Zone.Local(any.At);
        var off = any.At - any.Zone.Instant(local);
        return any.Zone.Fit(local) switch { LocalFit.Once => off == TimeSpan.Zero, LocalFit.Twice => off >= TimeSpan.Zero && off < TimeSpan.FromDays(1), _ => false };
    });

    [Fact]
    public void Any_local_time_is_shown_at_its_instant_or_is_left_out_and_what_is_shown_is_later() => Soup.Holds(Instants, any =>
    {
        var local = any.At.DateTime;
        var late = any.Zone.Local(any.Zone.Instant(local)) - local;
        return any.Zone.Fit(local) == LocalFit.Skipped ? late > TimeSpan.Zero && late <= TimeSpan.FromDays(1) : late == TimeSpan.Zero;
    });

    [Fact]
    public void At_the_ends_of_the_calendar_nothing_fails()
    {
        foreach (var zone in Ids.Select(Zone.Of))
            foreach (var time in (DateTime[])[DateTime.MinValue, DateTime.MinValue.AddHours(3), DateTime.MaxValue.AddHours(-3), DateTime.MaxValue])
            {
                var at = new DateTimeOffset(time, TimeSpan.Zero);
                Assert.InRange((zone.Local(at) - time).Duration(), TimeSpan.Zero, TimeSpan.FromDays(1));
                Assert.InRange((zone.Instant(time) - at).Duration(), TimeSpan.Zero, TimeSpan.FromDays(1));
                Assert.NotEmpty(zone.NameAt(at));
            }
        Assert.Equal(DateTime.MinValue, Zone.Utc.Local(default));
        Assert.Equal(DateTimeOffset.MaxValue, Zone.Utc.Instant(DateTime.MaxValue));
    }

    /// <summary>Seconds of two centuries, half of them within three hours of a change of somebody's clocks.</summary>
    internal static FsCheck.Gen<(Zone Zone, DateTimeOffset At)> Instants =>
        from id in Gen.Elements(Ids)
        from far in Gen.Choose(-2_000_000_000, 2_000_000_000)
        from near in Gen.Choose(-10_000, 10_000)
        from change in Gen.Elements(At("2026-03-29T01:00Z"), At("2026-10-25T01:00Z"), At("2026-04-04T15:00Z"), At("2011-12-30T10:00Z"), At("2026-10-29T21:00Z"))
        from isNear in Gen.Elements(true, false)
        select (Zone.Of(id), isNear ? change.AddSeconds(near) : DateTimeOffset.UnixEpoch.AddSeconds(far));

    internal static DateTimeOffset At(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    internal static DateTime Local(string text) => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
