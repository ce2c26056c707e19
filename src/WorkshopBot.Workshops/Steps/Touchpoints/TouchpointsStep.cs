using WorkshopBot.Workshops.Checks;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Touchpoints;

/// <summary>Step 4: where the customer meets us, how it feels, what makes or breaks it and what can go wrong.</summary>
public sealed class TouchpointsStep : Step
{
    /// <summary>Points named one by one before the rest is only counted.</summary>
    private const int Named = 20;

    /// <summary>Moments of truth told of when the step is over.</summary>
    private const int Told = 5;

    public override string Id => "touchpoints";
    public override string Title => "Touchpoints";
    public override string Purpose => "List every contact, how it feels, which ones make or break it and what can go wrong there.";
    public override string Prompt => "Where does the customer meet us at each stage, and how does it feel?";
    public override string Example => "Research: price page | web | during | friction | serves G2";
    public override IReadOnlyList<string> Lines => ["Research feels confused 2, wants confident 4", "T3 is a moment of truth because the purchase is decided here"];
    public override IReadOnlyList<Kind> Kinds => [Touchpoint.Kind, Feeling.Kind, Failure.Kind, PainPoint.Kind, Opportunity.Kind, Message.Kind];
    public override IReadOnlyList<Sheet> Forms => [.. base.Forms.Take(1), new FeelingSheet(), .. base.Forms.Skip(1)];
    public override Kind? StageLine => Touchpoint.Kind;

    public override Phrase Headline(Workshop w) => Phrase.Of("outcome.touchpoints", w.Map.Count('T'), w.Map.List(Touchpoint.Moments).Count, w.Map.Count('F'));

    public override IEnumerable<Phrase> Decided(Workshop w) =>
        w.Map.List(Touchpoint.Moments).Take(Told).Select(mark => w.Map.Live(mark.Name)?.Item).OfType<Touchpoint>().Select(moment => Phrase.Of("outcome.moment", moment.Text ?? "", moment.MomentOfTruth ?? ""));

    /// <summary>How the customer wants to feel was asked with the goals.</summary>
    public override bool AnsweredBy(Workshop w, string person) =>
        Kinds.Any(kind => w.Map.By(kind.Letter, kind == Feeling.Kind ? w.VoterOf(person) : person).Any(entry => entry.Item is not Feeling feeling || feeling.Actual.Of(w.VoterOf(person)) is not null));

    public override IEnumerable<Open> Missing(Workshop w)
    {
        var map = w.Map;
        if (!map.Stages.Any()) yield return Open.HardPoint("missing.stages").By("stage");
        foreach (var stage in map.Stages.Where(stage => map.Count('T', stage.Name) == 0 && map.List(Gap.AtPlace(stage.Name)).IsEmpty)) yield return Open.HardPoint("missing.touchpoint", w.NameOf(stage)).By(Touchpoint.Kind.Id, ("stage", stage.Name));
        foreach (var mark in map.List(Gap.OpenOf(GoalWithoutTouchpoint.Rule)).Take(Named)) yield return Open.HardPoint("missing.served", Place(map, mark), mark.Name).By(Touchpoint.Kind.Id, ("serves", Place(map, mark)));
        foreach (var stage in map.Stages.Where(stage => map.FeelingAt(stage.Name, map.Lead)?.Actual.IsEmpty ?? true)) yield return Open.HardPoint("missing.actual", w.NameOf(stage)).By(Feeling.Kind.Id, ("place", stage.Name));
        if (map.List(Touchpoint.Moments).IsEmpty) yield return Open.HardPoint("missing.moment");
        var unseen = Touchpoint.Kind.Field("setting")!.Choices.Where(setting => map.Count('T', tag: $"setting:{setting.Id}") == 0).ToList();
        if (unseen.Count > 0) yield return Open.SoftPoint("missing.settings", Arg.List(unseen.Select(setting => (Arg)new Arg.Word($"choice.{setting.Id}", setting.English))));
        foreach (var mark in map.List(Touchpoint.Moments).Take(Named).Where(mark => map.List(Failure.At(mark.Name)).IsEmpty)) yield return Open.SoftPoint("missing.failure", mark.Name).By(Failure.Kind.Id, ("touchpoint", mark.Name));
        foreach (var mark in map.List(Gap.OpenOf(QuestionWithoutAnswer.Rule)).Take(Named)) yield return Open.SoftPoint("missing.answer", Place(map, mark), mark.Name).By(Touchpoint.Kind.Id, ("answers", Place(map, mark)));
    }

    private static Ref Place(JourneyMap map, Mark mark) => map.Find(mark.Name)?.Item is Gap { Place: { } place } ? map.Resolve(place) : default;
}
