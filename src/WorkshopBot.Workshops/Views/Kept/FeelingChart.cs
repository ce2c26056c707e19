using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>How the lead persona wants to feel and does feel, stage by stage: as lines where a surface draws them, as words where not. Plotted as score − 3 (settled: "Feelings").</summary>
public sealed record FeelingChart(string Title, IReadOnlyList<ChartLine> Lines, IReadOnlyList<FactLine> Words)
{
    private const decimal Middle = 3;

    public static readonly FeelingChart None = new("", [], []);

    public bool IsEmpty => Words.Count == 0;

    public static FeelingChart Of(Workshop w, Reader reader)
    {
        if (w.Map.Lead is not { } lead || w.Map.Live(lead) is not { } persona) return None;
        var stages = w.Map.Stages.Select(stage => (Name: reader.Say(w.NameOf(stage)), Feeling: w.Map.FeelingAt(stage.Name, lead))).Where(stage => stage.Feeling is { } felt && !(felt.Actual.IsEmpty && felt.Wanted.IsEmpty)).ToList();
        if (stages.Count == 0) return None;
        ChartLine Line(Phrase legend, Func<Feeling, Tally> tally) => new(reader.Say(legend), [.. stages.Where(stage => !tally(stage.Feeling!).IsEmpty).Select(stage => new ChartPoint(stage.Name, tally(stage.Feeling!).Median - Middle))]);
        return new(
            reader.Say(Phrase.Of("chart.feelings", w.NameOf(persona))),
            [.. ((ChartLine[])[Line(Phrase.Of("chart.feels"), feeling => feeling.Actual), Line(Phrase.Of("chart.wants"), feeling => feeling.Wanted)]).Where(line => line.Values.Count > 0)],
            [.. stages.Select(stage => new FactLine(stage.Name, reader.Say(Showing.Felt(stage.Feeling!))))]);
    }
}

/// <summary>One line of a chart.</summary>
public sealed record ChartLine(string Legend, IReadOnlyList<ChartPoint> Values);

/// <summary>A point of a line: the stage, and the score around its middle.</summary>
public sealed record ChartPoint(string X, decimal Y);
