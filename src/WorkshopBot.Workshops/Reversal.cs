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
        WorkshopEvent.LanguageChosen e when before.Crew[e.Person] is { } person => e with { Tag = person.Language },
        WorkshopEvent.Framed e => e with { Frame = before.Frame },
        WorkshopEvent.LeadChosen e => e with { Persona = before.Map.Chosen },
        WorkshopEvent.StepOpened when before.StepId.Length > 0 => new WorkshopEvent.StepOpened(before.StepId),
        WorkshopEvent.StagesOrdered e => e with { Order = before.Map.StageOrder },
        WorkshopEvent.ItemAdded e => new WorkshopEvent.ItemWithdrawn(e.Name),
        WorkshopEvent.ItemRevised e => e with { Item = before.Map.Find(e.Name)!.Item },
        WorkshopEvent.ItemWithdrawn e => new WorkshopEvent.ItemRestored(e.Name),
        WorkshopEvent.ItemRestored e => new WorkshopEvent.ItemWithdrawn(e.Name),
        WorkshopEvent.Merged e => new WorkshopEvent.Unmerged(e.Younger),
        WorkshopEvent.Felt e => e with { Mood = Ballot(before, e) },
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

    private static Mood? Ballot(Workshop before, WorkshopEvent.Felt e) =>
        before.Map.Find(e.Name)?.Item is Feeling feeling ? (e.Wanted ? feeling.Wanted : feeling.Actual).Of(e.Voter) : null;
}
