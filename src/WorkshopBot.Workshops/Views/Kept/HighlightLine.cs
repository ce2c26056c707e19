using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>One thing of the map to look at first: the widest feeling gap, the first gap to close, the moment to protect.</summary>
public sealed record HighlightLine(string Title, string Text)
{
    private const int Looked = 50;

    public static IEnumerable<HighlightLine> Of(Workshop w, Reader reader)
    {
        var felt = w.Map.Stages.Select(stage => (Stage: stage, Feeling: w.Map.FeelingAt(stage.Name, w.Map.Lead))).Where(at => at.Feeling is { Actual.IsEmpty: false, Wanted.IsEmpty: false })
            .OrderByDescending(at => at.Feeling!.Wanted.Median - at.Feeling.Actual.Median).ToList();
        if (felt is [var (stage, widest), ..] && widest!.Wanted.Median > widest.Actual.Median)
            yield return new(reader.Say(Phrase.Of("digest.widest")), reader.Say(Phrase.Of("digest.hoped", w.NameOf(stage), widest.Wanted.Word, widest.Actual.Word)));
        if (w.Map.List(Gap.Top) is [var first, ..] && w.Map.Live(first.Name) is { } gap)
            yield return new(reader.Say(Phrase.Of("digest.first-gap")), Wording.Short(reader.Say(Phrase.Of("show.item", gap.Name, Showing.Text(w, gap)))));
        var moments = w.Map.List(Touchpoint.Moments).Take(Looked).Select(mark => (mark.Name, Item: w.Map.Live(mark.Name)?.Item as Touchpoint)).Where(moment => moment.Item is not null).ToList();
        if (moments.Count == 0) yield break;
        var protect = moments.FirstOrDefault(moment => moment.Item!.Experience == "delight") is { Item: not null } delight ? delight : moments[0];
        yield return new(reader.Say(Phrase.Of("digest.moment")), Wording.Short(reader.Say(Phrase.Of("outcome.moment", protect.Item!.Text ?? "", protect.Item.MomentOfTruth ?? ""))));
    }
}
