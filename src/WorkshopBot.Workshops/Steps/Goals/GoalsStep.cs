using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Goals;

/// <summary>Step 3: what the customer is trying to get done at each stage, and asks.</summary>
public sealed class GoalsStep : Step
{
    public override string Id => "goals";
    public override string Title => "Goals";
    public override string Purpose => "Collect what the customer wants, needs and asks at each stage, before talking of what we offer.";
    public override string Prompt => "At each stage: what is the customer trying to get done, and what would they ask a friend?";
    public override string Example => "Research: compare the true monthly cost";
    public override IReadOnlyList<Kind> Kinds => [Goal.Kind, Need.Kind, Question.Kind];
    public override Kind? StageLine => Goal.Kind;

    public override Phrase Headline(Workshop w) => Phrase.Of("outcome.goals", w.Map.Count('G'), w.Map.Count('Q'), w.Map.Stages.Count(stage => w.Map.Count('G', stage.Name) == 0));

    /// <summary>How the customer wants to feel is asked here, though what is felt belongs to the touchpoints.</summary>
    public override bool AnsweredBy(Workshop w, string person) =>
        base.AnsweredBy(w, person) || w.Map.By(Feeling.Kind.Letter, w.VoterOf(person)).Any(entry => ((Feeling)entry.Item).Wanted.Of(w.VoterOf(person)) is not null);

    public override IEnumerable<Open> Missing(Workshop w)
    {
        var lead = w.Map.Lead;
        if (lead is null) yield return Open.HardPoint("missing.persona").By("persona");
        if (!w.Map.Stages.Any()) yield return Open.HardPoint("missing.stages").By("stage");
        foreach (var stage in w.Map.Stages.Where(stage => lead is null || w.Map.Count('G', stage.Name, lead) == 0)) yield return Open.HardPoint("missing.goal", w.NameOf(stage)).By(Goal.Kind.Id, ("stage", stage.Name));
        foreach (var stage in w.Map.Stages.Where(stage => w.Map.Count('Q', stage.Name) == 0)) yield return Open.SoftPoint("missing.question", w.NameOf(stage)).By(Question.Kind.Id, ("stage", stage.Name));
        foreach (var stage in w.Map.Stages.Where(stage => w.Map.FeelingAt(stage.Name, lead)?.Wanted.IsEmpty ?? true)) yield return Open.SoftPoint("missing.wanted", w.NameOf(stage)).By("feeling", ("place", stage.Name));
        if (w.Map.Count('G') > 0 && w.Map.Count('G', tag: Goal.Rated) == 0) yield return Open.SoftPoint("missing.importance");
        if (w.Map.Count('G') > 0 && w.Map.IsHypothesis) yield return Open.SoftPoint("missing.evidence", (int)(Limits.EvidenceShare * 100));
    }
}
