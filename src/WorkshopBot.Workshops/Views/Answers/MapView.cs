using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The map in short, from counters, with the link to the whole of it.</summary>
public sealed record MapView(string Overline, string Title, string Scenario, bool HasScenario, string Share, bool IsHypothesis, bool IsBacked, string Counts, IReadOnlyList<FactLine> Stages, bool HasStages, string Nothing, bool IsEmpty, string Id, Link Link) : View
{
    public override string Card => "map";

    public override string Brief => $"{Overline}: {Title}\n{Counts}\n{Share}\n{Link.Url}";

    public static MapView Of(Workshop w, Reader reader)
    {
        List<FactLine> stages = [.. w.Map.Stages.Select(stage => new FactLine(reader.Say(w.NameOf(stage)), At(stage, w, reader)))];
        return new(
            reader.Say(BoardView.Overlined(w)), w.Title, w.Frame.Scenario ?? "", w.Frame.Scenario is not null, reader.Say(Showing.Share(w)), w.Map.IsHypothesis, !w.Map.IsHypothesis, reader.Say(MapCounts.Said(w.Map)),
            stages, stages.Count > 0, reader.Say(Phrase.Of("map.empty")), stages.Count == 0, reader.Say(Phrase.Of("show.id", reader.MapId)), Opens(reader));
    }

    public static Link Opens(Reader reader) => new(reader.Say(Phrase.Of("button.open-map")), reader.MapUrl());

    private static string At(Entry stage, Workshop w, Reader reader)
    {
        // What a stage is mostly made of; the rest is on the page.
        var told = w.Playbook.Steps.Select(step => step.StageLine).OfType<Kind>().Append(Gap.Kind).Where(kind => Newest.Count(w.Map, kind, stage.Name) > 0)
            .Select(kind => (Arg)Phrase.Of("show.kind", kind.Word, Newest.Count(w.Map, kind, stage.Name))).ToList();
        if (w.Map.FeelingAt(stage.Name, w.Map.Lead) is { } feeling && !(feeling.Actual.IsEmpty && feeling.Wanted.IsEmpty)) told.Add(Phrase.Of("map.feeling", Showing.Felt(feeling)));
        return told.Count == 0 ? reader.Say(Phrase.Of("map.nobody")) : reader.Say(Arg.List(told));
    }
}
