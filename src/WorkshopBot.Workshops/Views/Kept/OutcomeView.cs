using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What came of a step, told to the room once it is left: a headline, what was decided, what is open, and new gaps.</summary>
public sealed record OutcomeView(
    string Overline, string Headline, IReadOnlyList<string> Decided, bool HasDecided, IReadOnlyList<string> Open, string MoreOpen, bool HasOpen, bool HasMoreOpen, IReadOnlyList<ItemLine> Gaps, string MoreGaps, bool HasGaps, bool HasMoreGaps,
    FeelingChart Chart, bool HasChart, string Label, OutcomeWords Words, IReadOnlyList<Button> Buttons) : View
{
    private const int MostOpen = 5, MostGaps = 3;

    public override string Card => "outcome";

    public override string Brief => $"{Overline}: {Headline}\n{string.Join("\n", Open)}";

    public static OutcomeView Of(Step step, Workshop w, Reader reader)
    {
        List<string> decided = [.. step.Decided(w).Select(said => Wording.Short(reader.Say(said)))];
        var missing = step.Missing(w).ToList();
        var found = w.Playbook.Checks.Where(check => check.Since == step.Id).Select(check => w.Map.List(Gap.OpenOf(check.Id))).ToList();
        List<Entry> gaps = [.. found.SelectMany(marks => marks.Reverse().Take(MostGaps)).OrderByDescending(mark => mark.Name).Take(MostGaps).Select(mark => w.Map.Live(mark.Name)!)];
        var chart = step.Kinds.Contains(Feeling.Kind) ? FeelingChart.Of(w, reader) : FeelingChart.None;
        var (moreOpen, moreGaps) = (reader.More(missing.Count - MostOpen), reader.More(found.Sum(marks => marks.Count) - gaps.Count));
        return new(
            reader.Say(Phrase.Of("outcome.of", step.Word)), reader.Say(step.Headline(w)), decided, decided.Count > 0,
            [.. missing.Take(MostOpen).Select(open => reader.Say(open.What))], moreOpen, missing.Count > 0, moreOpen.Length > 0,
            [.. gaps.Select(gap => StepView.Line(w, gap, reader))], moreGaps, gaps.Count > 0, moreGaps.Length > 0,
            chart, !chart.IsEmpty, reader.Say(Showing.Share(w)), OutcomeWords.Of(reader), Button.Row([reader.Map()]));
    }
}

/// <summary>The headings of an outcome.</summary>
public sealed record OutcomeWords(string Decided, string Open, string Gaps)
{
    public static OutcomeWords Of(Reader reader) => new(reader.Say(Phrase.Of("outcome.decided")), reader.Say(Phrase.Of("outcome.open")), reader.Say(Phrase.Of("outcome.gaps")));
}
