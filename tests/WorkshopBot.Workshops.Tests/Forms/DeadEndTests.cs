using WorkshopBot.Workshops.Dialogs;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Tests.Views;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>No form that nobody can send, no button that does not work, no refusal without a way on.</summary>
public sealed class DeadEndTests
{
    private readonly Team team = Team.Started();

    [Theory]
    [InlineData("goal", "Add stage", "Goal: there is nothing to choose from yet. Add this first: Stage.")]
    [InlineData("failure", "Add stage", "Failure: there is nothing to choose from yet. Add this first: Stage.")]
    [InlineData("conversion", "Add stage", "Conversion: there is nothing to choose from yet. Add this first: Stage.")]
    [InlineData("feeling", "Add persona", "Not added: there is no persona yet whose feelings these could be.")]
    [InlineData("times", "Add stage", "Times and costs: there is nothing to choose from yet. Add this first: Stage.")]
    public void A_form_with_nothing_to_choose_says_what_to_add_first(string of, string button, string said)
    {
        var answer = team.Presses("Ben", Press.Form, Press.Of, of);
        var view = Assert.IsType<RefusalView>(Seen(answer));

        Assert.Equal((said, button), (view.Said, view.Buttons[0].Title));
        Assert.False(team.Sends("Ben", new(view.Buttons[0].Verb, Desk.Press("", [.. view.Buttons[0].Data.SelectMany(pair => (string[])[pair.Key, pair.Value])]).Data)).Refused);
        Assert.Equal(said, Team.Text(team.Presses("Ben", Press.Ask, Press.Of, of)));
    }

    [Fact]
    public void A_choice_that_is_not_needed_and_has_nothing_to_choose_is_left_out()
    {
        team.Until("goals");
        Assert.DoesNotContain(team.Presses("Ben", Press.More, Press.Of, "touchpoint", Press.FormId, "x").Form().Fields, field => field.Id == "serves");
        team.Given("Ben: goal Research: see it");
        Assert.Contains(team.Presses("Ben", Press.More, Press.Of, "touchpoint", Press.FormId, "x").Form().Fields, field => field.Id == "serves");
    }

    [Fact]
    public void A_question_marks_and_offers_only_what_works()
    {
        team.Until("goals");
        var (dialog, view) = Asked("goal");
        Assert.Equal(["Answer", "Cancel"], view.Buttons.Select(button => button.Title));
        Assert.True(view.Fields[0].Required);

        (dialog, view) = Next(dialog, "S2");
        Assert.Equal(["Answer", "Skip", "Back", "Cancel"], view.Buttons.Select(button => button.Title));
        Assert.False(view.Fields[0].Required);

        (_, view) = Next(Next(dialog, "skip").Dialog, "see it");
        Assert.Equal(["Answer", "Skip", "Back", "Done", "Cancel"], view.Buttons.Select(button => button.Title));
    }

    [Fact]
    public void An_empty_answer_by_button_leaves_out_what_need_not_be_answered()
    {
        team.Until("goals");
        var dialog = Next(Next(Next(Asked("goal").Dialog, "S2").Dialog, "skip").Dialog, "see it").Dialog;
        var step = team.Answers("Ben", dialog, "", "c1", Desk.Press(Press.Answer, Press.Dialog, dialog.Id, Press.Asked, "type", Press.Text, ""));

        Assert.Equal("support", Assert.IsType<DialogStep.Asks>(step).Question.Field.Id);
    }

    [Fact]
    public void A_box_to_tick_is_a_question_with_two_answers_and_is_not_asked_when_a_number_settles_it()
    {
        team.Until("goals");
        var dialog = Next(Next(Asked("conversion").Dialog, "S1").Dialog, "S2").Dialog;
        var (_, view) = Next(dialog, "skip");
        Assert.Equal((true, "yes,no"), (view.Fields[0].IsOne, string.Join(',', view.Fields[0].Choices.Select(choice => choice.Value))));
        Assert.Equal("true", Next(Next(dialog, "skip").Dialog, "1").Dialog.Answers["unknown"]);

        var known = Next(dialog, "31 %");
        Assert.Equal("medium", known.Dialog.Field);
        Assert.Equal("percent", Next(known.Dialog, "back").Dialog.Field);
    }

    private (Dialog Dialog, QuestionView View) Asked(string of) =>
        Assert.IsType<Screen.Ask>(team.Turn("asked", "Ben", "", Desk.Press(Press.Ask, Press.Of, of), isPrivate: true).Screen) is var ask ? (ask.Dialog, QuestionView.Of(ask.Question, Readers.English)) : default;

    private (Dialog Dialog, QuestionView View) Next(Dialog dialog, string text) =>
        Assert.IsType<DialogStep.Asks>(team.Answers("Ben", dialog, text)) is var step ? (step.Next, QuestionView.Of(step.Question, Readers.English)) : default;

    private View Seen(Answered answer) => Screens.Of(answer.Screen, answer.Lines, answer.Refused, answer.Instead, team.Workshop, "test:local:ben", "none", Readers.English);
}
