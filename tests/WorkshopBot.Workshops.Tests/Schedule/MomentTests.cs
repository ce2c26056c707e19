using System.Text.Json;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Stored;
using WorkshopBot.Workshops.Tests.Languages;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;
using static WorkshopBot.Workshops.Tests.Schedule.ZoneTests;

namespace WorkshopBot.Workshops.Tests.Schedule;

/// <summary>A moment is said in the language and on the clocks of whoever reads it, with the zone beside it.</summary>
public sealed class MomentTests
{
    private static readonly Arg Ends = new Arg.Moment(At("2026-06-12T15:00Z"), "Europe/Berlin");

    [Theory]
    [InlineData("en", "Europe/Berlin", "Friday 12 June 2026, 17:00 (Europe/Berlin)")]
    [InlineData("de", "Europe/Berlin", "Freitag, 12. Juni 2026, 17:00 Uhr (Europe/Berlin)")]
    [InlineData("en", "America/New_York", "Friday 12 June 2026, 11:00 (America/New York)")]
    [InlineData("de", "Asia/Kolkata", "Freitag, 12. Juni 2026, 20:30 Uhr (Asia/Kolkata)")]
    [InlineData("en", "Pacific/Kiritimati", "Saturday 13 June 2026, 05:00 (Pacific/Kiritimati)")]
    [InlineData("en", "Etc/GMT+11", "Friday 12 June 2026, 04:00 (UTC-11:00)")]
    public void It_is_shown_in_the_readers_zone_with_its_name(string tag, string zone, string said)
    {
        var reader = new Reader(Speech.Culture(tag), Zone.Of(zone), "m-1", () => "");

        Assert.Equal(said, Speech.Say(Ends, reader.Culture, reader.Zone));
        Assert.Equal($"G1 {said}; 3", Speech.Say(Arg.List([Phrase.Of("named", "G1", Ends), 3]), reader.Culture, reader.Zone));
    }

    [Fact]
    public void Where_nobody_says_who_reads_it_is_in_the_zone_it_was_named_in()
    {
        Assert.Equal("Friday 12 June 2026, 17:00 (Europe/Berlin)", Speech.Say(Ends, Speech.Culture("en")));
        Assert.Equal("Friday 12 June 2026, 15:00 (UTC)", Speech.Say(new Arg.Moment(At("2026-06-12T15:00Z"), "Mars/Olympus_Mons"), Speech.Culture("en")));
    }

    [Fact]
    public void In_an_hour_that_comes_twice_it_says_which()
    {
        var deadline = Deadline.Named(Local("2026-10-25T02:30"), Zone.Of("Europe/Berlin"));

        Assert.Equal("Sunday 25 October 2026, 02:30 (Europe/Berlin, UTC+02:00)", Speech.Say(deadline.Moment, Speech.Culture("en")));
        Assert.Equal("Sonntag, 25. Oktober 2026, 02:30 Uhr (Europe/Berlin, UTC+01:00)", Speech.Say(new Arg.Moment(deadline.At.AddHours(1), deadline.Zone), Speech.Culture("de")));
        Assert.Equal("Sunday 25 October 2026, 00:30 (UTC)", Speech.Say(deadline.Moment, Speech.Culture("en"), Zone.Utc));
    }

    [Fact]
    public void It_has_no_words_of_the_code() => Assert.Empty(PseudoText.Foreign(Speech.Say(Ends, PseudoText.Culture), []));

    [Fact]
    public void Its_stored_form_says_the_rest_when_the_zone_is_missing() =>
        Assert.Equal(Phrase.Of("reading", new Arg.Moment(At("2026-06-12T15:00Z"), "")), PhraseJson.Read(JsonDocument.Parse("""["reading",{"moment":"2026-06-12T15:00:00Z"}]""").RootElement));
}
