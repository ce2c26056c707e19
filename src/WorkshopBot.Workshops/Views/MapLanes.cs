using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;

namespace WorkshopBot.Workshops.Views;

/// <summary>The rows of the map, in the order of the method. A kind that none of them names stands in the last one, so that nothing is ever left out.</summary>
public static class MapLanes
{
    public static readonly ImmutableArray<Lane> All =
    [
        new("stage", "Within the stage", "What they want to reach, and what they do", Substep.Kind) { Always = true },
        new("goals", "Goals", "What they want to get done", Goal.Kind) { Always = true, Chips = ["type"] },
        new("needs", "Needs", "What they need to get on", Need.Kind),
        new("questions", "Questions", "What they ask themselves", Question.Kind) { Always = true },
        new("touchpoints", "Touchpoints", "Where we meet; a star marks moments of truth", Touchpoint.Kind) { Always = true, Chips = ["channel", "setting", "timing", "experience", "verdict"] },
        new("messages", "Messages", "What we say, and where", Message.Kind) { Chips = ["medium"] },
        new("feelings", "Feelings", "How they want to feel, and how they do", Feeling.Kind) { Always = true, Said = ["wanted", "actual"] },
        new("pains", "Pain points", "What gets in the way", PainPoint.Kind) { Always = true, Chips = ["frequency"] },
        new("failures", "Failures", "What can go wrong, and what we do then", Failure.Kind),
        new("evidence", "Evidence", "What we know, and what we guess", Evidence.Kind) { Always = true, Chips = ["level", "type"] },
        new("durations", "Time", "How long it takes, and should") { Always = true, Facts = ["targetDuration", "observedDuration", "timesBy"] },
        new("conversions", "Conversion", "How many go on, and by which way", Conversion.Kind) { Always = true, Chips = ["medium"], Said = ["to", "percent"], Onward = true },
        new("costs", "Costs", "What it costs, and what comes back", SpendLine.Kind) { Facts = ["costs"], Chips = ["medium"] },
        new("metrics", "Metrics", "How we see whether it works", Metric.Kind) { Chips = ["type"] },
        new("backstage", "Behind the scenes", "What happens inside so that it works", Activity.Kind, SystemUsed.Kind) { Chips = ["lane"] },
        new("gaps", "Gaps", "Needed but missing; who closes it, and how big it is", Gap.Kind) { Always = true, Chips = ["state", "team"] },
        new("answers", "Answers", "What could help, and what is done next", Opportunity.Kind, Solution.Kind, TodoAction.Kind) { Chips = ["status"] },
    ];

    /// <summary>The colour of a chip, by field and choice; others are plain.</summary>
    public static readonly ImmutableDictionary<string, string> Tones = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["experience.friction"] = "bad", ["experience.delight"] = "good", ["verdict.stop"] = "bad", ["verdict.keep"] = "good", ["level.assumption"] = "guess",
        ["state.open"] = "gap", ["state.accepted"] = "gap", ["state.resolved"] = "good", ["state.dropped"] = "guess", ["status.done"] = "good",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Facts of a persona that are shown at once; the others on request.</summary>
    public static readonly ImmutableArray<string> Portrait = ["goals", "challenges", "values", "fears"];

    /// <summary>What the frame says of how the workshop is run, or says in the scenario already; not for readers of the map.</summary>
    public static readonly ImmutableArray<string> Unshown = ["scenario", "trigger", "actor", "outcome", "end", "mode", "names", "window", "language"];

    /// <summary>The row of all kinds that no other row names and that are neither columns nor personas.</summary>
    public static Lane Rest(Catalogue kinds) =>
        new("also", "Also", "What has no row of its own", [.. kinds.All.Where(kind => kind.Letter is not (JourneyMap.Stage or JourneyMap.Persona) && !All.Any(lane => lane.Kinds.Contains(kind)))]);
}
