using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>A step in the thread: what it is for, what is asked, a good example, what is there so far, and its forms while it is open.</summary>
public sealed record StepView(
    string Overline, string Purpose, string Asks, string Example, bool IsOpen, bool IsClosed, string State, string Names, IReadOnlyList<string> Decided, IReadOnlyList<LineGroup> Groups, string Nothing, bool IsEmpty,
    IReadOnlyList<ButtonRow> Rows) : View
{
    private const int MostLines = 5, MostLinesOfMany = 3, ManyStages = 6;

    public override string Card => "step";

    public override string Brief => $"{Overline}\n{Asks}\n{string.Join("\n", Groups.Select(group => group.Heading))}";

    public static StepView Of(Step step, Workshop w, Reader reader)
    {
        var open = step == Progress.Open(w);
        List<LineGroup> groups = [.. Grouped(step, w, reader)];
        List<string> decided = [.. step.Decided(w).Select(said => Wording.Short(reader.Say(said)))];
        return new(
            reader.Say(BoardView.Numbered(w, step)), reader.Say(step.Serves), reader.Say(step.Asks), open ? reader.Say(Phrase.Of("step.example", reader.Heard(reader.Example(step, w)))) : "", open, !open,
            open ? "" : reader.Say(Phrase.Of(w.Phase == Phase.Closed ? "board.closed" : Progress.IsDone(w, step) ? "step.closed" : "step.to-come")), open ? reader.Say(Phrase.Of("step.named")) : "", decided, groups, reader.Say(Phrase.Of(open ? "step.empty" : "step.empty.closed")), groups.Count == 0 && decided.Count == 0,
            ButtonRow.Of(open ? [.. StepForms.Open(step, w).Select(form => reader.Opens(form.Title, form.Of, Workshops.Shown.While(step.Id)))] : []));
    }

    /// <summary>What is there so far: by stage where items have one, else by kind. Numbers come from counters, lines from the newest few.</summary>
    private static IEnumerable<LineGroup> Grouped(Step step, Workshop w, Reader reader)
    {
        List<Entry> stages = [.. w.Map.Stages];
        var most = stages.Count > ManyStages ? MostLinesOfMany : MostLines;
        List<Kind> staged = [.. step.Kinds.Where(kind => kind.Home is not null)];
        foreach (var kind in step.Kinds.Where(kind => kind.Letter == JourneyMap.Stage && stages.Count > 0))
            yield return Group(reader.Say(kind.Word), stages, stages.Count, w, reader);
        foreach (var stage in stages)
            if (staged.Sum(kind => Newest.Count(w.Map, kind, stage.Name)) is > 0 and var count)
                yield return Group(reader.Say(w.NameOf(stage)), Newest.Below(w.Map, stage.Name, staged, most), count, w, reader);
        foreach (var kind in step.Kinds.Where(kind => kind.Letter != JourneyMap.Stage))
            if (Newest.Count(w.Map, kind) - stages.Sum(stage => Newest.Count(w.Map, kind, stage.Name)) is > 0 and var count)
                yield return Group(reader.Say(kind.Word), Newest.Loose(w.Map, kind, most), count, w, reader);
    }

    public static LineGroup Group(string heading, IReadOnlyList<Entry> entries, int count, Workshop w, Reader reader)
    {
        var left = reader.More(count - entries.Count);
        return new(reader.Say(Phrase.Of("view.group", heading, count)), [.. entries.Select(entry => Line(w, entry, reader))], left, left.Length > 0);
    }

    public static ItemLine Line(Workshop w, Entry entry, Reader reader) => new(entry.Name.ToString(), Wording.Short(reader.Say(entry.Item is Feeling { Wanted: var wanted, Actual: var actual } feeling && !(wanted.IsEmpty && actual.IsEmpty) ? Showing.Felt(feeling) : Showing.Text(w, entry))));
}
