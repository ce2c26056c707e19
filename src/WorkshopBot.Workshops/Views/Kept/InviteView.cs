using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>A private message that asks something: the one a step of an asynchronous workshop sends to a person has its question, thanks once there is an answer, and a line without buttons while the step is not open: it is over, or still to come.</summary>
public sealed record InviteView(
    string Overline, string Title, string Asks, string Example, bool IsAsking, string Said, bool IsSaid, IReadOnlyList<Button> Buttons, bool HasButtons) : View
{
    /// <summary>Items that are named; the others are counted.</summary>
    private const int Most = 5;

    public override string Card => "invite";

    public override string Brief => $"{Overline}: {(IsAsking ? Asks : Said)}";

    public static InviteView Of(Step step, Workshop w, string person, Reader reader)
    {
        var (open, answered) = (step == Progress.Open(w), Progress.HasAnswered(w, step, person));
        // Whoever has answered is thanked, wherever the team is now.
        var said = Thanks(step, w, person) ?? (answered ? Phrase.Of(!Progress.Passed(w, step, person) ? "invite.noted" : w.Phase == Phase.Closed ? "invite.over" : "invite.passed")
            : open ? null : Phrase.Of(w.Phase == Phase.Closed || Progress.IsDone(w, step) ? "invite.over" : "invite.to-come"));
        List<Button> buttons = open ? [.. Asking(step, answered, w, reader)] : [];
        return new(
            reader.Say(BoardView.Numbered(w, step)), w.Title, reader.Say(step.Asks), said is null ? reader.Say(Phrase.Of("step.example", reader.Example(step, w))) : "", said is null, said is null ? "" : reader.Say(said), said is not null,
            Button.Row(buttons), buttons.Count > 0);
    }

    private static Phrase? Thanks(Step step, Workshop w, string person) => Progress.Added(w, step, person, Most) is ({ Count: > 0 } newest, var more)
        ? Arg.List(newest.Select(entry => (Arg)entry.Name)) is var names && more > 0 ? Phrase.Of("invite.thanks.more", names, more) : Phrase.Of("invite.thanks", names) : null;

    private static IEnumerable<Button> Asking(Step step, bool answered, Workshop w, Reader reader)
    {
        var shown = Workshops.Shown.While(step.Id);
        if (StepForms.First(step, w) is { } form) yield return reader.Opens(Phrase.Of(answered ? "button.another" : "button.answer-now"), form, shown);
        if (!answered) yield return reader.Types(Phrase.Of("button.pass"), "pass", shown);
    }
}
