using WorkshopBot.Workshops.Kinds;
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
    /// <summary>An action for an action for an action …: longer than anybody means it.</summary>
    private const int DeepestPlace = 100;

    /// <summary>The first thing that would not hold of the items these events touch; null when all does.</summary>
    public static Phrase? Fault(Workshop after, IEnumerable<WorkshopEvent> events)
    {
        foreach (var name in events.Select(Reversal.Touches).OfType<Ref>().Distinct())
            // A finding may be about what is no longer there: then it is resolved.
            if (after.Map.Live(name) is { Item: not Gap { Check: not null } } entry && Fault(after, entry) is { } fault) return fault;
        return null;
    }

    /// <summary>Why an item cannot have the place it says: it would belong to itself, by way of others or not. Null when it can.</summary>
    public static Phrase? Loop(JourneyMap map, Ref name, Kind kind, Item item)
    {
        for (var steps = 0; steps < DeepestPlace && kind.Home?.Targets(item).FirstOrDefault() is { IsNone: false } home && map.Find(map.Resolve(home)) is { } place; steps++)
        {
            if (place.Name == name) return Phrase.Of("home-loop", name);
            (kind, item) = (place.Kind, place.Item);
        }
        return null;
    }

    private static Phrase? Fault(Workshop w, Entry entry)
    {
        var (kind, item) = (entry.Kind, entry.Item);
        if (Loop(w.Map, entry.Name, kind, item) is { } loop) return loop;
        if (kind.Fields.Where(field => field.Home || field.Required).SelectMany(field => field.Targets(item)).Select(w.Map.Resolve).FirstOrDefault(target => w.Map.Live(target) is null) is { IsNone: false } gone)
            return Phrase.Of("place-gone", entry.Name, gone);
        if (kind.Identity(item, w.Map.Resolve) is { } identity && w.Map.Identified(kind.Letter, identity) is { } other && other != entry.Name) return Phrase.Of("name-taken", kind.Main.Show(item), other);
        if (w.Map.Count(kind.Letter) > kind.Most) return Phrase.Of("kind-full", kind.Word, kind.Most);
        return item is Conversion { From: { } from } && Routing.Sum(w, w.Map.Resolve(from)) is > 100 and var sum ? Phrase.Of("split-over", Receipts.Place(w.Map.Resolve(from), w), sum) : null;
    }
}
