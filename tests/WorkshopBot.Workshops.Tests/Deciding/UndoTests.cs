using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Deciding;

public sealed class UndoTests
{
    [Fact]
    public void Undo_takes_back_every_item_of_my_last_message()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare\nChoose: be sure (survey, n=12)", "Ben: Purchase: pay once");

        team.Given("Ann: undo");

        Assert.Equal(["G3"], team.Workshop.Map.LiveOn('G').Select(entry => entry.Name.ToString()));
        Assert.Empty(team.Workshop.Map.LiveOn('E'));
    }

    [Fact]
    public void Undo_again_takes_back_the_message_before()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare", "Ann: Choose: be sure", "Ann: undo", "Ann: undo");
        Assert.Empty(team.Workshop.Map.LiveOn('G'));
    }

    [Fact]
    public void Undo_puts_the_text_back_that_an_edit_replaced()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare", "Ann: edit G1 look", "Ann: undo");
        Assert.Equal("compare", ((Steps.Goals.Goal)team.Workshop.Map.Live(new('G', 1))!.Item).Text);
    }

    [Fact]
    public void Undo_brings_a_withdrawn_item_back()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare", "Ann: withdraw G1", "Ann: undo");
        Assert.NotNull(team.Workshop.Map.Live(new('G', 1)));
    }

    [Fact]
    public void Undo_is_refused_when_somebody_else_built_on_it_and_says_which()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: Research: page", "Ben: T1 fails when it is down");

        var answer = team.Says("Ann", "undo");

        Assert.True(answer.Refused);
        Assert.Contains("F1", Team.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_is_refused_when_somebody_changed_it_since()
    {
        var team = Team.Started().Until("touchpoints").Given("Ben: Research: page", "Ann: edit T1 price page");
        Assert.True(team.Says("Ben", "undo").Refused);
    }

    [Fact]
    public void Undo_of_a_feeling_takes_back_only_my_vote_and_not_a_feeling_others_share()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: Research feels lost 2", "Ben: Research feels fine 4");
        Assert.True(team.Says("Ann", "undo").Refused);

        team.Given("Ben: undo");
        Assert.Equal(1, ((Feeling)team.Workshop.Map.Live(new('V', 1))!.Item).Actual.Votes);
    }

    [Fact]
    public void Undo_ends_after_a_day()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare");
        team.At += TimeSpan.FromHours(25);
        Assert.True(team.Says("Ann", "undo").Refused);
    }

    [Fact]
    public void Undo_of_next_opens_the_step_again()
    {
        var team = Team.Started().Given("Ann: next anyway", "Ann: undo");
        Assert.Equal("kickoff", team.Workshop.StepId);
        Assert.Empty(team.Workshop.Map.LiveOn('D'));
    }

    [Fact]
    public void Undo_of_a_merge_and_of_a_split_restores_both_stages_with_what_hung_on_them()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare", "Ann: Explore: try", "Ann: merge S3 into S2", "Ann: undo", "Ann: split S2 into Search, Compare", "Ann: undo");

        Assert.Equal(["Discover", "Research", "Explore", "Choose", "Purchase", "Advocate"], team.Workshop.Map.Stages.Select(stage => ((Stage)stage.Item).Name));
        Assert.Equal((1, 1), (team.Workshop.Map.Count('G', new Ref('S', 2)), team.Workshop.Map.Count('G', new Ref('S', 3))));
    }

    [Fact]
    public void There_is_nothing_to_undo_for_somebody_who_did_nothing() => Assert.True(Team.Started().Says("Ben", "undo").Refused);
}
