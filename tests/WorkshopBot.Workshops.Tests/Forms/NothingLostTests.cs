using WorkshopBot.Workshops.Dialogs;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Tests.Lines;
using WorkshopBot.Workshops.Tests.Views;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>What somebody has written into a form is never lost: it is on the map, in a form that comes back, or said back to be copied.</summary>
public sealed class NothingLostTests
{
    private readonly Team team = Team.Started().Until("goals").Given("Ben: goal Research: compare the true monthly cost");

    [Fact]
    public void The_same_form_with_another_text_is_another_entry_and_the_same_text_is_a_repeat()
    {
        var form = team.Opens("Ben", "goal");
        var (first, other) = (form.Filled("stage", "S2", "text", "see it"), form.Filled("stage", "S2", "text", "try it"));
        Assert.False(team.Sends("Ben", first).Refused);

        Rooms.Expect("G3.text=try it", team.Sends("Ben", other));
        Assert.Equal("This is on the map already: G3.", Team.Text(team.Sends("Ben", other)));
        Assert.Equal("This is on the map already: G2.", Team.Text(team.Sends("Ben", first)));
        Assert.Equal(3, team.Workshop.Map.Count('G'));
    }

    [Fact]
    public void A_repeat_of_what_was_taken_back_brings_the_form_under_a_new_id()
    {
        var form = team.Opens("Ben", "goal").Filled("stage", "S2", "text", "see it");
        team.Sends("Ben", form);
        team.Given("Ben: withdraw G2");

        var back = team.Sends("Ben", form);

        Assert.Equal(("withdrawn", "see it"), (back.Lines[0].Code, back.Form().Field("text").Value));
        Assert.False(team.Sends("Ben", back.Form().Filled()).Refused);
        Assert.Equal("see it", ((Goal)team.Workshop.Map.Live(new('G', 3))!.Item).Text);
    }

    [Fact]
    public void A_change_of_what_was_withdrawn_meanwhile_comes_back_filled_in_and_restores()
    {
        var form = team.Opens("Ben", "goal", "G1").Filled("text", "compare all costs", "how", "survey, n=40, May");
        team.Given("Ann: withdraw G1");

        var back = team.Sends("Ben", form);
        Assert.True(back.Refused);
        Assert.Equal((true, "form.withdrawn", "compare all costs"), (back.Form().Restores, back.Form().Notice!.Code, back.Form().Field("text").Value));
        var view = FormView.Of(back.Form(), "", Readers.English);
        Assert.Equal(("Restore", "true"), (view.Buttons[0].Title, view.Buttons[0].Data[Press.Restores]));

        var restores = back.Form().Filled() is var again ? again with { Data = again.Data.Add(Press.Restores, "true") } : null!;
        Rooms.Expect("G1.text=compare all costs; E1.on=G1", team.Sends("Ben", restores));
        Assert.True(team.Workshop.Map.Find(new('G', 1))!.IsLive);
        var (before, twice) = (team.Workshop, team.Sends("Ben", restores));
        Assert.Same(before, twice.After);
    }

    [Fact]
    public void Who_may_not_restore_it_gets_their_text_back_as_a_new_item()
    {
        var form = team.Opens("Sam", "goal", "G1").Filled("importance", "4", "businessGoal", "fewer returns");
        team.Given("Ben: withdraw G1");

        var back = team.Sends("Sam", form).Form();

        Assert.Equal((null, "form.anew", "fewer returns", "compare the true monthly cost"), (back.Item, back.Notice!.Code, back.Field("businessGoal").Value, back.Field("text").Value));
        Rooms.Expect("G2.businessGoal=fewer returns", team.Sends("Sam", back.Filled()));
    }

