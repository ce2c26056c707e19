using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Deciding;

/// <summary>Undo, restore and merge leave a map on which everything holds that adding sees to.</summary>
public sealed class UndoSoundTests
{
    [Fact]
    public void Undo_of_a_move_keeps_the_stages_others_added_since()
    {
        var team = Team.Started().Until("goals").Given("Ann: move S1 after S6", "Ben: stage: Extra", "Ann: undo");
        Assert.Equal(7, team.Workshop.Map.Stages.Count());
    }

    [Fact]
    public void Undo_does_not_bring_back_a_name_somebody_else_took_since()
    {
        var team = Team.Started().Until("goals").Given("Ann: withdraw S4", "Ben: stage: Choose");
        Assert.True(team.Says("Ann", "undo").Refused);
    }

    [Fact]
    public void Undo_does_not_bring_an_item_back_to_a_place_that_is_gone()
    {
        var team = Team.Started().Until("goals").Given("Ben: goal Choose: x", "Ben: withdraw G1", "Ann: withdraw S4");
        Assert.True(team.Says("Ben", "undo").Refused);
    }

    [Fact]
    public void A_pass_and_a_judgement_are_what_undo_takes_back_when_they_came_last()
    {
        var team = Team.Started().Until("goals").Given("Ann: Choose: keep me", "Ann: pass", "Ann: overall 4: fine", "Ann: undo", "Ann: undo");
        Assert.Equal((1, 0, 0), (team.Workshop.Map.Count('G'), team.Workshop.Passes.Count, team.Workshop.Judgements.Count));
    }

    [Fact]
    public void Add_edit_undo_undo_leaves_nothing()
    {
        var team = Team.Started().Until("goals").Given("Ann: Choose: x", "Ann: edit G1 y", "Ann: undo");
        Assert.Equal("x", ((Goal)team.Workshop.Map.Live(new('G', 1))!.Item).Text);
        team.Given("Ann: undo");
        Assert.Null(team.Workshop.Map.Live(new('G', 1)));
    }

    [Fact]
    public void On_a_closed_map_only_the_close_itself_is_undone()
    {
        var team = Team.Started().Until("goals").Given("Ben: Choose: x", "Ann: throw away");
        Assert.True(team.Says("Ben", "undo").Refused);
        team.Given("Ann: undo");
        Assert.Equal(Phase.Running, team.Workshop.Phase);
    }

    [Fact]
    public void Undo_of_next_is_refused_when_others_have_gone_on()
    {
        var team = Team.Started().Until("goals").Given("Ann: next anyway", "Ben: Choose: call");
        Assert.True(team.Says("Ann", "undo").Refused);
    }

    [Fact]
    public void A_restored_route_does_not_lead_more_than_everybody_on()
    {
        var team = Team.Started().Until("data").Given("Ann: Research -> Explore 80% via web", "Ann: withdraw C1", "Ann: Research -> Explore 80% via app");
        Assert.True(team.Says("Ann", "restore C1").Refused);
        Assert.True(team.Given("Ann: Choose -> Purchase 50%").Says("Ann", "merge S4 into S2").Refused);
    }

    [Fact]
    public void Merged_touchpoints_serve_what_either_served()
    {
        var team = Team.Started().Until("goals").Given("Ann: Choose: a", "Ann: Choose: b").Until("touchpoints").Given("Ann: Choose: call | serves G1", "Ann: Choose: mail | serves G2", "Ann: merge T2 into T1");
        Assert.Equal(["G1", "G2"], ((Steps.Touchpoints.Touchpoint)team.Workshop.Map.Live(new('T', 1))!.Item).Serves.Select(goal => goal.ToString()));
    }

    [Fact]
    public void Withdrawing_takes_along_what_belongs_to_what_belongs()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: Choose: call", "Ann: T1 fails when down", "Ann: F1: seen it (survey, n=3)", "Ann: withdraw T1");
        Assert.Empty(team.Workshop.Map.LiveOn('E'));
    }

    [Fact]
    public void A_question_answered_by_a_touchpoint_is_open_again_without_it()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: Choose: call", "Ann: question Choose: is it safe | answered by T1");
        Assert.Empty(team.Workshop.Map.LiveOn('X'));
        team.Given("Ann: withdraw T1");
        Assert.Single(team.Workshop.Map.LiveOn('X'));
    }
}
