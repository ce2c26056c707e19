using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>What an accepted line is answered: the ref, the place, and what else came of it (storyboard, "Receipts and refusals").</summary>
public static class Receipts
{
    public static ImmutableArray<Phrase> Added(Kind kind, Item item, Ref name, Workshop w, IReadOnlyList<WorkshopEvent> events)
    {
        var place = kind.Home?.Targets(item).FirstOrDefault() is { IsNone: false } home ? Place(home, w) : null;
        Arg what = kind.ByName ? Phrase.Of("named", name, kind.Main.Show(item)) : name;
        var said = place is null ? Phrase.Of("added", what) : Phrase.Of("added.at", what, place);
        return [said, .. Echo(kind, kind.Blank, item), .. Beside(name, w, events), .. When(kind, w)];
    }

    public static ImmutableArray<Phrase> Changed(Entry entry, Item after, Workshop w, IReadOnlyList<WorkshopEvent> events) =>
        [Phrase.Of("changed", entry.Kind.ByName ? Phrase.Of("named", entry.Name, entry.Kind.Main.Show(entry.Item)) : entry.Name), .. Echo(entry.Kind, entry.Item, after), .. Beside(entry.Name, w, events),
            .. entry.Item is Gap { State: Gap.Open } ? [Phrase.Of("still-open", entry.Name)] : Array.Empty<Phrase>()];

    /// <summary>What was understood beside text and place, field by field, so that a misreading is seen at once.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="before">The item as it was.</param>
    /// <param name="after">As it is now.</param>
    /// <param name="but">A field that has been said already, of a kind whose main field has not; null mostly.</param>
    public static IEnumerable<Phrase> Echo(Kind kind, Item before, Item after, string? but = null)
    {
        var said = kind.Fields.Where(field => (field != kind.Main || but is not null) && field.Id != but && !field.Home && !field.Hidden && !field.LeadByDefault && !field.IsEmpty(after) && !field.Same(before, after))
            .Select(field => (Arg)Phrase.Of("show.field", new Arg.Word($"{kind.Id}.{field.Id}.label", field.Label), field.Show(after))).ToList();
        return said.Count == 0 ? [] : [Phrase.Of("understood", Arg.List(said))];
    }

    /// <summary>How a place is called: a stage by its name, anything else by its ref.</summary>
    public static Arg Place(Ref place, Workshop w) =>
        w.Map.Live(w.Map.Resolve(place)) is { Kind.ByName: true } entry ? entry.Kind.Main.Show(entry.Item) : w.Map.Resolve(place);

    /// <summary>Evidence and teams that came with the item.</summary>
    public static IEnumerable<Phrase> Beside(Ref name, Workshop w, IReadOnlyList<WorkshopEvent> events)
    {
        foreach (var added in events.OfType<WorkshopEvent.ItemAdded>().Where(added => added.Name != name))
            yield return added.Item is Party party ? Phrase.Of("team-added", party.Name ?? "", added.Name) : added.Item is Steps.Data.Evidence evidence ? Phrase.Of("with.source", added.Name, SourceText.Show(evidence.Said)) : Phrase.Of("with", added.Name);
    }

    private static IEnumerable<Phrase> When(Kind kind, Workshop w) => Adding.Timing(kind, w) switch
    {
        Timing.Early => [Phrase.Of("early", w.Playbook.Home(kind).Word)],
        Timing.Late => [Phrase.Of("late", w.Playbook.Home(kind).Word)],
        _ => [],
    };
}
