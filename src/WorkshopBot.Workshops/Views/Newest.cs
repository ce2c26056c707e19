using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Views;

/// <summary>A few items of the map, newest first, found by looking at a bounded number: a message that shows five costs the same at 10,000.</summary>
internal static class Newest
{
    private const int Looked = 200;

    /// <summary>How many items of a kind there are, at a stage or anywhere. A gap that is resolved or dropped is over.</summary>
    public static int Count(JourneyMap map, Kind kind, Ref? stage = null) =>
        kind == Gap.Kind ? map.Count(kind.Letter, stage, tag: Gap.Open) + map.Count(kind.Letter, stage, tag: Gap.Accepted) : map.Count(kind.Letter, stage);

    private static bool IsOver(Entry entry) => entry.Item is Gap { State: Gap.Resolved or Gap.Dropped };

    /// <summary>Items of some kinds that belong to a place, directly or through what belongs to it; in ref order.</summary>
    public static List<Entry> Below(JourneyMap map, Ref place, IReadOnlyCollection<Kind> kinds, int most)
    {
        var (found, seen, left) = (new List<Entry>(), new HashSet<Ref>(), Looked);
        var places = new Queue<Ref>([place]);
        while (places.TryDequeue(out var at) && left > 0 && found.Count < most)
        {
            var mentions = map.Find(at)!.Mentions;
            for (var i = mentions.Count - 1; i >= 0 && left > 0 && found.Count < most; i--, left--)
            {
                if (map.Live(mentions[i]) is not { } entry || entry.Kind.Home?.Targets(entry.Item).Any(home => map.Resolve(home) == at) != true || !seen.Add(entry.Name)) continue;
                if (kinds.Contains(entry.Kind) && !IsOver(entry)) found.Add(entry);
                places.Enqueue(entry.Name);
            }
        }
        return [.. found.OrderBy(entry => entry.Name)];
    }

    /// <summary>Items of a kind that belong to no stage; in ref order.</summary>
    public static List<Entry> Loose(JourneyMap map, Kind kind, int most) =>
        [.. map.Newest(kind.Letter).Take(Looked).Where(entry => entry.IsLive && !IsOver(entry) && map.StageOf(kind, entry.Item) is null).Take(most).OrderBy(entry => entry.Name)];
}
