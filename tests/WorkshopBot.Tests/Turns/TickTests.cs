using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Schedule;

namespace WorkshopBot.Tests.Turns;

/// <summary>What is due in a workshop happens when its time has come: once, whoever looks and whatever the clock does.</summary>
public sealed class TickTests
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task It_happens_at_its_time_and_is_nobodys()
    {
        await using var talk = await Begun(Bell.Once(Day));
        var before = await Now(talk);
        await talk.Passes(Day - Moment);
        Assert.Equal(before.Version, (await Now(talk)).Version);
        await talk.Passes(2 * Moment);
        var after = await Now(talk);
        Assert.Equal((1, before.Version + 1, talk.Time.Now), (after.State.LinkEpoch, after.Version, after.State.At));
        Assert.Equal(before.State.Crew.Count, after.State.Crew.Count);
        await talk.Passes(30 * Day);
        Assert.Equal(after.Version, (await Now(talk)).Version);
    }

    [Fact]
    public async Task Looked_at_by_two_nodes_at_once_it_happens_once_by_the_name_of_its_time()
    {
        await using var talk = await Begun(Bell.Once(Day));
        var other = talk.Another();
        var before = await other.Looking.Read("m-1");
        talk.Time.Now += Day;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? talk.Loop : other).Ring("m-1")));
        foreach (var loop in new[] { talk.Loop, other })
            Assert.Equal((1, before.Version + 1), ((await loop.Looking.Read("m-1")).State.LinkEpoch, (await loop.Looking.Read("m-1")).Version));
        var commit = (await new WorkshopJournal(talk.Rows).Commit("m-1", before.Version + 1))!;
        var turn = Assert.Single(CommitJson.Read(commit.Data, before.State.Playbook.Kinds));
        Assert.Equal((TurnName.Of($"tick:m-1:once:{talk.Time.Now.UtcTicks}"), ""), (turn.Name, turn.By));
    }

    [Fact]
    public async Task A_node_that_was_started_anew_knows_that_it_has_happened()
    {
        await using var talk = await Begun(Bell.Once(Day));
        await talk.Passes(Day + Moment);
        await talk.Restart();
        await talk.Passes(Day + Moment);
        Assert.Equal(1, (await talk.Map()).LinkEpoch);
    }

    [Fact]
    public async Task After_400_days_what_would_have_happened_daily_happens_once_and_then_daily_again()
    {
        await using var talk = await Begun(Bell.Quiet());
        talk.Time.Now += 400 * Day;
        await talk.Passes(Moment);
        Assert.Equal(1, (await talk.Map()).LinkEpoch);
        await talk.Passes(Day - Moment);
        Assert.Equal(1, (await talk.Map()).LinkEpoch);
        await talk.Passes(2 * Moment);
        Assert.Equal(2, (await talk.Map()).LinkEpoch);
    }

    [Fact]
    public async Task A_clock_that_is_put_back_repeats_nothing_and_forgets_nothing()
    {
        await using var talk = await Begun(Bell.Opens("goals", "touchpoints", Day), Bell.Opens("touchpoints", "data", Day));
        await talk.Passes(Day + Moment);
        var after = await Now(talk);
        Assert.Equal("touchpoints", after.State.StepId);
        talk.Time.Now -= 3 * Day;
        await talk.Passes(Day);
        await talk.Takes("ann", "why: growth");
        await talk.Passes(Day);
        Assert.Equal((after.Version + 1, after.State.At), ((await Now(talk)).Version, (await Now(talk)).State.At));
        await talk.Passes(2 * Day + Moment);
        Assert.Equal("data", (await Now(talk)).State.StepId);
    }

    [Fact]
    public async Task Put_back_between_the_look_and_what_it_finds_it_is_looked_at_again()
    {
        await using var talk = await Begun(Bell.Once(Day));
        var agenda = talk.Agenda!;
        talk.Time.Now += Day + Moment;
        var looks = await agenda.Due(Agenda.ShardOf("m-1"), talk.Time.Now);
        Assert.NotEmpty(looks);
        foreach (var look in looks)
            if (await agenda.Claim(look) is { } claimed)
            {
                talk.Time.Now -= 2 * Moment;
                await talk.Loop.Ring("m-1");
                talk.Time.Now += 2 * Moment;
                await agenda.Done(claimed);
            }
        Assert.Equal(0, (await talk.Map()).LinkEpoch);
        await talk.Passes(Moment);
        Assert.Equal(1, (await talk.Map()).LinkEpoch);
    }

    [Fact]
    public async Task A_look_whose_commit_never_came_finds_nothing_and_the_one_that_counts_is_taken()
    {
        var (time, rows) = Refusing();
        await using var talk = await Begun(rows, time, Bell.Once(Day));
        var before = await Now(talk);
        time.Now += TimeSpan.FromHours(6);
        rows.Refused = "w-";
        Assert.Equal(ReplyKind.NotSaved, (await talk.Say("ann", "goto touchpoints")).Kind);
        rows.Refused = null;
        Assert.Contains(await talk.Agenda!.Due(Agenda.ShardOf("m-1"), time.Now + 2 * Day), look => look.At == time.Now + Day);
        await talk.Passes(Day - TimeSpan.FromHours(6) + Moment);
        Assert.Equal((1, before.Version + 1), ((await Now(talk)).State.LinkEpoch, (await Now(talk)).Version));
        await talk.Passes(Day);
        Assert.Equal(before.Version + 1, (await Now(talk)).Version);
    }

    [Fact]
    public async Task Where_its_look_cannot_be_set_there_is_no_commit()
    {
        var (time, rows) = Refusing();
        await using var talk = await Begun(rows, time, Bell.Once(Day));
        var version = (await Now(talk)).Version;
        // Soon enough that the look of any commit still stands.
        time.Now += Moment;
        rows.Refused = "agenda-";
        Assert.Equal(ReplyKind.NotSaved, (await talk.Say("ann", "goto touchpoints")).Kind);
        Assert.Equal(version, (await Now(talk)).Version);
        await talk.Takes("ann", "Purchase: pay by month");
        Assert.Equal(version + 1, (await Now(talk)).Version);
    }

    [Fact]
    public async Task What_could_not_be_saved_is_tried_again()
    {
        var (time, rows) = Refusing();
        await using var talk = await Begun(rows, time, Bell.Once(Day));
        await talk.Passes(Day - Moment);
        rows.Refused = "w-";
        await Assert.ThrowsAsync<StorageUnavailableException>(() => talk.Passes(2 * Moment));
        rows.Refused = null;
        Assert.Equal(0, (await talk.Map()).LinkEpoch);
        await talk.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await talk.Map()).LinkEpoch);
    }

    [Fact]
    public async Task A_closed_workshop_has_its_time_too()
    {
        await using var talk = await Begun(new Bell("review", w => w is { Phase: Phase.Closed, LinkEpoch: 0 } ? w.At + 30 * Day : null));
        await talk.Passes(40 * Day);
        await talk.Takes("ann", "throw away");
        await talk.Passes(30 * Day - Moment);
        Assert.Equal(0, (await Now(talk)).State.LinkEpoch);
        await talk.Passes(2 * Moment);
        Assert.Equal((1, Phase.Closed), ((await Now(talk)).State.LinkEpoch, (await Now(talk)).State.Phase));
    }

    [Fact]
    public async Task What_it_means_for_the_findings_is_in_the_same_commit_and_is_so_when_it_is_read_again()
    {
        await using var talk = await Begun(Bell.Opens("goals", "touchpoints", Day));
        await talk.Takes("bob", "Research: compare prices");
        var version = (await Now(talk)).Version;
        await talk.Passes(Day + Moment);
        Assert.Equal(version + 1, (await Now(talk)).Version);
        Assert.Equal(1, (await talk.Map()).Map.Count('X'));
        var file = await talk.Export();
        await talk.Restart();
        Assert.Equal(file, await talk.Export());
    }

    [Fact]
    public async Task One_that_is_set_to_the_time_at_which_it_rang_rings_again()
    {
        await using var talk = await Begun(new Bell("goal", w => w.LinkEpoch < w.Map.Count('G') ? w.StepOpenedAt + Day : null));
        await talk.Passes(Day);
        for (var goal = 1; goal <= 3; goal++)
        {
            await talk.Takes("bob", $"Research: goal {goal}");
            await talk.Passes(Moment);
            Assert.Equal(goal, (await talk.Map()).LinkEpoch);
        }
    }

    [Fact]
    public async Task One_that_becomes_due_by_another_does_not_wait()
    {
        await using var talk = await Begun(Bell.Opens("touchpoints", "data", TimeSpan.Zero), Bell.Opens("goals", "touchpoints", Day));
        talk.Time.Now += Day;
        await talk.Loop.Ring("m-1");
        Assert.Equal("data", (await talk.Map()).StepId);
    }

    [Fact]
    public async Task A_faulty_one_keeps_neither_the_others_nor_anybody()
    {
        var log = new RecordedLog();
        var faulty = new Bell("faulty", w => w.StepOpenedAt + TimeSpan.FromHours(1), _ => throw new InvalidOperationException("arsenic"));
        await using var talk = new Talk(playbook: Bell.Playbook(faulty, Bell.Once(Day)), looks: true, log: log);
        await talk.StartGoals();
        await talk.Passes(Day + Moment);
        Assert.Equal(1, (await talk.Map()).LinkEpoch);
        await talk.Takes("bob", "Research: compare prices");
        Assert.Contains(log.Lines, line => line.Contains("was dropped", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("arsenic", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_cannot_say_when_drops_the_turn_that_makes_it_so_and_no_other()
    {
        await using var talk = await Begun(new Bell("faulty", w => w.Frame.Purpose == "arsenic" ? throw new InvalidOperationException() : null), Bell.Once(Day));
        Assert.Equal(ReplyKind.Failed, (await talk.Say("ann", "why: arsenic")).Kind);
        await talk.Takes("ann", "why: growth");
        await talk.Passes(Day + Moment);
        Assert.Equal(1, (await talk.Map()).LinkEpoch);
    }

    [Fact]
    public async Task One_that_is_new_to_an_old_workshop_is_seen_to_at_its_next_look()
    {
        var time = new ManualTime();
        var rows = new MemoryRowStore(time);
        await using var before = new Talk(rows, looks: true, time: time);
        await before.StartGoals();
        var due = time.Now + Day;
        await using var talk = new Talk(rows, Bell.Playbook(Bell.Once(Day)), looks: true, time: time);
        await talk.Passes(TimeSpan.FromHours(1));
        Assert.Contains(await talk.Agenda!.Due(Agenda.ShardOf("m-1"), time.Now + 2 * Day), look => look.At == due);
        await talk.Passes(Day + Moment);
        Assert.Equal(1, (await talk.Map()).LinkEpoch);
    }

    static async Task<Present> Now(Talk talk) => await talk.Loop.Looking.Read("m-1");

    static (ManualTime Time, RefusingRows Rows) Refusing()
    {
        var time = new ManualTime();
        return (time, new(new MemoryRowStore(time)));
    }

    static Task<Talk> Begun(params Alarm[] alarms) => Begun(null, null, alarms);

    static async Task<Talk> Begun(IRowStore? rows, ManualTime? time, params Alarm[] alarms)
    {
        var talk = new Talk(rows, Bell.Playbook(alarms), looks: true, time: time);
        await talk.StartGoals();
        return talk;
    }
}
