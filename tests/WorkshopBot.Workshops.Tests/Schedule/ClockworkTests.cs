using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Workshops.Tests.Schedule;

/// <summary>Alarms ring when their time has come, in a workshop that is told what time it is.</summary>
public sealed class ClockworkTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void The_next_is_the_earliest_and_what_is_due_comes_in_the_order_of_its_time()
    {
        var clockwork = new Clockwork([Bell.Once(3 * Hour, "late"), new Bell("never", _ => null), Bell.Once(Hour, "early"), Bell.Once(2 * Hour, "between")]);
        var w = Team.Started().Workshop;
        Assert.Equal(w.At + Hour, clockwork.Next(w));
        Assert.Equal(w.At + 2 * Hour, clockwork.Next(w, w.At + Hour));
        Assert.Null(clockwork.Next(w, w.At + 3 * Hour));
        Assert.Equal(["early", "between"], clockwork.Due(w, w.At + 2 * Hour).Select(due => due.Alarm.Id));
        Assert.Empty(clockwork.Due(w, w.At + Hour - TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void Without_alarms_nothing_is_ever_due() => Assert.Equal((null, 0), (new Clockwork([]).Next(Team.Started().Workshop), new Clockwork([]).Due(Team.Started().Workshop, DateTimeOffset.MaxValue).Count()));

    [Fact]
    public void Before_the_start_nothing_rings_and_after_the_close_what_has_a_time_then()
    {
        var bell = new Bell("always", w => w.LinkEpoch == 0 ? DateTimeOffset.MinValue + Hour : null);
        var clockwork = new Clockwork([bell]);
        var blank = new Workshop(Playbook.Standard);
        Assert.Null(clockwork.Next(blank));
        Assert.Empty(clockwork.Due(blank, DateTimeOffset.MaxValue));
        Assert.Empty(Clockwork.Ring(bell, blank, DateTimeOffset.MaxValue));
        var closed = Team.Started().Given("Ann: throw away").Workshop;
        Assert.Equal(Phase.Closed, closed.Phase);
        Assert.IsType<WorkshopEvent.LinksRevoked>(Assert.Single(Clockwork.Ring(bell, closed, closed.At)));
    }

    [Fact]
    public void It_rings_from_its_time_on_and_not_before_or_again()
    {
        var (bell, w) = (Bell.Once(Hour), Team.Started().Workshop);
        Assert.Empty(Clockwork.Ring(bell, w, w.At + Hour - TimeSpan.FromTicks(1)));
        Assert.Single(Clockwork.Ring(bell, w, w.At + Hour));
        Assert.Single(Clockwork.Ring(bell, w, w.At + 400 * 24 * Hour));
        Assert.Empty(Clockwork.Ring(bell, Rings(bell, w, w.At + Hour), w.At + 400 * 24 * Hour));
    }

    [Fact]
    public void One_that_does_nothing_or_is_still_due_afterwards_is_a_fault()
    {
        var w = Team.Started().Workshop;
        Assert.Contains("'idle'", Assert.Throws<InvalidOperationException>(() => Clockwork.Ring(new Bell("idle", w => w.At, _ => []), w, w.At)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Clockwork.Ring(new Bell("again", w => w.At), w, w.At));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Late")]
    [InlineData("a:b")]
    public void A_name_that_would_not_fit_into_a_turns_stops_the_start(string id) => Assert.Throws<ArgumentException>(() => new Playbook(Playbook.Standard.Steps, Playbook.Standard.Checks, [Bell.Once(Hour, id)]));

    [Fact]
    public void Two_of_one_name_stop_the_start() => Assert.Throws<ArgumentException>(() => new Playbook(Playbook.Standard.Steps, Playbook.Standard.Checks, [Bell.Once(Hour), Bell.Once(2 * Hour)]));

    [Fact]
    public void Whatever_the_clock_says_in_whatever_order_it_rings_once_and_time_never_runs_back() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Gen.Choose(-200, 10_000).ArrayOf().ToArbitrary(), hours =>
        {
            var (once, quiet) = (Bell.Once(24 * Hour), Bell.Quiet());
            foreach (var bell in new[] { once, quiet })
            {
                var start = Team.Started().Workshop;
                var (w, rung) = (start, 0);
                foreach (var hour in hours)
                {
                    var now = start.At + hour * Hour is var told && told > w.At ? told : w.At;
                    var after = Rings(bell, w, now);
                    Assert.True(after.At >= w.At);
                    Assert.Equal(bell.Next(w) <= now, after.LinkEpoch > w.LinkEpoch);
                    Assert.Same(after, Rings(bell, after, now));
                    (w, rung) = (after, rung + (after.LinkEpoch > w.LinkEpoch ? 1 : 0));
                }
                Assert.Equal(hours.Any(hour => hour >= 24), rung > 0);
                if (bell == once) Assert.InRange(rung, 0, 1);
            }
        }));

    private static Workshop Rings(Alarm alarm, Workshop w, DateTimeOffset now) => Conversation.Own((state, at) => Clockwork.Ring(alarm, state, at), now, "tick", w).After;
}
