using System.Collections.Immutable;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>
/// Takes back my last accepted message in this workshop, all of it, within 24 hours, unless somebody else's act depends on it
/// (settled: "Undo").
/// </summary>
public static class Undoing
{
    public static Decision Undo(Actor actor, Workshop w)
    {
        if (!w.Acts.TryGetValue(actor.Key, out var acts) || acts.IsEmpty) return Phrase.Of("nothing-to-undo");
        var act = acts[^1];
        if (w.Phase == Phase.Closed && !act.Back.Any(back => back is WorkshopEvent.Reopened)) return w.Closed(actor.Key);
        if (actor.At - act.At > Limits.UndoWindow) return Phrase.Of("undo-too-late", (int)Limits.UndoWindow.TotalHours);
        foreach (var (name, rev) in act.Left.OrderBy(left => left.Key))
            if (w.Map.Find(name)?.Rev != rev.Is) return Phrase.Of("undo-changed", name);
        foreach (var back in act.Back)
            if (Blocks(back, act, actor, w) is { } reason) return reason;
        var undone = new WorkshopEvent.Undone(actor.Key, act.Turn, [.. act.Back]);
        var after = w.Evolve(new Happening(undone, actor.Key, actor.At, actor.Turn));
        if (Soundness.Fault(after, act.Back) is { } fault) return Phrase.Of("undo-conflict", fault);
        var refs = act.Back.Select(Reversal.Touches).OfType<Ref>().Distinct().Order().ToList();
        var step = act.Back.OfType<WorkshopEvent.StepOpened>().LastOrDefault() is { } opened ? w.Playbook.Step(opened.Step) : null;
        return Decision.Yes([undone], [Phrase.Of("undone"), .. Said(refs, w, after), .. step is null ? (Phrase[])[] : [Stepping.Opened(step)]]);
    }

    /// <summary>What has become of the items the message was about.</summary>
    private static IEnumerable<Phrase> Said(List<Ref> refs, Workshop before, Workshop after)
    {
        var gone = refs.Where(name => after.Map.Find(name) is { IsLive: false }).ToList();
        var again = refs.Where(name => before.Map.Find(name) is { IsLive: false } && after.Map.Live(name) is not null).ToList();
        var revised = refs.Except(gone).Except(again).ToList();
        if (gone.Count > 0) yield return Phrase.Of("undone.off", List(gone));
        if (again.Count > 0) yield return Phrase.Of("undone.on", List(again));
        if (revised.Count > 0) yield return Phrase.Of("undone.before", List(revised));
    }

    /// <summary>The first few items that stand on this one and do not go with it; the findings of rules see to themselves.</summary>
    internal static List<Ref> Dependent(Ref name, Func<Ref, bool> goes, Workshop w) =>
        [.. w.Map.Pointing(name).Where(entry => entry.Item is not Gap { Check: not null } && !goes(entry.Name)).Take(5).Select(entry => entry.Name)];

    private static Arg List(List<Ref> refs) => Arg.List(refs.Select(name => (Arg)name));

    private static Phrase? Blocks(WorkshopEvent back, Act act, Actor actor, Workshop w) => back switch
    {
        WorkshopEvent.ItemWithdrawn e => Others(e.Name, act, actor, w),
        WorkshopEvent.StepOpened when w.StepOpenedBy != actor.Key || OthersSince(act, actor, w) => Phrase.Of("undo-step"),
        WorkshopEvent.Unmerged e when w.Map.Find(e.Younger)?.State != EntryState.Merged || !w.Map.Aliases.TryGetValue(e.Younger, out var older) || w.Map.Live(older) is null => Phrase.Of("undo-changed", e.Younger),
        WorkshopEvent.Felt e when Recast(e, act, w) => Phrase.Of("undo-votes", e.Name),
        WorkshopEvent.Reopened when w.Phase != Phase.Closed => Phrase.Of("undo-step"),
        _ => null,
    };

    /// <summary>True when the voter has voted anew since a merge brought their vote along.</summary>
    private static bool Recast(WorkshopEvent.Felt back, Act act, Workshop w) =>
        act.Back.Any(other => other is WorkshopEvent.Unmerged) && w.Acts.TryGetValue(back.Voter, out var acts) && acts is [.., var last] && last.At > act.At && last.Turn != act.Turn;

    private static bool OthersSince(Act act, Actor actor, Workshop w) => w.Acts.Any(acts => acts.Key != actor.Key && acts.Value is [.., var last] && last.At > act.At);

    /// <summary>What others put on an item, or said of it, since it was added.</summary>
    private static Phrase? Others(Ref name, Act act, Actor actor, Workshop w)
    {
        if (Dependent(name, act.Left.ContainsKey, w) is { Count: > 0 } hanging) return Phrase.Of("undo-depends", name, List(hanging));
        return w.Map.Find(name)?.Item is Steps.Touchpoints.Feeling feeling && feeling.Wanted.All.Concat(feeling.Actual.All).Any(vote => vote.Voter != w.VoterOf(actor.Key))
            ? Phrase.Of("undo-votes", name) : null;
    }
}
