using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>What a map of how it shall be takes over from the map of how it is: stages, personas and goals, each under its ref (settled: "To-be").</summary>
public static class Copying
{
    private const string Letters = "PSG";

    public static IEnumerable<WorkshopEvent> Of(Workshop source)
    {
        foreach (var entry in Letters.SelectMany(letter => source.Map.On(letter)))
        {
            // Numbers are dense: a ref that is not live over there is taken and put away here.
            yield return new WorkshopEvent.ItemAdded(entry.Name, entry.IsLive ? Alone(entry, source.Map) : entry.Kind.Blank, "", Timing.OnTime);
            if (!entry.IsLive) yield return new WorkshopEvent.ItemWithdrawn(entry.Name);
        }
        yield return new WorkshopEvent.StagesOrdered(source.Map.StageOrder);
        if (source.Map.Lead is { } lead) yield return new WorkshopEvent.LeadChosen(lead);
    }

    /// <summary>The item with its links to what comes along, under the refs that survived, and with no others.</summary>
    private static Item Alone(Entry entry, JourneyMap map)
    {
        var item = entry.Item;
        foreach (var field in entry.Kind.Fields)
            foreach (var target in field.Targets(item).ToList())
                if (map.Resolve(target) is var kept && (kept != target || !Letters.Contains(kept.Letter, StringComparison.Ordinal) || map.Live(kept) is null))
                {
                    item = field.Unpoint(item, target);
                    if (Letters.Contains(kept.Letter, StringComparison.Ordinal) && map.Live(kept) is not null && field.Accepts(kept)) item = field.Point(item, kept)!;
                }
        return item;
    }
}
