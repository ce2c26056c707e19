using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The board, one per workshop and room: what is mapped, where the team is, what is asked now and how to answer. Bounded, however large the map.</summary>
public sealed record BoardView(
    string Overline, string Title, string Scenario, bool HasScenario, IReadOnlyList<FactLine> Steps, string Asks, bool HasAsks, bool IsOpen, string Answered, string Counts, IReadOnlyList<string> Notes, string How, bool HasHow, string Mine, bool HasMine,
    IReadOnlyList<Button> Buttons) : View
{
    public override string Card => "board";

    public override string Brief => $"{Overline}: {Title}\n{Asks}\n{Answered}. {Counts}";

    /// <param name="w">The workshop.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="person">Whose own view of it this is, with what concerns them; null for everybody's.</param>
    public static BoardView Of(Workshop w, Reader reader, string? person = null)
    {
        var (mine, leads) = (person is not null && Mined(w, person) is { } said ? reader.Say(said) : "", person is null || w.Crew[person]?.Leads == true);
        var open = w.Phase == Phase.Running;
        var shown = Workshops.Shown.While(w.StepId);
        return new(
            reader.Say(Overlined(w)), w.Title, w.Frame.Scenario ?? "", w.Frame.Scenario is not null, [.. Stepper(w, reader)],
            reader.Say(open ? w.Step.Asks : Phrase.Of("board.closed")), !open || !reader.InOne, open,
            open ? reader.Say(Progress.Said(w)) : "", reader.Say(MapCounts.Said(w.Map)),
            BoardNotes.Of(w, reader),
            open ? reader.Say(reader.Mention is { } mention ? Phrase.Of("board.how.mention", mention, reader.Heard(reader.Example(w.Step, w))) : Phrase.Of("board.how", reader.Example(w.Step, w))) : "", open && !reader.InOne, mine, mine.Length > 0,
            Button.Row([.. (Button[])(open
                ? [.. StepForms.First(w.Step, w) is { } form ? [reader.Opens(Phrase.Of("button.add-mine"), form, shown)] : (Button[])[], reader.Map(), reader.Types(Phrase.Of("button.pass"), "pass", shown)]
                : [reader.Map(), .. reader.Guest ? (Button[])[] : [reader.Types(Phrase.Of("button.export"), "export json")]]), .. leads ? [reader.Facilitates()] : (Button[])[]]));
    }

    /// <summary>What a person has done in the open step; nothing of the first one, which asks only who leads, nor once the workshop is closed.</summary>
    private static Phrase? Mined(Workshop w, string person) =>
        Progress.Open(w) is not { } step ? null
        : Progress.Added(w, step, person, 0).More is > 0 and var added ? Phrase.Of(added == 1 ? "board.mine.one" : "board.mine", added)
        : Progress.Passed(w, step, person) ? Phrase.Of("board.mine.passed")
        : Progress.HasAnswered(w, step, person) ? Phrase.Of("board.mine.answered")
        : step == w.Playbook.Steps[0] ? null : Phrase.Of("board.mine.none");

    public static Phrase Overlined(Workshop w) => Phrase.Of(w.Phase == Phase.Closed ? "view.map.closed" : w.ToBe ? "view.map.to-be" : "view.map.as-is");

    /// <summary>Where the team is, in words.</summary>
    private static IEnumerable<FactLine> Stepper(Workshop w, Reader reader)
    {
        var open = Progress.Open(w);
        List<Step> done = [.. w.Playbook.Steps.Where(step => Progress.IsDone(w, step))];
        var coming = open is null ? [] : w.Playbook.Steps.Where(step => step != open && !done.Contains(step)).ToList();
        if (done.Count > 0) yield return new(reader.Say(Phrase.Of("board.done")), reader.Say(Arg.List(done.Select(step => step.Word))));
        if (open is not null) yield return new(reader.Say(Phrase.Of("board.open")), reader.Say(Numbered(w, open)));
        if (coming.Count > 0) yield return new(reader.Say(Phrase.Of("board.to-come")), reader.Say(Arg.List(coming.Select(step => step.Word))));
    }

    /// <summary>"Goals, step 3 of 7"; the first one has no number.</summary>
    public static Arg Numbered(Workshop w, Step step) =>
        w.Playbook.Position(step.Id) is > 0 and var position ? Phrase.Of("board.step", step.Word, position, w.Playbook.Steps.Length - 1) : step.Word;
}
