using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Personas;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Deciding;

public sealed class AddingTests
{
    [Fact]
    public void A_line_that_names_nobody_speaks_of_the_lead_persona()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare");
        Assert.Equal(1, team.Workshop.Map.Count('G', new Ref('S', 2), new Ref('P', 1)));
    }

    [Fact]
    public void An_early_line_is_kept_and_a_late_one_is_added_and_both_are_told()
    {
        var team = Team.Started().Until("goals");

        var early = team.Says("Ann", "touchpoint Research: price page");
        var late = team.Says("Ann", "Research takes 2 weeks\nstage: Come back");

        Assert.Contains("Early", Team.Text(early), StringComparison.Ordinal);
        Assert.Equal(Timing.Early, team.Workshop.Map.Live(new('T', 1))!.Timing);
        Assert.Contains("Late", Team.Text(late), StringComparison.Ordinal);
        Assert.Equal(Timing.Late, team.Workshop.Map.Live(new('S', 7))!.Timing);
    }

    [Fact]
    public void Anybody_completes_an_item_and_only_its_author_or_the_facilitator_changes_it()
    {
        var team = Team.Started().Until("personas").Given("Ben: Tom | teacher", "Cleo: P1 | fear: rain | bio: rides in every weather");

        Assert.True(team.Says("Cleo", "P1 | job: plumber").Refused);
        team.Given("Ben: P1 | job: head teacher");

        var tom = (Persona)team.Workshop.Map.Live(new('P', 1))!.Item;
        Assert.Equal(("head teacher", "rides in every weather"), (tom.Job, tom.Bio));
        Assert.Equal("rain", Assert.Single(tom.Fears));
    }

    [Fact]
    public void The_same_entry_never_adds_twice()
    {
        var team = Team.Started().Until("goals");
        team.Turn("same", "Ann", "Research: compare");
        var again = team.Turn("same", "Ann", "Research: compare");

        Assert.Empty(again.Events);
        Assert.Equal(1, team.Workshop.Map.Count('G'));
    }

    [Fact]
    public void Two_personas_never_share_a_name_whatever_the_case()
    {
        var team = Team.Started().Until("personas").Given("Ann: persona: Maya | nurse");
        Assert.True(team.Says("Ben", "persona: MAYA | teacher").Refused);
    }

    [Theory]
    [InlineData("Research: ask mia.miller@example.org")]
    [InlineData("Research: call +44 20 7946 0958")]
    [InlineData("Research: Mrs Miller wants a bell")]
    [InlineData("Research: pays from DE89 3704 0044 0532 0130 00")]
    public void Text_that_looks_like_personal_data_is_held_back_until_it_is_sent_again(string line)
    {
        var team = Team.Started().Until("goals");

        var warned = team.Says("Ann", line);

        Assert.True(warned.Refused);
        Assert.Empty(warned.Events);
        team.Says("Ann", line, [.. warned.Warned]);
        Assert.Equal(1, team.Workshop.Map.Count('G'));
    }

    [Fact]
    public void Over_a_limit_a_line_is_refused_whole_with_the_number()
    {
        var team = Team.Started().Until("goals");
        var answer = team.Says("Ann", "Research: " + new string('x', 501));
        Assert.True(answer.Refused);
        Assert.Contains("500", Team.Text(answer), StringComparison.Ordinal);
        Assert.Equal(0, team.Workshop.Map.Count('G'));

        team.Given("Ann: Research: " + new string('x', 500));
    }

    [Fact]
    public void A_team_nobody_knew_is_added_and_named_in_the_receipt()
    {
        var team = Team.Started().Until("teams").Given("Ann: gap Choose: nothing to share");
        var answer = team.Says("Ann", "X1 -> Billing + Web");
        Assert.Contains("Billing is new here", Team.Text(answer), StringComparison.Ordinal);
        Assert.Equal(2, team.Workshop.Map.Count('W'));

        team.Given("Ann: i speak for billing");
        Assert.Equal("Billing", Assert.Single(team.Workshop.Crew["test:local:ann"]!.Departments));
    }

    [Fact]
    public void The_evidence_share_counts_what_has_evidence_above_an_assumption()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: goal Research: compare (survey, n=12)", "Ann: Research: page", "Ann: T1: we think so", "Ann: Research feels lost 2", "Ann: pain Research: slow");
        Assert.Equal((4, 1), team.Workshop.Map.Evidence);
        Assert.True(team.Workshop.Map.IsHypothesis);

        team.Given("Ann: T1: seen in the logs (analytics, May)");
        Assert.Equal((4, 2), team.Workshop.Map.Evidence);
        Assert.False(team.Workshop.Map.IsHypothesis);

        team.Given("Ann: Research takes 2 weeks (CRM, May)");
        Assert.Equal((5, 3), team.Workshop.Map.Evidence);
        team.Given("Ann: withdraw E1");
        Assert.Equal((5, 2), team.Workshop.Map.Evidence);
    }

    [Fact]
    public void A_receipt_says_ref_place_next_thing_and_undo()
    {
        var text = Team.Text(Team.Started().Until("goals").Says("Ann", "Research: compare"));
        Assert.Contains("G1 is on Research.", text, StringComparison.Ordinal);
        Assert.Contains("Next: ", text, StringComparison.Ordinal);
        Assert.Contains("undo", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Persons_are_found_by_name_when_only_one_has_it_and_otherwise_the_candidates_are_named()
    {
        var team = Team.Started().Until("goals").Given("Ben: park something");
        team.Given("Ann: S1 | times by: @Ben");
        Assert.Equal("test:local:ben", ((Stage)team.Workshop.Map.Live(new('S', 1))!.Item).TimesBy!.Key);
        var answer = team.Says("Ann", "owner: @Nobody");
        Assert.True(answer.Refused);
        Assert.Contains("Ann, Ben", Team.Text(answer), StringComparison.Ordinal);
    }
}
