using System.Collections.Immutable;
using System.Text;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Turns;

/// <summary>Forms that were begun take so much room in a seat and no more, and are over when their time or their workshop is.</summary>
public sealed class DraftsTests
{
    static readonly DateTimeOffset At = new ManualTime().Now;

    [Fact]
    public void Three_are_kept_and_the_one_typed_into_longest_ago_makes_room()
    {
        var kept = Kept("goal", "need", "question");
        Assert.Equal(["need", "question", "pain"], Drafts.With(kept, Typed("pain")).Select(draft => draft.Of));
        // Gone on with, the oldest is the youngest.
        kept = Drafts.With(kept, Typed("goal", "f.stage", "S1"));
        Assert.Equal(["need", "question", "goal"], kept.Select(draft => draft.Of));
        Assert.Equal(["f.stage=S1", "f.text=goal"], kept[^1].Fields.Select(field => $"{field.Key}={field.Value}"));
        Assert.Equal(["question", "goal", "pain"], Drafts.With(kept, Typed("pain")).Select(draft => draft.Of));
    }

    [Fact]
    public void The_same_form_of_another_item_or_workshop_is_another_form()
    {
        var kept = Drafts.With(Drafts.With(Kept("goal"), Typed("goal") with { Item = "G1" }), Typed("goal") with { Workshop = "m-2" });
        Assert.Equal(3, kept.Length);
        Assert.Equal(2, Drafts.With(kept, Typed("goal") with { Item = "G1", Fields = Typed("goal").Fields.Clear() }).Length);
    }

    [Fact]
    public void A_form_that_was_emptied_or_has_nothing_but_blanks_is_forgotten()
    {
        Assert.Empty(Drafts.With(Kept("goal"), Typed("goal", "f.text", " ")));
        Assert.Equal(["f.stage=S1", "f.text="], Drafts.With(Drafts.With(Kept("goal"), Typed("goal", "f.stage", "S1")), Typed("goal", "f.text", ""))[0].Fields.Select(field => $"{field.Key}={field.Value}"));
    }

    [Fact]
    public void As_long_as_a_message_may_be_it_is_kept_and_grown_longer_it_stays_as_it_was()
    {
        var most = new string('x', Drafts.MostText - "f.text".Length);
        var kept = Drafts.With(Kept("need"), Typed("goal", "f.text", most));
        Assert.Equal(most, kept[^1].Fields["f.text"]);
        Assert.Equal(kept, Drafts.With(kept, Typed("goal", "f.text", most + "x")));
        Assert.Equal(kept, Drafts.With(kept, Typed("goal", "f.stage", "S1")));
        Assert.Equal(["need"], Drafts.With(Kept("need"), Typed("goal", "f.text", most + "x")).Select(draft => draft.Of));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("漢")]
    [InlineData("\u0001")]
    [InlineData("👩")]
    public async Task The_longest_there_can_be_fit_in_the_row_of_a_seat_and_are_read_as_they_were(string sign)
    {
        ImmutableArray<Draft> kept = [];
        for (var i = 0; i < Drafts.Most; i++)
            kept = Drafts.With(kept, Typed($"form{i}", "f.text", string.Concat(Enumerable.Repeat(sign, (Drafts.MostText - "f.text".Length) / sign.Length))));
        await using var rows = new MemoryRowStore(new ManualTime());
        Assert.IsType<WriteResult.Written>(await new Seats(rows).Save("private", "ann", new Seat { Drafts = Drafts.Write(kept) }, null));
        var read = Drafts.Read((await new Seats(rows).Find("private", "ann"))!.Seat.Drafts);
        Assert.Equal(kept.Select(draft => draft.Fields["f.text"]), read.Select(draft => draft.Fields["f.text"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""[{"of":"goal"}]""")]
    [InlineData("""[null,{"workshop":"m-1","of":null,"item":"","fields":{}}]""")]
    public void What_is_of_another_kind_is_none(string stored) => Assert.Empty(Drafts.Read(Encoding.UTF8.GetBytes(stored)));

    [Fact]
    public void Two_weeks_after_it_was_last_typed_into_it_is_over_and_with_it_a_seat_that_holds_nothing_else()
    {
        var seat = new Seat { LastUsed = At, Drafts = Drafts.Write(Kept("goal")) };
        Assert.Same(seat, SeatEnd.Left(seat, "m-1", Running, At + SeatEnd.Unused));
        Assert.Null(SeatEnd.Left(seat, "m-1", Running, At + SeatEnd.Unused + TimeSpan.FromSeconds(1)));
        // Of several only what is over goes.
        seat = seat with { Drafts = Drafts.Write(Drafts.With(Kept("goal"), Typed("need") with { At = At + TimeSpan.FromDays(1) })) };
        Assert.Equal(["need"], Drafts.Read(SeatEnd.Left(seat, "m-1", Running, At + SeatEnd.Unused + TimeSpan.FromHours(1))!.Drafts).Select(draft => draft.Of));
    }

    [Fact]
    public void A_week_after_the_close_it_goes_with_its_workshop_and_one_of_another_stays()
    {
        var seat = new Seat { LastUsed = At, Known = ["m-1", "m-2"], Drafts = Drafts.Write(Drafts.With(Kept("goal"), Typed("goal") with { Workshop = "m-2" })) };
        var closed = Running with { Phase = Phase.Closed, At = At };
        Assert.Same(seat, SeatEnd.Left(seat, "m-1", closed, At + SeatEnd.AfterClose));
        var left = SeatEnd.Left(seat, "m-1", closed, At + SeatEnd.AfterClose + TimeSpan.FromSeconds(1))!;
        Assert.Equal("m-2", Assert.Single(Drafts.Read(left.Drafts)).Workshop);
        Assert.Equal(["m-2"], left.Known.AsEnumerable());
    }

    static Workshop Running => new(Playbook.Standard) { Phase = Phase.Running, At = At };

    static ImmutableArray<Draft> Kept(params ReadOnlySpan<string> forms)
    {
        ImmutableArray<Draft> kept = [];
        foreach (var of in forms)
            kept = Drafts.With(kept, Typed(of));
        return kept;
    }

    static Draft Typed(string of, string field = "f.text", string? text = null) => new("m-1", of, "", ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(field, text ?? of), At);
}
