using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>
/// What must hold of the map whatever way it was reached: names are one item's, places are there, numbers are within their limits. Adding sees to
/// it field by field; undo, restore and merge ask here, of the map as it would be.
/// </summary>
public static class Soundness
{
    /// <summary>The first thing that would not hold of the items these events touch; null when all does.</summary>
    public static Phrase? Fault(Workshop after, IEnumerable<WorkshopEvent> events)
    {
        foreach (var name in events.Select(Reversal.Touches).OfType<Ref>().Distinct())
            // A finding may be about what is no longer there: then it is resolved.
            if (after.Map.Live(name) is { Item: not Gap { Check: not null } } entry && Fault(after, entry) is { } fault) return fault;
        return null;
    }

    private static Phrase? Fault(Workshop w, Entry entry)
    {
        var (kind, item) = (entry.Kind, entry.Item);
        if (kind.Fields.Where(field => field.Home || field.Required).SelectMany(field => field.Targets(item)).Select(w.Map.Resolve).FirstOrDefault(target => w.Map.Live(target) is null) is { IsNone: false } gone)
            return Phrase.Of("place-gone", entry.Name, gone);
        if (kind.Identity(item, w.Map.Resolve) is { } identity && w.Map.Identified(kind.Letter, identity) is { } other && other != entry.Name) return Phrase.Of("name-taken", kind.Main.Show(item), other);
        if (w.Map.Count(kind.Letter) > kind.Most) return Phrase.Of("kind-full", kind.Word, kind.Most);
        return item is Conversion { From: { } from } && Routing.Sum(w, w.Map.Resolve(from)) is > 100 and var sum ? Phrase.Of("split-over", Receipts.Place(w.Map.Resolve(from), w), sum) : null;
    }
}
