using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps.Touchpoints;

namespace WorkshopBot.Workshops.Steps.Teams;

/// <summary>Step 6: what happens behind the scenes, and which team closes which gap with what effort.</summary>
public sealed class TeamsStep : Step
{
    /// <summary>How many gaps the hard rule asks to be complete, and how many the soft one (settled: "Closing").</summary>
    private const int Hard = 3, Soft = 10;

    /// <summary>Gaps told of when the step is over.</summary>
    private const int Told = 5;

    public override string Id => "teams";
    public override string Title => "Teams";
    public override string Purpose => "Say what happens behind the scenes, and which team closes which gap, by when.";
    public override string Prompt => "Which gaps are real, which team is best placed to close each, and how big is it for them?";
    public override string Example => "X2 -> Product | M | effect 4 | owner @sam | mock-up by 12 June";
    public override IReadOnlyList<string> Lines => ["gap X2", "drop X3 the goal is wrong"];
    public override IReadOnlyList<Kind> Kinds => [Gap.Kind, Activity.Kind, SystemUsed.Kind, Solution.Kind, TodoAction.Kind, Party.Kind];

    public override Words.Phrase Headline(Workshop w) => Words.Phrase.Of("outcome.teams", Views.MapCounts.ToClose(w.Map), w.Map.Count(Activity.Kind.Letter));

    public override IEnumerable<Words.Phrase> Decided(Workshop w) =>
        w.Map.List(Gap.Top).Take(Told).Select(mark => w.Map.Live(mark.Name)).OfType<Map.Entry>()
            .Select(entry => ((Gap)entry.Item).Teams is { IsEmpty: false } teams ? Words.Phrase.Of("outcome.gap", entry.Name, string.Join(" + ", teams), Views.Showing.Text(w, entry)) : Words.Phrase.Of("outcome.gap.nobody", entry.Name, Views.Showing.Text(w, entry)));

    public override IEnumerable<Open> Missing(Workshop w)
    {
        var top = w.Map.List(Gap.Top).Take(Soft).Select(mark => w.Map.Live(mark.Name)!).ToList();
        foreach (var (gap, index) in top.Select((entry, index) => (entry, index)))
        {
            var item = (Gap)gap.Item;
            string?[] parts = [item.Teams.IsEmpty ? "part.team" : null, item.Size is null ? "part.size" : null, item.Owner is null ? "part.owner" : null, item.NextAction is null ? "part.next" : null, item.Due is null ? "part.due" : null];
            if (parts.Any(part => part is not null))
                yield return new Open(index < Hard, Words.Phrase.Of("missing.gap", gap.Name, Words.Arg.List(parts.OfType<string>().Select(part => (Words.Arg)Words.Phrase.Of(part))))).By(Gap.Kind.Id, gap.Name);
        }
        if (top.Count < Hard) yield return Open.SoftPoint("missing.gaps", top.Count, Hard);
        foreach (var mark in w.Map.List(Touchpoint.Moments).Take(Soft).Where(mark => w.Map.List(Activity.At(mark.Name)).IsEmpty)) yield return Open.SoftPoint("missing.backstage", mark.Name).By(Activity.Kind.Id, (Activity.Kind.Home!.Id, mark.Name));
        foreach (var mark in w.Map.List(Activity.Unpriced).Take(Soft)) yield return Open.SoftPoint("missing.price", mark.Name);
    }
}
