using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Steps.Personas;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Tests.Lines;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>Items changed by form: what differs from what was shown is meant, and nothing else.</summary>
public sealed class ChangingTests
{
    private readonly Team team = Team.Started().Until("goals").Given("Ben: persona: Tom | teacher | goal: calm | fear: rain");

    [Fact]
    public void Only_what_was_changed_is_changed_and_what_was_cleared_is_empty()
    {
        var form = team.Opens("Ben", "persona", "P2");
        Assert.Equal("teacher", form.Field("job").Value);

        var answer = team.Sends("Ben", form.Filled("goals", "calm\nmore time", "job", ""));

        Assert.Single(answer.Events);
        var tom = (Persona)team.Workshop.Map.Find(new('P', 2))!.Item;
        Assert.Equal(("Tom", null, "calm more time", "rain"), (tom.Name, tom.Job, string.Join(' ', tom.Goals.SelectMany(goal => goal.Split(' '))), tom.Fears.Single()));
        team.Given("Ben: undo");
        Assert.Equal("teacher", ((Persona)team.Workshop.Map.Find(new('P', 2))!.Item).Job);
    }

    [Fact]
    public void A_form_sent_again_or_as_it_was_changes_nothing()
    {
        var form = team.Opens("Ben", "persona", "P2");
        var changed = form.Filled("job", "baker");
        team.Sends("Ben", changed);
        var before = team.Workshop;

        Assert.Equal("form.same", team.Sends("Ben", changed).Lines[0].Code);
        Assert.Equal("form.same", team.Sends("Ben", team.Opens("Ben", "persona", "P2").Filled()).Lines[0].Code);
        Assert.Same(before, team.Workshop);
    }

    [Fact]
    public void Two_people_change_two_fields_and_both_count()
    {
        var (ann, ben) = (team.Opens("Ann", "persona", "P2"), team.Opens("Ben", "persona", "P2"));

        Assert.False(team.Sends("Ann", ann.Filled("job", "baker")).Refused);
        Assert.False(team.Sends("Ben", ben.Filled("challenges", "the hill")).Refused);

        Rooms.Expect("P2.job=baker; P2.challenges=[\"the hill\"]", team.Sends("Ben", team.Opens("Ben", "persona", "P2").Filled("values", "peace")));
    }

    [Fact]
    public void What_somebody_else_changed_meanwhile_is_shown_and_counts_when_it_is_sent_again()
    {
        var (ann, ben) = (team.Opens("Ann", "persona", "P2"), team.Opens("Ben", "persona", "P2"));
        team.Sends("Ann", ann.Filled("job", "baker", "fears", "snow"));
        var before = team.Workshop;

        // Also when all its fields were asked for in between.
        var answer = team.Sends("Ben", team.Sends("Ben", ben.Filled("job", "nurse") with { Verb = Press.More }).Form().Filled());

        Assert.True(answer.Refused);
        Assert.Same(before, team.Workshop);
        var again = answer.Form();
        Assert.Equal(("form.meanwhile", "nurse", "In the meantime somebody wrote: baker", "snow"), (again.Notice!.Code, again.Field("job").Value, Words.Speech.Say(again.Field("job").Fault!, Words.Speech.Culture("en")), again.Field("fears").Value));
        Rooms.Expect("P2.job=nurse; P2.fears=[\"snow\"]", team.Sends("Ben", again.Filled()));
    }

    [Fact]
    public void Others_complete_what_is_empty_and_add_to_lists_and_the_rest_is_the_authors_and_the_facilitators()
    {
        Assert.False(team.Sends("Sam", team.Opens("Sam", "persona", "P2").Filled("segment", "", "challenges", "the hill", "goals", "calm\nquiet")).Refused);
        Assert.False(team.Sends("Sam", team.Opens("Sam", "persona", "P2").Filled("challenges", "the hill\nno time")).Refused);
        var before = team.Workshop;

        foreach (var (field, value) in new[] { ("job", "baker"), ("job", ""), ("goals", "quiet"), ("goals", "") })
            Assert.Equal("already-filled", team.Sends("Sam", team.Opens("Sam", "persona", "P2").Filled(field, value)).Lines[0].Code);

        Assert.Same(before, team.Workshop);
        Assert.False(team.Sends("Ann", team.Opens("Ann", "persona", "P2").Filled("job", "")).Refused);
    }

    [Fact]
    public void A_name_is_needed_is_one_items_own_and_has_the_form_of_a_name()
    {
        Assert.Equal("form.required", team.Sends("Ben", team.Opens("Ben", "persona", "P2").Filled("name", "")).Form().Field("name").Fault!.Code);
        Assert.Equal("name-taken", team.Sends("Ben", team.Opens("Ben", "persona", "P2").Filled("name", "maya")).Form().Notice!.Code);
        Assert.Equal("name-is-ref", team.Sends("Ben", team.Opens("Ben", "persona", "P2").Filled("name", "G2")).Form().Notice!.Code);
        Assert.False(team.Sends("Ben", team.Opens("Ben", "persona", "P2").Filled("name", "Thomas")).Refused);
    }

    [Fact]
    public void A_withdrawn_item_has_no_form_and_one_that_is_open_is_refused()
    {
        var form = team.Opens("Ben", "persona", "P2");
        team.Given("Ben: withdraw P2");

        Assert.Equal("withdrawn", team.Presses("Ben", Press.Form, Press.Item, "P2").Lines[0].Code);
        Assert.Equal("form.withdrawn", team.Sends("Ben", form.Filled("job", "baker")).Lines[0].Code);
    }

    [Fact]
    public void A_change_of_the_frame_takes_only_what_differs_and_can_clear()
    {
        team.Given("Ann: why: grow", "Ann: decision: where to spend");
        var form = team.Opens("Ann", "kickoff");
        team.Given("Ann: mode: quick");

        Assert.False(team.Sends("Ann", form.Filled("purpose", "", "owner", "@Ben")).Refused);
        Assert.Equal((null, "quick", "Ben"), (team.Workshop.Frame.Purpose, team.Workshop.Frame.Mode, team.Workshop.Frame.Owner!.Name));
    }

    [Fact]
    public void Nothing_belongs_to_itself()
    {
        team.Given("Ann: action: one", "Ann: action A1: two");

        Assert.Equal("home-loop", team.Sends("Ann", team.Opens("Ann", "action", "A1").Filled("for", "A2")).Form().Notice!.Code);
        Assert.Equal("home-loop", team.Says("Ann", "A1 | for: A1").Lines[0].Code);
        Assert.DoesNotContain(team.Opens("Ann", "action", "A1").Field("for").Choices, choice => choice.Value == "A1");
    }

    [Fact]
    public void A_form_gives_evidence_with_what_it_changes()
    {
        team.Sends("Ben", team.Sends("Ben", team.Opens("Ben", "persona", "P2").Filled("job", "baker") with { Verb = Press.More }).Form().Filled("how", "interviews, n=6, May"));

        Rooms.Expect("P2.job=baker; E1.level=interviews; E1.n=6; S2.name=Research", team.Sends("Ann", team.Opens("Ann", "stage", "S2").Filled("majorGoal", "know the cost")));
        Assert.Equal("know the cost", ((Stage)team.Workshop.Map.Find(new('S', 2))!.Item).MajorGoal);
    }
}