    [Theory]
    [InlineData(Press.Submit)]
    [InlineData(Press.More)]
    [InlineData(Press.Ask)]
    public void A_form_for_a_workshop_that_is_closed_is_said_back_field_by_field(string verb)
    {
        var form = team.Opens("Ben", "goal").Filled("stage", "S2", "text", "see it\nand try it");
        team.Given("Ann: throw away");

        var answer = team.Sends("Ben", form with { Verb = verb });

        Assert.Equal("Getting a bike is closed. Ann can open it again.\nWhat you had filled in, so that you can copy it:\nStage: S2 Research\nGoal: see it\nand try it", Team.Text(answer));
        Assert.Contains("Goal: see it\nand try it", Assert.IsType<RefusalView>(Screens.Of(answer.Screen, answer.Lines, true, null, team.Workshop, "test:local:ben", "t", Readers.English)).Details);
    }

    [Fact]
    public void A_form_that_is_no_more_or_of_another_workshop_is_said_back()
    {
        var form = team.Opens("Ben", "goal").Filled("stage", "S2", "text", "see it");

        Assert.Contains("\ntext: see it", Team.Text(team.Sends("Ben", form with { Data = form.Data.SetItem(Press.Of, "wizard") })), StringComparison.Ordinal);
        Assert.Contains("\nGoal: see it", Team.Text(team.Sends("Ben", form with { Data = form.Data.SetItem(Press.Workshop, "m-2") })), StringComparison.Ordinal);
        Assert.False(team.Sends("Ben", form with { Data = form.Data.SetItem("f.colour", "") }).Refused);
        form = team.Opens("Ben", "goal").Filled("stage", "S2", "text", "try it");
        Assert.Contains("You had written there: fancy", Team.Text(team.Sends("Ben", form with { Data = form.Data.SetItem("f.colour", "fancy") })), StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_to_questions_are_said_back_when_the_workshop_closes_under_them()
    {
        var dialog = Assert.IsType<Screen.Ask>(team.Turn("asked", "Ben", "", Desk.Press(Press.Ask, Press.Of, "goal"), isPrivate: true).Screen).Dialog;
        dialog = Assert.IsType<DialogStep.Asks>(team.Answers("Ben", dialog with { Field = "text" }, "see it")).Next;
        team.Given("Ann: throw away");

        Assert.EndsWith("Goal: see it", Words.Speech.Say(Interview.IsOver(dialog, team.Workshop, team.At, "")!, Words.Speech.Culture("en")), StringComparison.Ordinal);
    }

    [Fact]
    public void To_be_asked_one_by_one_takes_over_what_was_filled_in_and_begins_where_something_is_missing_or_wrong()
    {
        var form = team.Opens("Ben", "metric");
        var wrong = Asks(form.Filled("stage", "S2", "name", "reply time", "value", "many", "target", "10 %") with { Verb = Press.Ask });

        Assert.Equal(("value", "many", "not-a-number"), (wrong.Question.Field.Id, wrong.Question.Field.Value, wrong.Question.Notice!.Code));
        Assert.Equal(("S2", "reply time", "10 %"), (wrong.Dialog.Answers["stage"], wrong.Dialog.Answers["name"], wrong.Dialog.Answers["target"]));
        Assert.Equal("name", Asks(form.Filled("stage", "S2", "value", "3") with { Verb = Press.Ask }).Question.Field.Id);
    }

    [Fact]
    public void What_somebody_else_changed_meanwhile_is_no_answer_of_mine()
    {
        var form = team.Opens("Ben", "goal", "G1").Filled("businessGoal", "fewer returns");
        team.Given("Ann: edit G1 see it");

        var ask = Asks(form with { Verb = Press.Ask });

        Assert.Equal(["businessGoal"], ask.Dialog.Answers.Keys);
        Rooms.Expect("G1.text=see it; G1.businessGoal=fewer returns", team.Sends("Ben", Assert.IsType<DialogStep.Submits>(team.Answers("Ben", ask.Dialog, "done")).Press));
    }

    private Screen.Ask Asks(Press press) => Assert.IsType<Screen.Ask>(team.Turn(null, "Ben", "", press, isPrivate: true).Screen);
}
