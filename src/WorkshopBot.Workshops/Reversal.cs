using System.Collections.Immutable;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops;

/// <summary>What takes an event back, seen from the state before it.</summary>
public static class Reversal
{
    /// <summary>The event that undoes another; null for what cannot or need not be undone.</summary>
    public static WorkshopEvent? Of(WorkshopEvent happened, Workshop before) => happened switch
    {
        WorkshopEvent.SpokeFor e when before.Crew[e.Person] is { } person => e with { Departments = person.Departments },
        WorkshopEvent.LanguageChosen e when before.Crew[e.Person] is { } person => e with { Tag = person.Chose ? person.Language : "" },
        WorkshopEvent.Framed e => e with { Frame = before.Frame },
        WorkshopEvent.LeadChosen e => e with { Persona = before.Map.Chosen },
        WorkshopEvent.StepOpened when before.StepId.Length > 0 => new WorkshopEvent.StepOpened(before.StepId),
        WorkshopEvent.StagesOrdered e => e with { Order = before.Map.StageOrder },
        WorkshopEvent.ItemAdded e => new WorkshopEvent.ItemWithdrawn(e.Name),
        WorkshopEvent.ItemRevised e => before.Map.Find(e.Name)! is var was ? e with { Item = was.Item, Said = e.Said is null ? null : was.Said } : null,
        WorkshopEvent.ItemWithdrawn e => new WorkshopEvent.ItemRestored(e.Name),
        WorkshopEvent.ItemRestored e => new WorkshopEvent.ItemWithdrawn(e.Name, before.Map.Find(e.Name)!.Unsaid),
        WorkshopEvent.Merged e => new WorkshopEvent.Unmerged(e.Younger),
        WorkshopEvent.Felt e => e with { Mood = Ballot(before, e) },
        WorkshopEvent.Passed e => e with { Off = !e.Off },
        WorkshopEvent.Judged e => e with { Judgement = before.Judgements.GetValueOrDefault(e.Person) ?? Judgement.Nothing },
        WorkshopEvent.Reopened when before.Ending is { } ending => new WorkshopEvent.Closed(ending),
        WorkshopEvent.Closed => new WorkshopEvent.Reopened(before.StepId),
        _ => null,
    };

    /// <summary>The item an event changes, if one.</summary>
    public static Ref? Touches(WorkshopEvent happened) => happened switch
    {
        WorkshopEvent.ItemAdded e => e.Name,
        WorkshopEvent.ItemRevised e => e.Name,
        WorkshopEvent.ItemWithdrawn e => e.Name,
        WorkshopEvent.ItemRestored e => e.Name,
        WorkshopEvent.Merged e => e.Younger,
        _ => null,
    };

    /// <summary>The acts but the one taken back. What it changed is as the acts before it left it, under a new revision.</summary>
    public static ImmutableList<Act> Without(ImmutableList<Act> acts, string turn, Workshop after)
    {
        if (acts.Find(act => act.Turn == turn) is not { } undone) return acts;
        return acts.Remove(undone).ConvertAll(act => act with { Left = undone.Left.Where(left => act.Left.TryGetValue(left.Key, out var mine) && mine.Is == left.Value.Was && after.Map.Find(left.Key) is not null)
            .Aggregate(act.Left, (all, left) => all.SetItem(left.Key, (all[left.Key].Was, after.Map.Find(left.Key)!.Rev))) });
    }

    private static Mood? Ballot(Workshop before, WorkshopEvent.Felt e) =>
        before.Map.Find(e.Name)?.Item is Feeling feeling ? (e.Wanted ? feeling.Wanted : feeling.Actual).Of(e.Voter) : null;
}
