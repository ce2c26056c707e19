using System.Collections.Immutable;
using System.Text;
using WorkshopBot.Workshops.Dialogs;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Tests.Forms;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Dialogs;

/// <summary>A form as questions: one at a time, with words to go back, skip, stop and finish, and judged by nothing but the form.</summary>
public sealed class InterviewTests
{
    private readonly Team team = Team.Started().Until("goals").Given("Ben: persona: Tom | teacher");

    [Fact]
    public void Questions_come_in_order_name_their_workshop_and_end_in_the_form_that_is_sent()
    {
        var (dialog, question) = Asked("goal");
        Assert.Equal(("Getting a bike", 1, "stage"), (question.Workshop, question.Number, question.Field.Id));
        Assert.StartsWith("Getting a bike · Goal 1/8 · Stage\n1. S1 Discover\n2. S2 Research", Text(question), StringComparison.Ordinal);

        (dialog, question) = Next(dialog, "2");
        Assert.Equal(("persona", "P1"), (question.Field.Id, question.Field.Value));
        (dialog, question) = Next(dialog, "Tom");
        (dialog, question) = Next(dialog, "a price without an account");
        Assert.Equal("type", question.Field.Id);
        var done = Assert.IsType<DialogStep.Submits>(team.Answers("Ben", dialog, "done"));

        Assert.False(team.Sends("Ben", done.Press).Refused);
        var goal = (Steps.Goals.Goal)team.Workshop.Map.Find(new('G', 1))!.Item;
        Assert.Equal(("S2", "P2", "a price without an account"), (goal.Stage.ToString(), goal.Persona.ToString(), goal.Text));
        // A crash between workshop and seat: sent again under the dialog's id, it is there already.
        Assert.Equal("already-added", team.Sends("Ben", done.Press).Lines[0].Code);
    }

    [Fact]
    public void A_name_is_kept_as_a_ref_so_that_a_new_name_meanwhile_does_no_harm()
    {
        var (dialog, _) = Next(Asked("goal").Dialog, "Research");
        Assert.Equal("S2", dialog.Answers["stage"]);
        team.Given("Ann: rename S2 Look around");

        var last = Next(Next(dialog, "skip").Dialog, "see it").Dialog;
        Assert.False(team.Sends("Ben", Assert.IsType<DialogStep.Submits>(team.Answers("Ben", last, "done")).Press).Refused);
    }

    [Fact]
    public void A_choice_that_is_called_like_a_word_of_the_dialog_is_the_choice()
    {
        var dialog = Asked("action").Dialog with { Field = "status" };
        Assert.Equal("done", Next(dialog, "done").Dialog.Answers["status"]);
    }

    [Fact]
    public void What_is_gone_when_it_is_sent_is_asked_for_again()
    {
        var dialog = Next(Next(Next(Asked("goal").Dialog, "Choose").Dialog, "skip").Dialog, "be sure").Dialog;
        team.Given("Ann: withdraw S4");
        var last = Assert.IsType<DialogStep.Submits>(team.Answers("Ben", dialog, "done"));

        var again = Assert.IsType<DialogStep.Asks>(Interview.After(last.Last, team.Sends("Ben", last.Press), team.Workshop, team.Actor("Ben")));

        Assert.Equal(("stage", "withdrawn"), (again.Question.Field.Id, again.Question.Notice!.Code));
        var put = Next(again.Next, "Research").Dialog;
        Assert.False(team.Sends("Ben", Assert.IsType<DialogStep.Submits>(team.Answers("Ben", put, "done", "again")).Press).Refused);
    }

    [Fact]
    public void A_bad_answer_is_the_same_question_with_the_reason()
    {
        var (dialog, question) = Next(Asked("goal").Dialog, "Paris");
        Assert.Equal(("stage", "no-such-item"), (question.Field.Id, question.Notice!.Code));

        (dialog, question) = Next(Next(Next(dialog, "1").Dialog, "skip").Dialog, new string('x', 10_000));
        Assert.Equal(("text", "too-long"), (question.Field.Id, question.Notice!.Code));
        Assert.Equal("message-too-big", Next(dialog, new string('x', 20_000)).Question.Notice!.Code);
        Assert.Equal("dialog.empty", Next(dialog, " ").Question.Notice!.Code);
    }

