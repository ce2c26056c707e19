using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports;

/// <summary>
/// Where the JSON export puts things. Every kind has its place from its declaration alone: at the top, under the stage its home leads to,
/// or under its touchpoint. Only the arrays a reader may count on, also when they are empty, are named here.
/// </summary>
internal static class Layout
{
    public const string Schema = "journey-map/1", Hypothesis = "HYPOTHESIS";

    /// <summary>What every item carries first.</summary>
    public const string Name = "ref";

    /// <summary>How far homes are followed, as the map itself does: a solution for a goal at a stage.</summary>
    private const int Deepest = 4;

    /// <summary>At the top whatever they belong to: they speak of the whole journey, or are worked through as one list.</summary>
    public static readonly ImmutableArray<string> AtTop = ["personas", "segments", "stages", "conversions", "gaps", "actions", "decisions", "parked"];

    private static readonly ImmutableArray<string> UnderStage = ["goals", "needs", "questions", "touchpoints", "feelings", "painPoints", "evidence", "metrics", "activities"];

    private static readonly ImmutableArray<string> UnderTouchpoint = ["failures"];

    /// <summary>The arrays a place always has, in their order; the place of the top level is none.</summary>
    public static ImmutableArray<string> Always(Ref place) =>
        place.IsNone ? AtTop : place.Letter == JourneyMap.Stage ? UnderStage : place.Letter == Touchpoint.Kind.Letter ? UnderTouchpoint : [];

    /// <summary>Whether items of a kind may stand under a place.</summary>
    public static bool Takes(Ref place, Kind kind) =>
        place.IsNone || (!AtTop.Contains(kind.Plural) && (place.Letter == JourneyMap.Stage || (place.Letter == Touchpoint.Kind.Letter && BelongsToTouchpoints(kind))));

    /// <summary>The live stage or touchpoint an item is written under; none for the top level.</summary>
    public static Ref PlaceOf(Entry entry, JourneyMap map)
    {
        if (AtTop.Contains(entry.Kind.Plural)) return default;
        if (BelongsToTouchpoints(entry.Kind)) return HomeOf(entry, map)?.Name ?? default;
        for (var depth = 0; depth < Deepest && HomeOf(entry, map) is { } home; depth++)
        {
            if (home.Name.Letter == JourneyMap.Stage) return home.Name;
            entry = home;
        }
        return default;
    }

    /// <summary>The ref a reader of the export finds: the survivor of merges; null when it has been taken off the map.</summary>
    public static Ref? Standing(Ref name, JourneyMap map) => map.Live(map.Resolve(name))?.Name;

    private static bool BelongsToTouchpoints(Kind kind) =>
        kind.Home is { } home && home.Accepts(new Ref(Touchpoint.Kind.Letter, 1)) && !home.Accepts(new Ref(JourneyMap.Stage, 1));

    // Unlike JourneyMap.StageOf this never leads through an item that has been taken off: the export does not show it, so nobody could follow.
    private static Entry? HomeOf(Entry entry, JourneyMap map) =>
        entry.Kind.Home?.Targets(entry.Item).Select(target => map.Live(map.Resolve(target))).FirstOrDefault(home => home is not null);
}
