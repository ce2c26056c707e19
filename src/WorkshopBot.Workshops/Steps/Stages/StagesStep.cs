using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Stages;

/// <summary>Step 2: what the customer goes through, in their own words.</summary>
public sealed class StagesStep : Step
{
    private const int Fewest = 4, Most = 9;

    public override string Id => "stages";
    public override string Title => "Stages";
    public override string Purpose => "Divide the journey into stages, each with one big goal of the customer.";
    public override string Prompt => "What does the customer go through, in their own words, from trigger to end?";
    public override string Example => "Discover, Research, Explore, Choose, Purchase, Advocate";
    public override IReadOnlyList<string> Lines => ["Choose | goal: be sure | done when: shortlist of one | should take: 3 days"];
    public override IReadOnlyList<Kind> Kinds => [Stage.Kind, Substep.Kind];
    public override Kind? NamedLine => Stage.Kind;
    public override bool TakesLists => true;

    public override Phrase Headline(Workshop w) => w.Map.Stages.ToList() switch
    {
        [] => Phrase.Of("outcome.nothing"),
        [var only] => Phrase.Of("outcome.stage", w.NameOf(only)),
        [var first, .., var last] stages => Phrase.Of("outcome.stages", stages.Count, w.NameOf(first), w.NameOf(last)),
    };

    public override IEnumerable<Open> Missing(Workshop w)
    {
        var stages = w.Map.Stages.Select(entry => (entry.Name, Stage: (Stage)entry.Item)).ToList();
        if (stages.Count == 0) yield return Open.HardPoint("missing.stages").By(Stage.Kind.Id);
        foreach (var (name, stage) in stages)
        {
            if (stage.MajorGoal is null) yield return Open.HardPoint("missing.stage.goal", stage.Name ?? "").By(Stage.Kind.Id, name, Phrase.Of("button.say.goal"));
            if (stage.ExitNeed is null) yield return Open.HardPoint("missing.stage.exit", stage.Name ?? "").By(Stage.Kind.Id, name, Phrase.Of("button.say.exit"));
        }
        if (stages.Count is > 0 and (< Fewest or > Most)) yield return Open.SoftPoint("missing.stages.count", stages.Count, Fewest, Most).By(Stage.Kind.Id);
        foreach (var (name, stage) in stages.Where(stage => stage.Stage.TargetDuration is null)) yield return Open.SoftPoint("missing.stage.target", stage.Name ?? "").By(Stage.Kind.Id, name, Phrase.Of("button.say.target"));
    }
}
