using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Deciding;

/// <summary>Rename, reorder, split and merge keep what hangs on a stage.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void A_renamed_stage_keeps_its_goals_and_is_found_by_the_new_name()
    {
        var team = WithGoals().Given("Ann: rename S2 Look around", "Ann: Look around: a second goal");
        Assert.Equal(2, team.Workshop.Map.Count('G', new Ref('S', 2)));
    }

    [Fact]
    public void Stages_move_before_and_after_others()
    {
        var team = Team.Started().Until("goals").Given("Ann: move S6 before S1", "Ann: move Research after Choose");
        Assert.Equal(["S6", "S1", "S3", "S4", "S2", "S5"], team.Workshop.Map.Stages.Select(stage => stage.Name.ToString()));
    }

    [Fact]
    public void A_split_stage_stands_before_its_second_half_and_keeps_everything()
    {
        var team = WithGoals().Given("Ann: split S2 into Search, Compare");
        Assert.Equal(["Discover", "Search", "Compare", "Explore", "Choose", "Purchase", "Advocate"], Names(team));
        Assert.Equal(1, team.Workshop.Map.Count('G', new Ref('S', 2)));
    }

    [Fact]
    public void A_merged_stage_gives_its_items_to_the_older_and_stays_an_alias()
    {
        var team = WithGoals().Given("Ann: merge S2 into S3");

        Assert.Equal(2, team.Workshop.Map.Count('G', new Ref('S', 2)));
        Assert.Equal(new Ref('S', 2), team.Workshop.Map.Resolve(new Ref('S', 3)));
        team.Given("Ann: S3? still typed by its old ref");
        Assert.Equal(1, team.Workshop.Map.Count('Q', new Ref('S', 2)));
    }

    [Fact]
    public void Merging_fills_what_the_older_lacks()
    {
        var team = Team.Started().Until("goals").Given("Ann: S3 | goal: feel it | done when: ridden two", "Ann: S2 | goal: know", "Ann: merge S3 into S2");
        var stage = (Stage)team.Workshop.Map.Live(new('S', 2))!.Item;
        Assert.Equal(("know", "ridden two"), (stage.MajorGoal, stage.ExitNeed));
    }

    [Fact]
    public void Merging_makes_votes_distinct_voters()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: Research feels lost 2", "Ben: Research feels fine 4", "Ben: Explore feels fine 5", "Cleo: Explore feels fine 5", "Ann: merge S3 into S2");

        var feeling = Assert.Single(team.Workshop.Map.LiveOn('V'));
        Assert.Equal(3, ((Feeling)feeling.Item).Actual.Votes);
        Assert.Equal(4, ((Feeling)feeling.Item).Actual.Of("test:local:ben")!.Score);
    }

    [Fact]
    public void A_route_within_a_merged_stage_goes()
    {
        var team = Team.Started().Until("data").Given("Ann: Research -> Explore 31%", "Ann: merge S3 into S2");
        Assert.Empty(team.Workshop.Map.LiveOn('C'));
    }

    [Fact]
    public void A_stage_in_use_is_not_withdrawn() => Assert.True(WithGoals().Says("Ann", "withdraw S2").Refused);

    [Fact]
    public void Contributors_do_not_reshape_what_others_made()
    {
        var team = WithGoals();
        foreach (var line in (string[])["rename S2 Mine", "move S2 before S1", "split S2 into a1 x, b1 y", "merge S2 into S3", "lead P1"]) Assert.True(team.Says("Ben", line).Refused, line);
    }

    [Fact]
    public void The_thirteenth_stage_is_refused_with_the_number()
    {
        var team = Team.Started().Until("goals");
        for (var i = 7; i <= 12; i++) team.Given($"Ann: stage: Number {i}");
        var answer = team.Says("Ann", "stage: One more");
        Assert.True(answer.Refused);
        Assert.Contains("12", Team.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_route_is_corrected_by_its_author_and_split_by_medium_up_to_100_percent()
    {
        var team = Team.Started().Until("data").Given("Ann: Research -> Explore 31% via website", "Ann: Research -> Explore 33% via website", "Ben: Research -> Explore 60% via shop");

        Assert.Equal([33m, 60m], team.Workshop.Map.LiveOn('C').Select(entry => ((Conversion)entry.Item).Percent!.Value));
        Assert.True(team.Says("Ben", "Research -> Choose 8% via phone").Refused);
        Assert.True(team.Says("Ben", "Research -> Choose 140%").Refused);
        Assert.True(team.Says("Ben", "Research -> Choose -4%").Refused);
    }

    [Fact]
    public void An_unknown_percentage_is_legal_and_becomes_a_task()
    {
        var team = Team.Started().Until("data");
        var answer = team.Says("Ann", "Choose -> Purchase unknown");
        Assert.False(answer.Refused);
        Assert.Contains("Who finds out", Team.Text(answer), StringComparison.Ordinal);
        Assert.Null(((Conversion)team.Workshop.Map.Live(new('C', 1))!.Item).Percent);
    }

    private static Team WithGoals() => Team.Started().Until("goals").Given("Ann: Research: compare", "Ann: Explore: try");

    private static IEnumerable<string?> Names(Team team) => team.Workshop.Map.Stages.Select(stage => ((Stage)stage.Item).Name);
}
