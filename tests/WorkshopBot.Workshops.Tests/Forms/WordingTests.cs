using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Tests.Views;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>Forms, items and choices are called what they are: no "Add" that adds nothing, no two choices that look the same, my own words as mine.</summary>
public sealed class WordingTests
{
    private readonly Team team = Team.Started();

    [Theory]
    [InlineData("kickoff", "Start")]
    [InlineData("feeling", "Save")]
    [InlineData("close", "Save")]
    [InlineData("times", "Save")]
    [InlineData("persona", "Add")]
    public void The_button_that_sends_a_form_says_what_it_does(string of, string title)
    {
        if (of != "kickoff") team.Until("goals");

        Assert.Equal(title, FormView.Of(team.Opens("Ann", of), "", Readers.English).Buttons[0].Title);
    }

    [Fact]
    public void Once_the_workshop_goes_on_the_kickoff_is_saved_and_not_started() =>
        Assert.Equal("Save", FormView.Of(team.Until("stages").Opens("Ann", "kickoff"), "", Readers.English).Buttons[0].Title);

    [Fact]
    public void A_choice_says_ref_own_words_and_place()
    {
        team.Until("touchpoints").Given("Ann: goal Research: see it", "Ann: goal Choose: see it", "Ann: Research feels lost 2", "Ann: Research: price page (survey, n=212, May)", "Ann: Research -> Explore 31%");
        var choices = team.Presses("Ann", Press.More, Press.Of, "action", Press.FormId, "x").Form().Field("for").Choices.ToDictionary(choice => choice.Value, choice => Speech.Say(choice.Title, Speech.Culture("en")), StringComparer.Ordinal);

        Assert.Equal("S2 Research", choices["S2"]);
        Assert.Equal(("G1 see it (Research)", "G2 see it (Choose)"), (choices["G1"], choices["G2"]));
        Assert.Equal("V1 feels lost 2 (Research)", choices["V1"]);
        Assert.Equal("E1 (n=212, May, survey) (T1)", choices["E1"]);
        Assert.Equal("C1 Research -> Explore: 31 %", choices["C1"]);
        Assert.Equal(choices.Count, choices.Values.Distinct().Count());
    }

