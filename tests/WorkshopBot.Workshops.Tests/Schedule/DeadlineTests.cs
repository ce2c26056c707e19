using System.Text;
using System.Text.Json;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Tests.Lines.Scan;
using static WorkshopBot.Workshops.Tests.Schedule.ZoneTests;

namespace WorkshopBot.Workshops.Tests.Schedule;

/// <summary>A deadline is a time on somebody's clocks: it follows them, and survives being stored.</summary>
public sealed class DeadlineTests
{
    private static readonly Zone Berlin = Zone.Of("Europe/Berlin");

    [Fact]
    public void A_time_that_was_named_is_kept_as_it_was_named()
    {
        var deadline = Deadline.Named(Local("2026-06-12T17:00"), Berlin);

        Assert.Equal(new Deadline(At("2026-06-12T15:00Z"), "Europe/Berlin", Local("2026-06-12T17:00")), deadline);
        Assert.Equal(deadline, Deadline.Exact(At("2026-06-12T15:00Z"), Berlin));
    }

    [Fact]
    public void An_hour_that_is_left_out_ends_when_clocks_next_show_anything_however_often_it_is_worked_out()
    {
        var deadline = Deadline.Named(Local("2026-03-29T02:30"), Berlin);

        Assert.Equal((At("2026-03-29T01:00Z"), Local("2026-03-29T02:30")), (deadline.At, deadline.Local));
        Assert.Equal(deadline, deadline.Again());
    }

    [Fact]
    public void Of_an_hour_that_comes_twice_the_instant_that_was_meant_is_kept()
    {
        var second = Deadline.Exact(At("2026-10-25T01:30Z"), Berlin);

        Assert.Equal(Local("2026-10-25T02:30"), second.Local);
        Assert.Equal(second, second.Again());
        Assert.Equal(At("2026-10-25T00:30Z"), Deadline.Named(Local("2026-10-25T02:30"), Berlin).At);
    }

    [Fact]
    public void When_a_country_changes_its_rules_the_instant_follows_the_clocks()
    {
        // As it would have been stored by a build that knew Egypt without summer time.
        var stored = new Deadline(At("2026-06-12T15:00Z"), "Africa/Cairo", Local("2026-06-12T17:00"));

        Assert.Equal(stored with { At = At("2026-06-12T14:00Z") }, stored.Again());
        Assert.Equal(stored.Again(), Stored(stored));
    }

    [Fact]
    public void In_a_zone_nobody_knows_the_instant_counts()
    {
        var stored = new Deadline(At("2026-06-12T15:00Z"), "Mars/Olympus_Mons", Local("2026-06-12T17:00"));

        Assert.Equal(stored, stored.Again());
        Assert.Equal(stored, Stored(stored));
    }

    [Fact]
    public void Any_deadline_is_stored_and_read_again() => Soup.Holds(Instants, any =>
        Deadline.Exact(any.At, any.Zone) is var exact && Stored(exact) == exact && Deadline.Named(any.At.DateTime, any.Zone) is var named && Stored(named) == named && named.Again() == named);

    [Theory]
    [InlineData("""{"end":{"at":"2026-06-12T15:00:00Z","zone":"Europe/Berlin"}}""", "2026-06-12T15:00Z", "Europe/Berlin", "2026-06-12T17:00")]
    [InlineData("""{"end":{"zone":"Europe/Berlin","local":"2026-06-12T17:00:00"}}""", "2026-06-12T15:00Z", "Europe/Berlin", "2026-06-12T17:00")]
    [InlineData("""{"end":{"at":"2026-06-12T15:00:00Z"}}""", "2026-06-12T15:00Z", "UTC", "2026-06-12T15:00")]
    [InlineData("""{"end":{"at":"2026-06-12T15:00:00Z","zone":"Mars/Olympus_Mons","later":1}}""", "2026-06-12T15:00Z", "Mars/Olympus_Mons", "2026-06-12T15:00")]
    public void What_is_missing_in_the_stored_form_follows_from_the_rest(string stored, string at, string zone, string local) =>
        Assert.Equal(new Deadline(At(at), zone, Local(local)), DeadlineJson.Read(JsonDocument.Parse(stored).RootElement, "end"));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"end":null}""")]
    [InlineData("""{"end":{}}""")]
    [InlineData("""{"end":{"zone":"Europe/Berlin"}}""")]
    public void Where_nothing_says_when_there_is_none(string stored) => Assert.Null(DeadlineJson.Read(JsonDocument.Parse(stored).RootElement, "end"));

    [Fact]
    public void The_stored_form_is_for_ever() =>
        Assert.Equal("""{"end":{"at":"2026-06-12T15:00:00.0000000Z","zone":"Europe/Berlin","local":"2026-06-12T17:00:00"}}""", Json(Deadline.Named(Local("2026-06-12T17:00"), Berlin)));

    private static Deadline? Stored(Deadline deadline) => DeadlineJson.Read(JsonDocument.Parse(Json(deadline)).RootElement, "end");

    private static string Json(Deadline deadline)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            DeadlineJson.Write(writer, "end", deadline);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
