using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Tests.Lines.Scan;

namespace WorkshopBot.Workshops.Tests.Schedule;

/// <summary>Zones by the names chats and people have for them; a name nobody knows is an answer, and never a failure.</summary>
public sealed class ZoneFindTests
{
    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData(" EUROPE/BERLIN ", "Europe/Berlin")]
    [InlineData("America/New York", "America/New_York")]
    [InlineData("Asia/Kolkata", "Asia/Kolkata")]
    [InlineData("UTC", "UTC")]
    [InlineData("utc", "UTC")]
    [InlineData("Etc/UTC", "Etc/UTC")]
    public void A_zone_is_found_by_its_id_however_it_is_written(string named, string id) => Assert.Equal(id, Zone.Find(named)?.Id);

    [Theory]
    [InlineData("Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("Europe/Oslo", "Europe/Berlin")]
    [InlineData("US/Eastern", "America/New_York")]
    [InlineData("Australia/LHI", "Australia/Lord_Howe")]
    public void An_alias_keeps_its_name_and_has_the_same_clocks(string alias, string id)
    {
        var zone = Zone.Find(alias);

        Assert.Equal(alias, zone?.Id);
        foreach (var month in Enumerable.Range(0, 24))
            Assert.Equal(Zone.Of(id).Local(DateTimeOffset.UnixEpoch.AddYears(56).AddMonths(month)), zone!.Local(DateTimeOffset.UnixEpoch.AddYears(56).AddMonths(month)));
    }

    [Theory]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("w. europe standard time", "Europe/Berlin")]
    [InlineData("Eastern Standard Time", "America/New_York")]
    [InlineData("India Standard Time", "Asia/Kolkata")]
    [InlineData("Lord Howe Standard Time", "Australia/Lord_Howe")]
    [InlineData("Samoa Standard Time", "Pacific/Apia")]
    [InlineData("Line Islands Standard Time", "Pacific/Kiritimati")]
    [InlineData("Egypt Standard Time", "Africa/Cairo")]
    public void A_name_of_Windows_is_the_zone_of_its_main_place(string windows, string id) =>
        Assert.All(Enumerable.Range(0, 12).Select(DateTimeOffset.UnixEpoch.AddYears(56).AddMonths), at => Assert.Equal(Zone.Of(id).Local(at), Zone.Find(windows)?.Local(at)));

    [Theory]
    [InlineData("UTC+02", 2 * 60)]
    [InlineData("utc+05:45", 5 * 60 + 45)]
    [InlineData("UTC-11", -11 * 60)]
    [InlineData("UTC+13", 13 * 60)]
    [InlineData("UTC-3:30", null)]
    [InlineData("UTC+25", null)]
    public void A_distance_from_UTC_is_a_zone_without_changes(string named, int? minutes) =>
        Assert.Equal(minutes is { } ahead ? DateTime.UnixEpoch.AddMinutes(ahead) : null, Zone.Find(named)?.Local(DateTimeOffset.UnixEpoch));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Mars/Olympus_Mons")]
    [InlineData("../../etc/passwd")]
    [InlineData("CEST")]
    public void A_zone_nobody_knows_is_none_and_shown_as_UTC(string? id)
    {
        Assert.Null(Zone.Find(id));
        Assert.Same(Zone.Utc, Zone.Of(id));
    }

    [Fact]
    public void Any_text_is_a_zone_or_none() => Soup.Holds(Soup.Text, text => Zone.Of(text) is not null && Zone.Near(text).Count <= 3 && Zone.Near(text).All(id => Zone.Find(id)?.Id == id));

    [Theory]
    [InlineData("Europe/Berlinn", "Europe/Berlin")]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("new york", "America/New_York")]
    [InlineData("America/Berlin", "Europe/Berlin")]
    [InlineData("York", "America/New_York")]
    [InlineData("Kolkatta", "Asia/Kolkata")]
    [InlineData("India", "Asia/Kolkata")]
    [InlineData("Lord Howe Island", "Australia/Lord_Howe")]
    [InlineData("Pacific/Kiritmati", "Pacific/Kiritimati")]
    public void What_was_probably_meant_is_named_first(string typed, string id) => Assert.Equal(id, Zone.Near(typed).Take(1).SingleOrDefault());

    [Theory]
    [InlineData("")]
    [InlineData("Europe/")]
    [InlineData("Mars/Olympus_Mons")]
    public void Nothing_is_named_that_is_like_nothing(string typed) => Assert.Empty(Zone.Near(typed));

    [Fact]
    public void Whatever_is_named_can_be_typed_and_so_can_what_a_zone_is_called()
    {
        Assert.All(Zone.Near("Germany"), id => Assert.NotNull(Zone.Find(id)));
        foreach (var id in (string[])["Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+11", "Etc/GMT-14", "UTC", "Etc/UTC", "UTC-03:30"])
        {
            var zone = Zone.Of(id);
            Assert.Equal(zone.Local(DateTimeOffset.UnixEpoch), Zone.Find(zone.Name)?.Local(DateTimeOffset.UnixEpoch));
        }
        Assert.Equal(("America/Argentina/Buenos Aires", "UTC-11:00", "UTC"), (Zone.Of("America/Argentina/Buenos_Aires").Name, Zone.Of("Etc/GMT+11").Name, Zone.Of("Etc/UTC").Name));
    }

    [Fact]
    public void Two_are_the_same_when_their_ids_are()
    {
        Assert.Equal(Zone.Find("UTC+02:00"), Zone.Find("utc+02"));
        Assert.Equal(Zone.Find("Europe/Berlin"), Zone.Find("W. Europe Standard Time"));
        Assert.NotEqual(Zone.Find("Europe/Oslo"), Zone.Find("Europe/Berlin"));
    }
}
