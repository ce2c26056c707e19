using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Steps.Touchpoints;

namespace WorkshopBot.Workshops.Steps.Data;

/// <summary>Step 5: how we know, how long it takes, how many go on, what it costs.</summary>
public sealed class DataStep : Step
{
    private const int Named = 20;

    public override string Id => "data";
    public override string Title => "Data";
    public override string Purpose => "Put evidence, times and numbers behind the map, weakest places first.";
    public override string Prompt => "Is it true, and how do we know? How long does it take, and how many go on?";
    public override string Example => "Research -> Explore 31% via website (n=2140, May, web analytics)";
    public override IReadOnlyList<string> Lines => ["Research takes 2-4 weeks (CRM, May)", "Research costs 2.00 EUR per person", "Choose -> Purchase unknown | owner @name"];
    public override IReadOnlyList<Kind> Kinds => [Evidence.Kind, Conversion.Kind, Metric.Kind, SpendLine.Kind];

    public override Words.Phrase Headline(Workshop w) =>
        Words.Phrase.Of("outcome.data", decimal.Round(100 * (w.Map.EvidenceShare ?? 0)), w.Map.Stages.Count(stage => ((Stage)stage.Item).ObservedDuration is not null), w.Map.Stages.Count());

    public override IReadOnlyList<Sheet> Forms => [new KindSheet(Evidence.Kind), new TimesSheet(), new ConversionSheet(), new KindSheet(Metric.Kind), new KindSheet(SpendLine.Kind)];

    /// <summary>Times and costs are fields of the stages, of which there are few.</summary>
    public override bool AnsweredBy(Workshop w, string person) =>
        base.AnsweredBy(w, person) || w.Map.Stages.Any(stage => TimesSheet.Asked.Any(field => stage.FilledBy.GetValueOrDefault(field.Id) == person));

    public override IEnumerable<Open> Missing(Workshop w)
    {
        var map = w.Map;
        var stages = map.Stages.ToList();
        foreach (var stage in stages.Where(stage => (Stage)stage.Item is { ObservedDuration: null, TimesBy: null })) yield return Open.HardPoint("missing.duration", w.NameOf(stage)).By("times", ("stage", stage.Name));
        foreach (var mark in map.List(Touchpoint.Moments).Take(Named).Where(mark => map.List(Evidence.For(mark.Name)).IsEmpty)) yield return Open.HardPoint("missing.level", mark.Name).By(Evidence.Kind.Id, (Evidence.Kind.Home!.Id, mark.Name));
        for (var i = 0; i + 1 < stages.Count; i++)
        {
            var (from, to) = (stages[i], stages[i + 1]);
            if (!map.List($"from:{from.Name}").Any(mark => map.Live(mark.Name)?.Item is Conversion { To: { } end } && map.Resolve(end) == to.Name))
                yield return Open.SoftPoint("missing.conversion", w.NameOf(from), w.NameOf(to)).By(Conversion.Kind.Id, ("from", from.Name), ("to", to.Name));
        }
        foreach (var stage in stages)
            foreach (var type in (string[])["effectiveness", "satisfaction"])
                if (map.Count('M', stage.Name, tag: type) == 0) yield return Open.SoftPoint("missing.metric", w.NameOf(stage), Words.Phrase.Of($"metric.{type}")).By(Metric.Kind.Id, ("stage", stage.Name));
    }
}
