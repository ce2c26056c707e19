using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Checks;

/// <summary>What a change means for the findings: which are raised, raised again or resolved in the same commit.</summary>
public static class Findings
{
    /// <summary>The events that make the findings of the map true again after <paramref name="changes"/> led from one state to the next.</summary>
    public static IEnumerable<WorkshopEvent> After(Workshop before, Workshop after, IReadOnlyList<WorkshopEvent> changes)
    {
        if (after.Phase != Phase.Running) yield break;
        var next = after.Map.Next(Gap.Kind).Number;
        foreach (var check in after.Playbook.Checks.Where(check => after.Opened.Contains(check.Since)))
            foreach (var place in Places(check, before, after, changes))
            {
                var broken = check.Broken(after.Map, place);
                var known = after.Map.Identified(Gap.Kind.Letter, Gap.Key(check.Id, place));
                if (known is null && broken) yield return new WorkshopEvent.FindingRaised(new Ref(Gap.Kind.Letter, next++), check.Id, place);
                if (known is { } name && after.Map.Find(name)!.Item is Gap gap)
                {
                    if (broken && gap.State == Gap.Resolved) yield return new WorkshopEvent.FindingRaised(name, check.Id, place);
                    if (!broken && gap.State is Gap.Open or Gap.Accepted) yield return new WorkshopEvent.FindingResolved(name);
                }
            }
    }

    private static IEnumerable<Ref> Places(Check check, Workshop before, Workshop after, IReadOnlyList<WorkshopEvent> changes)
    {
        if (!before.Opened.Contains(check.Since) || before.Phase != Phase.Running) return check.AllPlaces(after.Map);
        return changes.SelectMany(Flat).SelectMany(change => Names(change, before.Map)).Where(name => check.Reads.Contains(name.Letter, StringComparison.Ordinal))
            .SelectMany(name => Of(before.Map.Find(name), before.Map).Concat(Of(after.Map.Find(name), after.Map))).Select(after.Map.Resolve).Distinct();

        IEnumerable<Ref> Of(Entry? entry, JourneyMap map) => entry is null ? [] : check.Places(entry.Item, entry.Name, map);
    }

    private static IEnumerable<WorkshopEvent> Flat(WorkshopEvent change) => change is WorkshopEvent.Undone undone ? undone.Events : [change];

    private static IEnumerable<Ref> Names(WorkshopEvent change, JourneyMap before) => change switch
    {
        WorkshopEvent.Merged merged => [merged.Younger, merged.Older],
        WorkshopEvent.Unmerged unmerged => before.Aliases.TryGetValue(unmerged.Younger, out var older) ? [unmerged.Younger, older] : [unmerged.Younger],
        _ => Reversal.Touches(change) is { } name ? [name] : [],
    };
}
