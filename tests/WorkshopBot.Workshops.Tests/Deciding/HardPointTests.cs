namespace WorkshopBot.Workshops.Tests.Deciding;

/// <summary>The hard done rules of the steps (facilitation, "Done").</summary>
public sealed class HardPointTests
{
    [Fact]
    public void The_lead_persona_needs_job_goal_challenge_and_a_value_or_fear()
    {
        var team = Team.Started().Given("Ann: next anyway", "Ann: Maya | nurse");
        Assert.Equal(["missing.persona.goal", "missing.persona.challenge", "missing.persona.value"], Hard(team));

        team.Given("Ann: Maya | goal: calm mornings | challenge: no time", "Ben: P1 | fear: being stranded");
        Assert.Empty(Hard(team));
    }

    [Fact]
    public void Every_stage_needs_its_major_goal_and_exit_need()
    {
        var team = Team.Started().Given("Ann: next anyway", "Ann: next anyway", "Ann: Choose, Buy", "Ann: Choose | goal: be sure | done when: shortlist");
        Assert.Equal(["missing.stage.goal", "missing.stage.exit"], Hard(team));
    }

    [Fact]
    public void Of_many_open_points_the_first_are_named_and_the_others_counted()
    {
        var team = Team.Started().Given("Ann: next anyway", "Ann: next anyway", "Ann: One, Two, Three, Four, Five, Six");
        Assert.Matches("still needs: ([^;.]*;){4} and 8 more[.]", Team.Text(team.Says("Ann", "next")).Replace("...", "", StringComparison.Ordinal));

        Assert.Contains("and 8 more", Team.Text(team.Says("Ann", "next anyway")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_stage_needs_a_goal_of_the_lead_persona()
    {
        var team = Team.Started().Until("personas").Given("Ann: Tom | teacher").Until("goals");
        team.Given("Ann: Research: compare | for Maya");
        Assert.Equal(6, Hard(team).Count);

        team.Given("Ann: Research: compare | for Tom", "Ann: lead P1");
        Assert.Equal(5, Hard(team).Count);
    }

    [Fact]
    public void Touchpoints_need_every_stage_goal_and_feeling_covered_and_a_moment_of_truth()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare").Until("touchpoints");
        Assert.Equal(6, Hard(team).Count(code => code == "missing.touchpoint"));
        Assert.Equal(1, Hard(team).Count(code => code == "missing.served"));
        Assert.Equal(6, Hard(team).Count(code => code == "missing.actual"));
        Assert.Contains("missing.moment", Hard(team));

        team.Given("Ann: Research: price page | serves G1", "Ann: T1 is a moment of truth because it decides", "Ann: Research feels lost 2", "Ann: gap Choose: nothing there");
        Assert.Equal(4, Hard(team).Count(code => code == "missing.touchpoint"));
        Assert.DoesNotContain("missing.served", Hard(team));
        Assert.Equal(5, Hard(team).Count(code => code == "missing.actual"));
        Assert.DoesNotContain("missing.moment", Hard(team));
    }

    [Fact]
    public void Data_need_a_duration_or_somebody_who_brings_it_and_a_level_for_every_moment_of_truth()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: Research: price page", "Ann: T1 is a moment of truth because it decides").Until("data");
        Assert.Equal(6, Hard(team).Count(code => code == "missing.duration"));
        Assert.Contains("missing.level", Hard(team));

        team.Given("Ann: Research takes 2-4 weeks", "Ann: S1 | times by: @Ann", "Ann: T1: people say so (anecdote)");
        Assert.Equal(4, Hard(team).Count(code => code == "missing.duration"));
        Assert.DoesNotContain("missing.level", Hard(team));
    }

    [Fact]
    public void The_three_accepted_gaps_with_the_highest_effect_must_be_complete()
    {
        var team = Team.Started().Until("teams");
        for (var i = 1; i <= 4; i++) team.Given($"Ann: gap Choose: number {i} | effect {i}");
        Assert.Equal(["missing.gap", "missing.gap", "missing.gap"], Hard(team));

        foreach (var gap in (string[])["X2", "X3", "X4"]) team.Given($"Ann: {gap} -> Product | M | owner @Ann | talk to them by 12 June");
        Assert.Empty(Hard(team));
    }

    private static List<string> Hard(Team team) => [.. team.Workshop.Step.Missing(team.Workshop).Where(open => open.Hard).Select(open => open.What.Code)];
}
