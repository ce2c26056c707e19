using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What came of a step, told to the room once it is left: a headline, what was decided, what is open, and the gaps that were accepted in it. While the step is open again, it says only that.</summary>
public sealed record OutcomeView(
    string Overline, string Headline, IReadOnlyList<string> Decided, bool HasDecided, IReadOnlyList<string> Open, string MoreOpen, bool HasOpen, bool HasMoreOpen, IReadOnlyList<ItemLine> Gaps, string MoreGaps, bool HasGaps, bool HasMoreGaps,
    FeelingChart Chart, bool HasChart, string Label, OutcomeWords Words, IReadOnlyList<Button> Buttons) : View
{
    private const int MostOpen = 5, MostGaps = 3;

    public override string Card => "outcome";

    public override string Brief => $"{Overline}: {Headline}\n{string.Join("\n", Open)}";

    public static OutcomeView Of(Step step, Workshop w, Reader reader)
    {
        if (step == Progress.Open(w)) return Bare(step, "outcome.again", w, reader);
        if (!Progress.IsDone(w, step)) return Bare(step, "outcome.to-come", w, reader);
        var headline = step.Headline(w);
        List<string> decided = [.. step.Decided(w).Where(said => said != headline).Select(said => Wording.Short(reader.Say(said)))];
        var findings = w.Playbook.Checks.Where(check => check.Since == step.Id).Sum(check => w.Map.List(Gap.OpenOf(check.Id)).Count);
        List<Phrase> missing = [.. findings > 0 ? [Phrase.Of("findings.open", findings)] : (Phrase[])[], .. step.Missing(w).Select(open => open.What)];
        // The step that collects gaps tells of all of them as what was decided.
        List<Entry> gaps = step.Kinds.Contains(Gap.Kind) ? [] : [.. w.AcceptedIn.Where(accepted => accepted.Value == step.Id && w.Map.Live(accepted.Key)?.Item is Gap { IsAccepted: true }).Select(accepted => w.Map.Live(accepted.Key)!)];
        var chart = step.Kinds.Contains(Feeling.Kind) ? FeelingChart.Of(w, reader) : FeelingChart.None;
        var (moreOpen, moreGaps) = (reader.More(missing.Count - MostOpen), reader.More(gaps.Count - MostGaps));
        return new(
            reader.Say(Phrase.Of("outcome.of", step.Word)), reader.Say(headline), decided, decided.Count > 0,
            reader.Say(missing.Take(MostOpen)), moreOpen, missing.Count > 0, moreOpen.Length > 0,
            [.. gaps.OrderByDescending(gap => gap.Name).Take(MostGaps).Select(gap => StepView.Line(w, gap, reader))], moreGaps, gaps.Count > 0, moreGaps.Length > 0,
            chart, !chart.IsEmpty, reader.Say(Showing.Share(w)), OutcomeWords.Of(reader), Button.Row([reader.Map()]));
    }

    private static OutcomeView Bare(Step step, string code, Workshop w, Reader reader) => new(
        reader.Say(Phrase.Of("outcome.of", step.Word)), reader.Say(Phrase.Of(code)), [], false, [], "", false, false, [], "", false, false, FeelingChart.None, false, reader.Say(Showing.Share(w)), OutcomeWords.Of(reader), Button.Row([reader.Map()]));
}

/// <summary>The headings of an outcome.</summary>
public sealed record OutcomeWords(string Decided, string Open, string Gaps)
{
    public static OutcomeWords Of(Reader reader) => new(reader.Say(Phrase.Of("outcome.decided")), reader.Say(Phrase.Of("outcome.open")), reader.Say(Phrase.Of("outcome.gaps")));
}
