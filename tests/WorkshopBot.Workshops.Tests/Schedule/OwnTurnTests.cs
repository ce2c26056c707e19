using System.Text;
using System.Text.Json;
using WorkshopBot.Workshops.Stored;

namespace WorkshopBot.Workshops.Tests.Schedule;

/// <summary>What the house does by itself is decided like anything else, but it is nobody's.</summary>
public sealed class OwnTurnTests
{
    private static readonly WorkshopEvent[] Opens = [new WorkshopEvent.StepOpened("touchpoints")];

    [Fact]
    public void What_it_means_for_the_findings_comes_with_it_as_when_somebody_does_the_same()
    {
        var own = Own(Begun().Workshop, Opens);
        var typed = Begun().Says("Ann", "goto touchpoints");
        Assert.Equal(typed.Events.AsEnumerable(), own.Events);
        Assert.Contains(own.Events, e => e is WorkshopEvent.FindingRaised { Check: "L06" });
        Assert.Equal("touchpoints", own.After.StepId);
        Assert.Contains("step:touchpoints", Reactions.To(own.Events, own.After));
        Assert.Equal((false, false, true), (own.Refused, own.Ignored, own.Lines.IsEmpty));
    }

    [Fact]
    public void Nobody_joins_by_it_and_nobody_can_take_it_back()
    {
        var before = Begun().Workshop;
        var after = Own(before, Opens).After;
        Assert.Equal(before.Crew.All.Select(person => person.Key), after.Crew.All.Select(person => person.Key));
        Assert.Same(before.Acts, after.Acts);
        Assert.Equal("", after.StepOpenedBy);
    }

    [Fact]
    public void Replayed_it_leads_to_the_same()
    {
        var (before, at) = (Begun().Workshop, new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        var own = Conversation.Own((_, _) => [.. Opens], at, "tick", before);
        Assert.Equal(at, own.After.At);
        Assert.Equal(Text(own.After), Text(Conversation.Fold(before, own.Events, "", at, "tick")));
    }

    [Fact]
    public void A_clock_that_is_behind_does_not_take_the_workshop_back()
    {
        var before = Begun().Workshop;
        var own = Conversation.Own((_, _) => [.. Opens], before.At - TimeSpan.FromDays(3), "tick", before);
        Assert.Equal((before.At, before.At), (own.After.At, own.After.StepOpenedAt));
    }

    [Fact]
    public void Where_nothing_is_to_be_done_nothing_changes()
    {
        var before = Begun().Workshop;
        var own = Own(before, []);
        Assert.Same(before, own.After);
        Assert.Empty(own.Events);
    }

    [Fact]
    public void A_closed_workshop_hears_it_too()
    {
        var closed = Begun().Given("Ann: throw away").Workshop;
        var own = Own(closed, [new WorkshopEvent.LinksRevoked()]);
        Assert.Equal((Phase.Closed, closed.LinkEpoch + 1), (own.After.Phase, own.After.LinkEpoch));
        Assert.Single(own.Events);
    }

    // A goal that no touchpoint serves.
    private static Team Begun() => Team.Started().Given("Ann: goto stages", "Ann: Research, Purchase", "Ann: goto goals", "Ann: Research: compare prices");

    private static Answered Own(Workshop w, WorkshopEvent[] events) => Conversation.Own((_, _) => [.. events], w.At + TimeSpan.FromSeconds(20), "tick", w);

    private static string Text(Workshop w)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            StateJson.Write(json, w);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
