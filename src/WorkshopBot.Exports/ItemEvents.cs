using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports;

/// <summary>
/// Puts the items of a file on the map in an order in which refs find what they point at: kind by kind, as the steps collect them; an item
/// that points ahead is added without that and completed at the end.
/// </summary>
internal sealed class ItemEvents(Roll roll, ItemReader reader, Catalogue kinds)
{
    private readonly HashSet<Ref> added = [];

    private readonly HashSet<(char, string)> taken = [];

    public IEnumerable<WorkshopEvent> All()
    {
        List<WorkshopEvent> events = [], later = [];
        foreach (var kind in kinds.All)
            for (var (number, highest) = (1, roll.Highest(kind)); number <= highest; number++)
            {
                var name = new Ref(kind.Letter, number);
                if (roll[name] is { } found) Add(found, events, later);
                else Skip(name, kind, events);
                added.Add(name);
            }
        return [.. events, .. later];
    }

    private void Add(Found found, List<WorkshopEvent> events, List<WorkshopEvent> later)
    {
        var item = reader.Read(found);
        if (found.Kind.ByName && found.Kind.Identity(item, name => name) is { } identity && !taken.Add((found.Kind.Letter, identity)))
            throw new ImportFaultException($"{found.Name} has the name of another of its kind.");
        var ahead = found.Kind.Fields.SelectMany(field => field.Targets(item).Where(target => !added.Contains(target)).Select(target => (field, target))).ToList();
        events.Add(new WorkshopEvent.ItemAdded(found.Name, ahead.Aggregate(item, (made, link) => link.field.Unpoint(made, link.target)), "", Timing.OnTime));
        if (ahead.Count > 0) later.Add(new WorkshopEvent.ItemRevised(found.Name, item));
    }

    /// <summary>A number that was given and is no longer there stays given, so that no new item gets the ref of an old one.</summary>
    private static void Skip(Ref name, Kind kind, List<WorkshopEvent> events)
    {
        events.Add(new WorkshopEvent.ItemAdded(name, kind.Blank, "", Timing.OnTime));
        events.Add(new WorkshopEvent.ItemWithdrawn(name));
    }
}