    [Fact]
    public void Only_findings_there_is_something_to_decide_about_can_be_dropped()
    {
        Assert.Equal("form.drop.none", team.Presses("Ann", Press.Form, Press.Of, "drop").Lines[0].Code);
        team.Until("goals").Given("Ann: goal Research: see it", "Ann: goal Choose: be sure", "Ann: next anyway", "Ann: drop X1 no");

        var choices = team.Opens("Ann", "drop").Field("gap").Choices;

        Assert.Equal(["X2"], choices.Select(choice => choice.Value));
        Assert.StartsWith("X2 ", Speech.Say(choices[0].Title, Speech.Culture("en")), StringComparison.Ordinal);
        Assert.DoesNotContain("X2 Gap", Speech.Say(choices[0].Title, Speech.Culture("en")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C1", "Medium", "website")]
    [InlineData("V1", "Where", "Research")]
    public void A_route_and_a_feeling_say_all_they_hold_and_can_be_edited(string item, string field, string value)
    {
        team.Until("data").Given("Ben: Research -> Explore 31% via website", "Ben: Research feels lost 2");
        var view = Item("Ben", item);

        Assert.Contains(view.Facts, fact => fact.Title == field && fact.Value == value);
        Assert.Equal(["Edit", "Withdraw"], view.Buttons.Take(2).Select(button => button.Title));
        Assert.False(team.Sends("Ben", Desk.Press(view.Buttons[0].Verb, [.. view.Buttons[0].Data.SelectMany(pair => (string[])[pair.Key, pair.Value])])).Refused);
    }

    [Fact]
    public void Mine_says_how_I_feel_it_is_and_I_can_take_that_back_whatever_others_hung_on_it()
    {
        team.Until("data").Given("Ben: Research feels lost 1", "Sam: Research feels fine 5", "Sam: V1: seen in the shop (survey, n=40, May)");

        Assert.Equal("Research: feels lost 1", Mine("Ben"));
        Assert.Equal("Research: feels fine 5", Mine("Sam"));
        Assert.Contains("V1: Research: feels fine 5", Team.Text(team.Says("Sam", "mine")), StringComparison.Ordinal);
        Assert.Equal("Add mine", Item("Eva", "V1").Buttons[0].Title);
        var edit = ((MineView)Seen("Ben", "mine")).Items[0].Buttons[0];
        team.Given("Eva: Research feels fine 5");
        Assert.Equal("lost 1", team.Presses("Ben", edit.Verb, [.. edit.Data.SelectMany(pair => (string[])[pair.Key, pair.Value])]).Form().Field("actual").Value);
        team.Given("Eva: undo");

        team.Given("Ben: withdraw V1");
        Assert.Equal((5m, 1), ((Steps.Touchpoints.Feeling)team.Workshop.Map.Live(new('V', 1))!.Item).Actual is var tally ? (tally.Median, tally.Votes) : default);
        Assert.Equal("", Mine("Ben"));
        team.Given("Ben: undo");
        Assert.Equal("Research: feels lost 1", Mine("Ben"));
    }

    [Fact]
    public void A_finding_offers_each_what_they_may_do_about_it()
    {
        team.Until("goals").Given("Ben: goal Research: see it", "Ann: next anyway");

        Assert.Equal(["Add touchpoint", "Accept as gap", "Goal is wrong"], Item("Ann", "X1").Buttons.Take(3).Select(button => button.Title));
        Assert.Equal(["Add touchpoint", "Add evidence"], Item("Ben", "X1").Buttons.Select(button => button.Title));
    }

    [Fact]
    public void A_judgement_of_which_only_the_sentence_is_new_keeps_its_score()
    {
        team.Given("Ann: overall 4: good start");

        Assert.StartsWith("Your overall judgement is noted: 4 of 5.", Team.Text(team.Sends("Ann", team.Opens("Ann", "close").Filled("sentence", "thin evidence"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Help_on_a_kind_names_the_few_fields_that_matter_and_says_where_the_others_are() =>
        Assert.Equal("Fields: Name, Job, Segment, Goals, Challenges, Values, Fears, and 23 more. The form has them all under More fields: add persona", Team.Text(new Team().Says("Ann", "add persona")).Split('\n')[1]);

    [Fact]
    public void A_scenario_and_its_parts_never_contradict_each_other()
    {
        team.Given("Ann: scenario: When the second car dies, Maya wants calm mornings, until she tells her friends", "Ann: trigger: the lease ends");
        Assert.Equal("When the lease ends, Maya wants calm mornings, until she tells her friends", team.Workshop.Frame.Scenario);

        Assert.False(team.Sends("Ann", team.Presses("Ann", Press.More, Press.Of, "kickoff", Press.FormId, "k").Form().Filled("trigger", "")).Refused);
        Assert.Equal((null, "Maya wants calm mornings, until she tells her friends"), (team.Workshop.Frame.Trigger, team.Workshop.Frame.Scenario));

        team.Given("Ann: scenario: When the lease ends, Tom wants a bike, until it is his", "Ann: scenario: Buying a bike in Leeds");
        Assert.Equal(("Buying a bike in Leeds", null, null, null, null), (team.Workshop.Frame.Scenario, team.Workshop.Frame.Trigger, team.Workshop.Frame.Actor, team.Workshop.Frame.Outcome, team.Workshop.Frame.End));
    }

    [Fact]
    public void A_name_that_is_anothers_or_looks_like_a_label_is_asked_back_and_taken_when_it_is_meant()
    {
        team.Until("goals").Given("Ann: goto personas");

        var stage = team.Says("Ben", "Research | goal: calm mornings");
        Assert.Equal(("name-of-another", true), (stage.Lines[0].Code, stage.Refused));
        Assert.Contains("persona: Research | goal: calm mornings", Team.Text(stage), StringComparison.Ordinal);
        Assert.Equal("label-or-name", team.Says("Ben", "Mood: calm | fear: being stranded").Lines[0].Code);
        Assert.Equal(1, team.Workshop.Map.Count('P'));

        team.Given("Ben: persona: Research | goal: calm mornings", "Ann: goto stages");
        Assert.Equal("name-of-another", team.Says("Ben", "Maya | goal: be sure").Lines[0].Code);
    }

    private ItemView Item(string person, string item) => (ItemView)Seen(person, $"show {item}");

    private string Mine(string person) => string.Join(" / ", ((MineView)Seen(person, "mine")).Items.Where(line => line.Ref == "V1").Select(line => line.Text));

    private View Seen(string person, string line) => team.Says(person, line) is var answer ? Screens.Of(answer.Screen, answer.Lines, answer.Refused, null, team.Workshop, $"test:local:{person.ToLowerInvariant()}", "none", Readers.English) : null!;
}
