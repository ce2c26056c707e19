using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Deciding;

/// <summary>The two founding mismatches: L06 goal without touchpoint, L07 question without answer.</summary>
public sealed class FindingTests
{
    [Fact]
    public void Goals_and_questions_become_findings_when_touchpoints_are_first_asked_for()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare", "Ann: Research? what is fair");
        Assert.Empty(team.Workshop.Map.LiveOn('X'));

        team.Given("Ann: next anyway");

        Assert.Equal([("L06", new Ref('G', 1)), ("L07", new Ref('Q', 1))], team.Workshop.Map.LiveOn('X').Select(entry => (((Gap)entry.Item).Check!, ((Gap)entry.Item).Place!.Value)));
    }

    [Fact]
    public void A_touchpoint_that_serves_and_answers_resolves_them_in_the_same_commit()
    {
        var team = Mismatched();

        var answer = team.Says("Ann", "Research: price page | serves G1 | answers Q1");

        Assert.Equal([new WorkshopEvent.FindingResolved(new('X', 1)), new WorkshopEvent.FindingResolved(new('X', 2))], answer.Events.Skip(1));
    }

    [Fact]
    public void A_finding_that_comes_back_keeps_its_ref_team_and_size()
    {
        var team = Mismatched().Given("Ann: X1 -> Product | M", "Ann: Research: price page | serves G1");
        Assert.Equal(Gap.Resolved, State(team));

        team.Given("Ann: withdraw T1");

        Assert.Equal(Gap.Open, State(team));
        Assert.Equal("Product", Assert.Single(((Gap)team.Workshop.Map.Live(new('X', 1))!.Item).Teams));
        Assert.Equal(2, team.Workshop.Map.LiveOn('X').Count());
    }

    [Fact]
    public void A_finding_is_accepted_or_dropped_with_a_reason_by_the_facilitator()
    {
        var team = Mismatched();
        Assert.True(team.Says("Ben", "gap X1").Refused);

        team.Given("Ann: gap X1", "Ann: drop X2 the question is wrong");

        Assert.Equal(Gap.Accepted, State(team));
        Assert.Equal("the question is wrong", ((Gap)team.Workshop.Map.Live(new('X', 2))!.Item).Reason);
    }

    [Fact]
    public void A_dropped_finding_stays_dropped_while_its_cause_comes_and_goes()
    {
        var team = Mismatched().Given("Ann: drop X1 the goal is wrong", "Ann: Research: page | serves G1", "Ann: withdraw T1");
        Assert.Equal(Gap.Dropped, State(team));
    }

    [Fact]
    public void A_late_goal_is_found_at_once_and_a_withdrawn_one_is_let_go()
    {
        var team = Mismatched().Given("Ann: goal Choose: be sure");
        Assert.Equal(Gap.Open, State(team, 3));

        team.Given("Ann: withdraw G2");
        Assert.Equal(Gap.Resolved, State(team, 3));
    }

    [Fact]
    public void Unlinking_raises_the_finding_again()
    {
        var team = Mismatched().Given("Ann: Research: page | serves G1", "Ann: unlink T1 G1");
        Assert.Equal(Gap.Open, State(team));

        team.Given("Ann: link G1 T1");
        Assert.Equal(Gap.Resolved, State(team));
    }

    [Fact]
    public void A_finding_cannot_be_withdrawn() => Assert.True(Mismatched().Says("Ann", "withdraw X1").Refused);

    private static Team Mismatched() => Team.Started().Until("goals").Given("Ann: Research: compare", "Ann: Research? what is fair").Until("touchpoints");

    private static string? State(Team team, int number = 1) => ((Gap)team.Workshop.Map.Live(new('X', number))!.Item).State;
}
