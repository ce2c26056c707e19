using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The one private message a step of an asynchronous workshop sends to a person: its question, and thanks once there is an answer.</summary>
public sealed record InviteView(string Overline, string Title, string Asks, string Example, bool IsAsking, string Thanks, bool IsAnswered, IReadOnlyList<Button> Buttons) : View
{
    public override string Card => "invite";

    public override string Brief => $"{Overline}: {(IsAsking ? Asks : Thanks)}";

    public static InviteView Of(Workshop w, string person, Reader reader)
    {
        var answered = Progress.HasAnswered(w, person);
        var added = Progress.Added(w, person);
        var thanks = !answered ? "" : reader.Say(added.Count > 0 ? Phrase.Of("invite.thanks", Arg.List(added.Select(name => (Arg)name))) : Phrase.Of(Progress.Passed(w, person) ? "invite.passed" : "invite.noted"));
        var (form, shown) = (StepForms.First(w.Step), Workshops.Shown.While(w.StepId));
        return new(
            reader.Say(BoardView.Numbered(w, w.Step)), w.Title, reader.Say(w.Step.Asks), reader.Say(Phrase.Of("step.example", Wording.Sample(w.Step))), !answered, thanks, answered,
            Button.Row([.. form is null ? (Button[])[] : [reader.Opens(Phrase.Of(answered ? "button.another" : "button.answer-now"), form, shown)], .. answered ? (Button[])[] : [reader.Types(Phrase.Of("button.pass"), "pass", shown)]]));
    }
}
