using WorkshopBot.Workshops.People;

namespace WorkshopBot.Workshops.Tests.Deciding;

public sealed class StepTests
{
    [Fact]
    public void Whoever_starts_a_workshop_facilitates_it()
    {
        var team = Team.Started();

        Assert.Equal(Phase.Running, team.Workshop.Phase);
        Assert.Equal("kickoff", team.Workshop.StepId);
        Assert.Equal(Role.Facilitator, team.Workshop.Crew["test:local:ann"]!.Role);
    }

    [Fact]
    public void A_second_start_is_refused_and_names_the_open_workshop()
    {
        var answer = Team.Started("Getting a bike").Says("Ben", "start Another one");

        Assert.True(answer.Refused);
        Assert.Contains("Getting a bike", Team.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Next_is_refused_while_a_hard_point_is_open_and_says_which()
    {
        var team = Team.Started();

        var answer = team.Says("Ann", "next");

        Assert.True(answer.Refused);
        Assert.Contains("the scenario", Team.Text(answer), StringComparison.Ordinal);
        Assert.Equal("kickoff", team.Workshop.StepId);
    }

    [Fact]
    public void Next_passes_with_soft_points_open_and_lists_them()
    {
        var team = Team.Started().Given("Ann: scenario: When it rains, Jo wants a dry way, until work", "Ann: why: sell more", "Ann: owner: @Ann");

        var answer = team.Says("Ann", "next");

        Assert.False(answer.Refused);
        Assert.Equal("personas", team.Workshop.StepId);
        Assert.Contains("Left open: people taking part", Team.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Next_anyway_records_a_decision_with_what_was_open()
    {
        var team = Team.Started().Given("Ann: next anyway");

        Assert.Equal("personas", team.Workshop.StepId);
        var decided = Assert.Single(team.Workshop.Map.LiveOn('D'));
        Assert.Contains("the scenario", ((Steps.Teams.DecisionTaken)decided.Item).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_facilitator_and_deputies_go_on()
    {
        var team = Team.Started().Given("Ben: park a basket");

        Assert.True(team.Says("Ben", "next anyway").Refused);

        team.Happened(new WorkshopEvent.RoleGiven("test:local:ben", Role.Deputy));
        Assert.False(team.Says("Ben", "next anyway").Refused);
    }

    [Fact]
    public void Two_people_who_say_next_at_once_move_the_team_one_step()
    {
        var team = Team.Started().Given("Ben: park a basket").Happened(new WorkshopEvent.RoleGiven("test:local:ben", Role.Deputy));
        team.Given("Ann: next anyway");

        team.At -= TimeSpan.FromSeconds(18);
        var late = team.Says("Ben", "next anyway");

        Assert.True(late.Refused);
        Assert.Contains("a moment ago", Team.Text(late), StringComparison.Ordinal);
        Assert.Equal("personas", team.Workshop.StepId);
    }

    [Fact]
    public void Back_and_goto_open_other_steps_and_what_is_there_stays()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare", "Ann: back");
        Assert.Equal("stages", team.Workshop.StepId);

        team.Given("Ann: goto 3");
        Assert.Equal("goals", team.Workshop.StepId);
        Assert.Equal(1, team.Workshop.Map.Count('G'));
    }

    [Fact]
    public void A_workshop_closes_only_with_owner_and_review_date()
    {
        var team = Team.Started().Until("close");

        Assert.True(team.Says("Ann", "close").Refused);
        team.Given("Ann: owner @Ann", "Ann: review in 3 months", "Ann: close");

        Assert.Equal(Phase.Closed, team.Workshop.Phase);
        Assert.Equal(Ending.OpenPoints, team.Workshop.Ending);
    }

    [Fact]
    public void A_workshop_may_be_thrown_away_without_either()
    {
        var team = Team.Started().Given("Ann: throw away");

        Assert.Equal(Ending.ThrownAway, team.Workshop.Ending);
    }

    [Fact]
    public void A_closed_workshop_takes_nothing_until_it_is_reopened()
    {
        var team = Team.Started().Given("Ann: throw away");
        Assert.True(team.Says("Ann", "park something").Refused);

        team.Given("Ann: reopen personas");
        Assert.Equal("personas", team.Workshop.StepId);
        team.Given("Ann: park something");
    }

    [Fact]
    public void An_objection_closes_the_map_with_open_points_until_it_is_signed_off()
    {
        var team = Team.Started().Until("close").Given("Ben: object: nobody asked the shops");
        Assert.Equal("nobody asked the shops", team.Workshop.Judgements["test:local:ben"].Objection);

        team.Given("Ben: sign off");
        Assert.Null(team.Workshop.Judgements["test:local:ben"].Objection);
        Assert.True(team.Workshop.Judgements["test:local:ben"].SignedOff);
    }

    [Fact]
    public void Anonymous_names_are_not_available_yet() =>
        Assert.Contains("not available yet", Team.Text(Team.Started().Says("Ann", "names: anonymous")), StringComparison.Ordinal);
}
