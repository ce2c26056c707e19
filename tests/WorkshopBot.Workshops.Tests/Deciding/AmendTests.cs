using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Deciding;

/// <summary>Messages that are edited, deleted and brought back: what they made follows them.</summary>
public sealed class AmendTests
{
    private readonly Team _team = Team.Started().Until("goals");

    [Fact]
    public void Given_a_goal_when_its_message_is_edited_the_goal_says_the_new_text_under_its_ref()
    {
        Wrote("Research: compare the price");

        var answer = Edits("Research: compare the true monthly cost");

        Assert.Equal("compare the true monthly cost", Goal(1).Text);
        Assert.Single(_team.Workshop.Map.On('G'));
        Assert.StartsWith("G1 is brought up to date.", Team.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_two_lines_when_a_third_is_written_below_it_is_added_and_a_second_edit_finds_it()
    {
        Wrote("Research: one\nExplore: two");

        Edits("Research: one\nExplore: two\nChoose: three");
        Edits("Research: one\nExplore: two\nChoose: tree");

        Assert.Equal(["one", "two", "tree"], Goals());
    }

    [Fact]
    public void Given_two_lines_when_one_is_taken_out_its_item_is_withdrawn_and_comes_back_with_it()
    {
        Wrote("Research: one\nExplore: two");

        Assert.Contains("Off the map with its line: G2.", Team.Text(Edits("Research: one")), StringComparison.Ordinal);
        Assert.Equal(["one"], Goals());
        Edits("Research: one\nExplore: two");

        Assert.Equal(["one", "two"], Goals());
        Assert.Equal(2, _team.Workshop.Map.On('G').Count());
    }

    [Fact]
    public void Given_an_item_that_was_changed_since_when_another_line_is_edited_it_stays_as_it_was_changed()
    {
        Wrote("Research: one\nExplore: two");
        _team.Given("Ann: edit G1 better");

        Edits("Research: one\nExplore: three");

        Assert.Equal(["better", "three"], Goals());
    }

    [Fact]
    public void Given_an_item_withdrawn_by_hand_when_another_line_is_edited_it_stays_off_the_map()
    {
        Wrote("Research: one\nExplore: two");
        _team.Given("Ben: withdraw G1");

        Edits("Research: one\nExplore: three");

        Assert.Equal(["three"], Goals());
    }

    [Fact]
    public void Given_an_unchanged_message_when_it_is_edited_nothing_happens()
    {
        Wrote("Research: one (survey, n=12)\nResearch feels lost 2\nS3 | evidence of completion: a list\nResearch -> Explore 31% via web");

        var answer = Edits("Research: one (survey, n=12)\nResearch feels lost 2\nS3 | evidence of completion: a list\nResearch -> Explore 31% via web");

        Assert.Empty(answer.Events);
        Assert.Equal("Nothing has changed: it says so already.", Team.Text(answer));
    }

    [Fact]
    public void A_field_the_line_filled_is_cleared_with_it_and_one_that_others_filled_stays()
    {
        _team.Until("touchpoints");
        Wrote("Research: page | web | during");
        _team.Given("Ann: T1 | friction");

        Edits("Research: page | web");

        var item = (Touchpoint)_team.Workshop.Map.Live(new('T', 1))!.Item;
        Assert.Null(item.Timing);
        Assert.Equal("friction", item.Experience);
    }

    [Fact]
    public void What_others_linked_stays_when_the_line_serves_another_goal()
    {
        _team.Given("Ann: Research: one", "Ann: Research: two", "Ann: Research: three").Until("touchpoints");
        Wrote("Research: page | serves G1");
        _team.Given("Ann: link T1 G3");

        Edits("Research: page | serves G2");

        Assert.Equal((Ref[])[new('G', 3), new('G', 2)], ((Touchpoint)_team.Workshop.Map.Live(new('T', 1))!.Item).Serves.ToArray());
    }

    [Fact]
    public void A_line_that_becomes_another_kind_or_moves_to_another_place_is_a_new_item()
    {
        Wrote("Research: one\nExplore: two");

        Edits("need Research: one\nChoose: two");

        Assert.Equal([("G3", "S4")], _team.Workshop.Map.LiveOn('G').Select(entry => (entry.Name.ToString(), ((Goal)entry.Item).Stage.ToString()!)));
        Assert.Single(_team.Workshop.Map.LiveOn('N'));
    }

    [Fact]
    public void What_others_built_on_stays_and_it_is_said_why()
    {
        _team.Until("touchpoints");
        Wrote("Research: page\nExplore: film");
        _team.Given("Ann: T2 fails when it is down");

        var answer = Edits("Research: page");

        Assert.NotNull(_team.Workshop.Map.Live(new('T', 2)));
        Assert.Contains("T2 stays on the map: F1 depend on it.", Team.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_feeling_replaces_my_own_vote_and_leaves_others_theirs()
    {
        _team.Until("touchpoints").Given("Ann: Research feels fine 4");
        Wrote("Research feels lost 2");

        var answer = Edits("Research feels lost 1");

        var feeling = (Feeling)_team.Workshop.Map.Live(new('V', 1))!.Item;
        Assert.Equal([1, 4], feeling.Actual.All.Select(vote => vote.Mood.Score).Order());
        Assert.Contains("as if it had been written now", Team.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_route_that_goes_elsewhere_now_leaves_nothing_behind()
    {
        Wrote("Research -> Explore 80%");

        Edits("Research -> Choose 90%");

        Assert.Equal(["C2"], _team.Workshop.Map.LiveOn('C').Select(entry => entry.Name.ToString()));
    }

    [Fact]
    public void Evidence_in_brackets_comes_goes_and_changes_with_them()
    {
        Wrote("Research: one (survey, n=12)");

        Edits("Research: one (survey, n=40)");
        Assert.Equal([40m], Evidence());
        Edits("Research: one");
        Assert.Empty(Evidence());
        Edits("Research: one (survey, n=40)");

        Assert.Equal([40m], Evidence());
        Assert.Single(_team.Workshop.Map.On('E'));
    }

    [Theory]
    [InlineData("Ann", "next anyway")]
    [InlineData("Ann", "pass")]
    [InlineData("Ann", "undo")]
    [InlineData("Ann", "export json")]
    [InlineData("Ann", "withdraw G1")]
    public void An_edit_never_runs_a_command(string person, string command)
    {
        _team.Given("Ann: Research: kept");
        var before = _team.Workshop;
        _team.Turn("m", person, "Research: one");

        var answer = Edits(command, person);

        Assert.Equal((before.StepId, before.Passes.Count, (string?)null), (_team.Workshop.StepId, _team.Workshop.Passes.Count, answer.Handover));
        Assert.Equal(["kept"], Goals());
        Assert.Contains("not carried out", Team.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_was_refused_and_is_right_now_is_added()
    {
        Assert.True(_team.Turn("m", "Ben", "Reserch: compare").Refused);

        Assert.False(Edits("Research: compare").Refused);
        Edits("Research: compare the price");

        Assert.Equal(["compare the price"], Goals());
    }

    [Fact]
    public void A_line_that_is_wrong_now_leaves_the_item_as_it_was_and_says_so()
    {
        Wrote("Research: one");

        var answer = Edits("Reserch: two");

        Assert.True(answer.Refused);
        Assert.Contains("On the map as before: G1.", Team.Text(answer), StringComparison.Ordinal);
        Assert.Equal(["one"], Goals());
    }

    [Fact]
    public void Nobody_edits_what_somebody_else_wrote()
    {
        Wrote("Research: one");
        Assert.True(Edits("Research: mine", "Ann").Refused);
        Assert.Equal(["one"], Goals());
    }

    [Fact]
    public void Text_that_looks_personal_is_warned_of_first_and_taken_when_it_is_sent_again()
    {
        Wrote("Research: one");

        var answer = Edits("Research: ask maya@example.org");
        Assert.Equal(["one"], Goals());
        Assert.False(_team.Changes("Ben", "m", "Research: ask maya@example.org", MessageChangeKind.Edited, [.. answer.Warned]).Refused);

        Assert.Equal(["ask maya@example.org"], Goals());
    }

    [Fact]
    public void A_deleted_message_takes_what_it_made_along_and_brings_it_back()
    {
        _team.Until("touchpoints");
        Wrote("Research: page (survey, n=12)\nT1 fails when it is down\nExplore feels lost 2");

        Assert.Contains("E1, F1, T1, V1", Team.Text(_team.Changes("Ben", "m", "", MessageChangeKind.Deleted)), StringComparison.Ordinal);
        Assert.Equal(0, "TFEV".Sum(letter => _team.Workshop.Map.LiveOn(letter).Count()));
        _team.Changes("Ben", "m", "Research: page (survey, n=12)\nT1 fails when it is down\nExplore feels lost 2", MessageChangeKind.Restored);

        Assert.Equal([1, 1, 1, 1], "TFEV".Select(letter => _team.Workshop.Map.LiveOn(letter).Count()));
    }

    [Fact]
    public void A_message_that_comes_back_without_its_text_brings_back_what_the_deletion_took()
    {
        Wrote("Research: one\nExplore: two");
        _team.Changes("Ben", "m", "", MessageChangeKind.Deleted);

        _team.Changes("Ben", "m", "", MessageChangeKind.Restored);

        Assert.Equal(["one", "two"], Goals());
    }

    [Fact]
    public void A_deleted_message_that_made_nothing_says_so()
    {
        _team.Turn("m", "Ben", "help");
        Assert.StartsWith("Nothing came off the map", Team.Text(_team.Changes("Ben", "m", "", MessageChangeKind.Deleted)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_follows_a_message_once_the_workshop_is_closed()
    {
        Wrote("Research: one");
        _team.Given("Ann: throw away");

        Assert.True(Edits("Research: two").Refused);
        Assert.True(_team.Changes("Ben", "m", "", MessageChangeKind.Deleted).Refused);
    }

    [Fact]
    public void A_line_is_read_for_the_step_it_was_written_in()
    {
        Wrote("Research: one\nExplore: two");
        _team.Until("touchpoints");

        Edits("Research: one\nExplore: three");

        Assert.Equal(["one", "three"], Goals());
        Assert.Empty(_team.Workshop.Map.LiveOn('T'));
    }

    private void Wrote(string text)
    {
        var answer = _team.Turn("m", "Ben", text);
        Assert.False(answer.Refused, Team.Text(answer));
    }

    private Answered Edits(string text, string person = "Ben") => _team.Changes(person, "m", text, MessageChangeKind.Edited);

    private Goal Goal(int number) => (Goal)_team.Workshop.Map.Live(new('G', number))!.Item;

    private string[] Goals() => [.. _team.Workshop.Map.LiveOn('G').Select(entry => ((Goal)entry.Item).Text!)];

    private decimal?[] Evidence() => [.. _team.Workshop.Map.LiveOn('E').Select(entry => ((Steps.Data.Evidence)entry.Item).N)];
}
