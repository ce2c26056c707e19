using System.Collections.Immutable;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>
/// The workshop at its end, on one page and, where there are stages, on pages of a few stages each. A page ends with a stage, never in one. While the workshop
/// goes on after all, it says only that.
/// </summary>
public sealed record DigestView(
    string Overline, string Title, string Ending, bool IsFirst, string Left, IReadOnlyList<string> Open, string MoreOpen, bool HasOpen, bool HasMoreOpen, IReadOnlyList<string> Came, bool HasCame, string CameTitle, IReadOnlyList<FactLine> Facts, bool HasFacts, IReadOnlyList<HighlightLine> Highlights, bool HasHighlights, FeelingChart Chart, bool HasChart,
    string Share, bool IsHypothesis, bool IsBacked, IReadOnlyList<string> Voices, bool HasVoices, string VoicesTitle, IReadOnlyList<LineGroup> Stages, IReadOnlyList<Button> Buttons) : View
{
    private const int StagesAPage = 4, MostLines = 6, MostVoices = 6, MostOpen = 5;

    public override string Card => "digest";

    public override string Brief => $"{Overline}: {Title}\n{Ending}\n{Share}\n{string.Join("\n", Open.Concat(Came).Concat(Facts.Select(fact => $"{fact.Title}: {fact.Value}")))}";

    public static ImmutableArray<View> Pages(Workshop w, Reader reader)
    {
        if (w.Phase != Phase.Closed) return [Bare(reader.Say(BoardView.Overlined(w)), []) with { Title = w.Title, IsFirst = true, Ending = reader.Say(Phrase.Of("digest.goes-on", w.Step.Word)), Buttons = Button.Row([reader.Map()]) }];
        var stages = w.Map.Stages.Chunk(StagesAPage).ToList();
        return [First(stages.Count + 1, w, reader), .. stages.Select((some, index) => (View)Further(some, index + 2, stages.Count + 1, w, reader))];
    }

    /// <summary>A page that is not needed any more: it says so, since what has been posted is edited and not taken away.</summary>
    public static DigestView Blank(Reader reader) => Bare(reader.Say(Phrase.Of("digest.blank")), []);

    private static DigestView First(int pages, Workshop w, Reader reader)
    {
        // The points for which it could not be signed off; what stands against it is told among the voices.
        List<(Step Step, Open Point)> left = w.Ending is not Workshops.Ending.OpenPoints ? [] : [.. Deciding.Closing.Left(w)];
        var more = left.Count > MostOpen ? reader.Say(Phrase.Of("digest.more-open", left.Count - MostOpen, left[MostOpen].Step.Word)) : "";
        var chart = FeelingChart.Of(w, reader);
        List<HighlightLine> highlights = [.. HighlightLine.Of(w, reader)];
        List<FactLine> facts = [.. Kept(w, reader)];
        var came = reader.Say(w.Playbook.Steps.Where(step => step.Kinds.Count > 0 && w.Opened.Contains(step.Id) && w.Playbook.Position(step.Id) > 0).Select(step => step.Headline(w)));
        List<string> voices = [.. Voiced(w).Select(said => Wording.Short(reader.Say(said)))];
        return new(
            reader.Say(pages > 1 ? Phrase.Of("digest.page", BoardView.Overlined(w), 1, pages) : BoardView.Overlined(w)), w.Title, reader.Say(Ended(w)), true,
            reader.Say(Phrase.Of("outcome.open")), reader.Say(left.Take(MostOpen).Select(open => open.Point.What)), more, left.Count > 0, more.Length > 0, came, came.Count > 0, reader.Say(Phrase.Of("digest.came")), facts, facts.Count > 0, highlights, highlights.Count > 0, chart, !chart.IsEmpty, reader.Say(Showing.Share(w)), w.Map.IsHypothesis, !w.Map.IsHypothesis,
            voices, voices.Count > 0, reader.Say(Phrase.Of("digest.voices")), [], Button.Row([reader.Map(), .. reader.Guest ? (Button[])[] : [reader.Types(Phrase.Of("button.export"), "export json")]]));
    }

    private static DigestView Further(Entry[] stages, int page, int pages, Workshop w, Reader reader) => Bare(
        reader.Say(Phrase.Of("digest.page", BoardView.Overlined(w), page, pages)),
        [.. stages.Select(stage => StepView.Group(reader.Say(w.NameOf(stage)), Newest.Below(w.Map, stage.Name, w.Map.Kinds.All, MostLines), w.Map.Kinds.All.Sum(kind => Newest.Count(w.Map, kind, stage.Name)), w, reader))]);

    private static DigestView Bare(string overline, IReadOnlyList<LineGroup> stages) =>
        new(overline, "", "", false, "", [], "", false, false, [], false, "", [], false, [], false, FeelingChart.None, false, "", false, false, [], false, "", stages, []);

    private static Phrase Ended(Workshop w) => w.Ending switch
    {
        Workshops.Ending.SignedOff => Phrase.Of("digest.signed"),
        Workshops.Ending.ThrownAway => Phrase.Of("digest.thrown"),
        _ => Phrase.Of("digest.open"),
    };

    /// <summary>Who keeps the map alive, and what the team thinks of it.</summary>
    private static IEnumerable<FactLine> Kept(Workshop w, Reader reader)
    {
        foreach (var field in Frame.Kind.Fields.Where(field => field.Id is "owner" or "review" && !field.IsEmpty(w.Frame)))
            yield return new(reader.Say(new Arg.Word($"{Frame.Kind.Id}.{field.Id}.label", field.Label)), reader.Say(field.Show(w.Frame)));
        var scores = w.Judgements.Values.Select(judgement => judgement.Score).OfType<int>().Order().ToList();
        if (scores.Count > 0) yield return new(reader.Say(Phrase.Of("digest.overall")), reader.Say(Phrase.Of("outcome.judged", scores[(scores.Count - 1) / 2], scores.Count)));
        if (w.Judgements.Values.Count(judgement => judgement.SignedOff) is > 0 and var signed) yield return new(reader.Say(Phrase.Of("digest.signatures")), reader.Say((Arg)signed));
        if (w.Judgements.Values.Count(judgement => judgement.Objection is not null) is > 0 and var objections) yield return new(reader.Say(Phrase.Of("digest.objections")), reader.Say((Arg)objections));
    }

    /// <summary>What people said of the whole, without who said it.</summary>
    private static IEnumerable<Phrase> Voiced(Workshop w) =>
        w.Judgements.Values.Where(judgement => judgement.Text is not null).Select(judgement => Phrase.Of("show.text", judgement.Text!))
            .Concat(w.Judgements.Values.Where(judgement => judgement.Objection is not null).Select(judgement => Phrase.Of("outcome.objection", judgement.Objection!))).Take(MostVoices);
}