    [Theory]
    [InlineData("back", "skip", "help", "done", "cancel")]
    [InlineData("zurück", "Überspringen", "Hilfe", "fertig", "ABBRECHEN")]
    public void The_words_are_understood_in_every_language(string back, string skip, string help, string done, string cancel)
    {
        var first = Asked("goal").Dialog;
        Assert.Equal("dialog.first", Next(first, back).Question.Notice!.Code);
        Assert.Equal(("stage", "form.required"), (Next(first, skip).Question.Field.Id, Next(first, skip).Question.Notice!.Code));
        Assert.Equal(("stage", "dialog.how"), (Next(first, help).Question.Field.Id, Next(first, help).Question.Notice!.Code));
        Assert.Equal(("stage", "form.required"), (Next(first, done).Question.Field.Id, Next(first, done).Question.Notice!.Code));
        var third = Next(Next(first, "S2").Dialog, skip);
        Assert.Equal("text", third.Question.Field.Id);
        Assert.Equal(("stage", "S2"), (Next(Next(third.Dialog, back).Dialog, back + ".").Question.Field.Id, Next(Next(third.Dialog, back).Dialog, back).Question.Field.Value));
        Assert.Equal("dialog.cancelled", Assert.IsType<DialogStep.Ends>(team.Answers("Ben", third.Dialog, cancel)).Said.Code);
    }

    [Fact]
    public void A_turn_that_is_delivered_twice_answers_one_question()
    {
        var once = Next(Asked("goal").Dialog, "S2", "t9");
        var twice = Next(once.Dialog, "S2", "t9");

        Assert.Equal("persona", twice.Question.Field.Id);
        Assert.Equal(once.Dialog, twice.Dialog);
        Assert.Equal("stage", Next(Asked("goal").Dialog, "S2", "asked").Question.Field.Id);
    }

    [Fact]
    public void A_click_on_a_question_that_has_been_answered_says_so()
    {
        var (dialog, question) = Asked("goal");
        Press Click(string field, string text) => Desk.Press(Press.Answer, Press.Dialog, dialog.Id, Press.Asked, field, Press.Text, text);

        var next = Assert.IsType<DialogStep.Asks>(team.Answers("Ben", dialog, "", "c1", Click("stage", "S2")));
        Assert.Equal("persona", next.Question.Field.Id);
        var late = Assert.IsType<DialogStep.Asks>(team.Answers("Ben", next.Next, "", "c2", Click("stage", "S3")));

        Assert.Equal(("persona", "dialog.answered", "S2"), (late.Question.Field.Id, late.Question.Notice!.Code, late.Next.Answers["stage"]));
        Assert.Equal("dialog.answered", Assert.IsType<DialogStep.Asks>(team.Answers("Ben", next.Next, "", "c3", Desk.Press(Press.Answer, Press.Dialog, "another", Press.Asked, "persona"))).Question.Notice!.Code);
        Assert.Equal(question.Dialog, dialog.Id);
    }

    [Fact]
    public void A_change_asks_with_what_is_there_skips_what_stays_and_clears_with_a_dash()
    {
        var (dialog, question) = Asked("persona", "P2");
        dialog = dialog with { Field = "name" };
        Assert.Equal("Tom", Interview.Again(dialog, team.Workshop, team.Actor("Ben")).Value.Field.Value);

        (dialog, question) = Next(dialog, "skip");
        Assert.Equal(("job", "teacher"), (question.Field.Id, question.Field.Value));
        (dialog, _) = Next(dialog, "-");
        (dialog, _) = Next(dialog, "plans on Sunday");
        var answer = team.Sends("Ben", Assert.IsType<DialogStep.Submits>(team.Answers("Ben", dialog, "done")).Press);

        Assert.Single(answer.Events);
        Lines.Rooms.Expect("P2.name=Tom; P2.job=(empty); P2.bio=plans on Sunday", answer);
    }

    [Fact]
    public void Several_are_chosen_by_number_name_or_ref_and_a_list_is_written_in_lines()
    {
        team.Given("Ann: goal Research: one", "Ann: goal Research: two", "Ann: goal Research: three");
        var dialog = Asked("touchpoint").Dialog with { Field = "serves" };

        Assert.Equal("G1,G3", Next(dialog, "1, g3").Dialog.Answers["serves"]);
        Assert.Equal("G1,G2", Next(dialog, "G1 and G2").Dialog.Answers["serves"]);
        Assert.Equal("calm\nquiet", Next(Asked("persona").Dialog with { Field = "goals" }, "- calm\n- quiet").Dialog.Answers["goals"]);
        Assert.Equal("2026-06-12", Next(Asked("gap").Dialog with { Field = "due" }, "12 June").Dialog.Answers["due"]);
        Assert.Equal("true", Next(Asked("conversion").Dialog with { Field = "unknown" }, "Ja").Dialog.Answers["unknown"]);
        Assert.Equal("dialog.yes-or-no", Next(Asked("conversion").Dialog with { Field = "unknown" }, "perhaps").Question.Notice!.Code);
        // What a box sends that is ticked, or not, on the card of the question.
        Assert.Equal("true", Next(Asked("conversion").Dialog with { Field = "unknown" }, "true").Dialog.Answers["unknown"]);
        Assert.Null(Next(Asked("conversion").Dialog with { Field = "unknown" }, "false").Question.Notice);
        Assert.Equal("4", Next(Asked("goal").Dialog with { Field = "importance" }, "4").Dialog.Answers["importance"]);
    }

