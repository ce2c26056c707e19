using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports;

/// <summary>The live items of a map, sorted into the places of the export: by ref, stages in the order of the journey.</summary>
internal sealed class Outline
{
    private readonly Dictionary<(Ref Place, string Plural), List<Entry>> items = [];

    private readonly IReadOnlyList<Kind> kinds;

    public Outline(JourneyMap map)
    {
        kinds = map.Kinds.All;
        foreach (var kind in kinds)
            foreach (var entry in kind.Letter == JourneyMap.Stage ? map.Stages : map.LiveOn(kind.Letter))
            {
                var key = (Layout.PlaceOf(entry, map), kind.Plural);
                if (!items.TryGetValue(key, out var list)) items[key] = list = [];
                list.Add(entry);
            }
    }

    /// <summary>The arrays of a place: those it always has, then those of other kinds that have items there.</summary>
    public IEnumerable<(string Plural, IReadOnlyList<Entry> Entries)> At(Ref place)
    {
        var always = Layout.Always(place);
        foreach (var plural in always.Concat(kinds.Select(kind => kind.Plural).Where(plural => !always.Contains(plural))))
            if (items.TryGetValue((place, plural), out var entries)) yield return (plural, entries);
            else if (always.Contains(plural)) yield return (plural, []);
    }
}