    [Fact]
    public void Text_that_looks_personal_goes_when_it_is_sent_again()
    {
        var last = Assert.IsType<DialogStep.Submits>(team.Answers("Ben", Next(Next(Next(Asked("goal").Dialog, "1").Dialog, "skip").Dialog, "call Mrs Miller").Dialog, "done"));
        var warned = team.Sends("Ben", last.Press);

        var again = Assert.IsType<DialogStep.Asks>(Interview.After(last.Last, warned, team.Workshop, team.Actor("Ben")));
        Assert.Equal(("text", "dialog.doubt"), (again.Question.Field.Id, again.Question.Notice!.Code));
        Assert.False(team.Sends("Ben", Assert.IsType<DialogStep.Submits>(team.Answers("Ben", again.Next, "done", "again")).Press, [.. warned.Warned]).Refused);
    }

    [Fact]
    public void It_is_over_after_fourteen_days_and_when_workshop_or_item_are_gone()
    {
        var (goal, persona) = (Asked("goal").Dialog, Asked("persona", "P2").Dialog);
        Assert.Null(Interview.IsOver(goal, team.Workshop, team.At + TimeSpan.FromDays(13), ""));
        Assert.Equal("dialog.expired", Interview.IsOver(goal, team.Workshop, team.At + TimeSpan.FromDays(15), "")!.Code);
        Assert.Equal("dialog.gone", Interview.IsOver(goal, new(team.Workshop.Playbook), team.At, "")!.Code);

        team.Given("Ben: withdraw P2");
        Assert.Equal("withdrawn", Assert.IsType<DialogStep.Ends>(team.Answers("Ben", persona, "skip")).Said.Code);
        team.Given("Ann: throw away");
        Assert.Equal("closed.ask", Assert.IsType<DialogStep.Ends>(team.Answers("Ben", goal, "1")).Said.Code);
        Assert.Equal("closed.ask", Interview.Again(goal, team.Workshop, team.Actor("Ben")).Fault!.Code);
    }

    [Fact]
    public void A_workshop_is_started_by_questions()
    {
        var fresh = new Team();
        var ask = Assert.IsType<Screen.Ask>(fresh.Turn("t1", "Ann", "", Desk.Press(Press.Ask, Press.Of, "start"), isPrivate: true).Screen);
        Assert.StartsWith("Start a workshop 1/2", Text(ask.Question), StringComparison.Ordinal);

        var done = Assert.IsType<DialogStep.Submits>(fresh.Answers("Ann", Assert.IsType<DialogStep.Asks>(fresh.Answers("Ann", ask.Dialog, "Getting a bike")).Next, "how it shall be"));
        Assert.False(fresh.Sends("Ann", done.Press with { Data = done.Press.Data.Remove(Press.Workshop) }).Refused);
        Assert.True(fresh.Workshop.ToBe);
    }

    [Fact]
    public void A_dialog_survives_being_kept_and_anything_else_is_none()
    {
        var dialog = Next(Asked("persona", "P2").Dialog, "bäcker \"<b>\"\n").Dialog;
        var back = DialogJson.Read(DialogJson.Write(dialog))!;

        Assert.Equal(Encoding.UTF8.GetString(DialogJson.Write(dialog)), Encoding.UTF8.GetString(DialogJson.Write(back)));
        Assert.Equal(dialog with { Answers = back.Answers, Turns = back.Turns }, back);
        Assert.Equal(dialog.Answers, back.Answers);
        foreach (var other in new[] { "", "{}", "[]", "null", "{\"dialog\":2}", "{\"dialog\":1}", "{\"dialog\":\"1\"}", "{\"dialog\":1.5}", "{\"dialog\":1,\"id\":3}", "{\"workshop\":\"m-1\"}" }) Assert.Null(DialogJson.Read(Encoding.UTF8.GetBytes(other)));
    }

    private (Dialog Dialog, Question Question) Asked(string of, string item = "") =>
        Assert.IsType<Screen.Ask>(team.Turn("asked", "Ben", "", Desk.Press(Press.Ask, Press.Of, of, Press.Item, item), isPrivate: true).Screen) is var ask ? (ask.Dialog, ask.Question) : default;

    private (Dialog Dialog, Question Question) Next(Dialog dialog, string text, string? turn = null) => Assert.IsType<DialogStep.Asks>(team.Answers("Ben", dialog, text, turn)) is var step ? (step.Next, step.Question) : default;

    private static string Text(Question question) => string.Join('\n', Interview.Says(question).Select(line => Words.Speech.Say(line, Words.Speech.Culture("en"))));
}
