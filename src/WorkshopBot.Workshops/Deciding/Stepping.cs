using System.Collections.Immutable;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Starts a workshop and moves it from step to step (settled: "Hard and soft").</summary>
public static class Stepping
{
    /// <summary>Two people who press on at the same moment mean the same step: the later one is told, and nothing moves twice.</summary>
    private static readonly TimeSpan Race = TimeSpan.FromSeconds(10);

    public static Decision Start(WorkshopCommand.Start c, Actor actor, Workshop w)
    {
        // Whoever opens a workshop leads it.
        if (c.Guest) return Phrase.Of("start-guest");
        if ((TextShape.Checked(c.Title, Limits.Title) ?? PersonalData.Warns(c.Title, actor)) is { } fault) return fault;
        if (c.Title.Length == 0) return Phrase.Of("start-title");
        if (c.From is not null && c.Source is null) return Phrase.Of("no-such-map", c.From);
        var first = w.Playbook.Steps[0];
        return Decision.Yes(
            [
                new WorkshopEvent.Started(c.Title, c.ToBe, c.From) { Room = c.Room },
                .. c is { External: true, Room: { } room } ? [new WorkshopEvent.RoomShared(room.Key)] : (WorkshopEvent[])[],
                actor.Joins(),
                new WorkshopEvent.RoleGiven(actor.Key, Role.Facilitator),
                new WorkshopEvent.StepOpened(first.Id),
                .. c.Source is { } source ? Copying.Of(source) : [],
            ],
            [Phrase.Of("started", c.Title), .. c.From is { } from ? [Phrase.Of("started-from", from)] : (Phrase[])[], Opened(first)]);
    }

    public static Decision Next(WorkshopCommand.Next c, Actor actor, Workshop w)
    {
        if (w.OnlyLeads(actor) is { } no) return no;
        if (w.StepOpenedBy != actor.Key && actor.At - w.StepOpenedAt < Race) return Phrase.Of("just-moved", w.Crew[w.StepOpenedBy]?.Name ?? "", w.Step.Word);
        var position = w.Playbook.Position(w.StepId);
        if (position == w.Playbook.Steps.Length - 1) return Closing.Close(new(), actor, w);
        var missing = w.Step.Missing(w).ToList();
        var hard = missing.Where(open => open.Hard).ToImmutableArray();
        if (hard.Length > 0 && !c.Anyway) return Phrase.Of("step-incomplete", w.Step.Word, List(hard));
        var next = w.Playbook.Steps[position + 1];
        var events = new List<WorkshopEvent>();
        if (hard.Length > 0) events.Add(Decided(w, actor, Phrase.Of("decided.anyway", w.Step.Word, List(hard))));
        events.Add(new WorkshopEvent.StepOpened(next.Id));
        var soft = missing.Where(open => !open.Hard).ToImmutableArray();
        return Decision.Yes(events, [.. hard.Length > 0 ? [Phrase.Of("went-on-anyway", List(hard))] : (Phrase[])[], .. soft.Length > 0 ? [Phrase.Of("left-open", List(soft))] : (Phrase[])[], Opened(next)]);
    }

    public static Decision Goto(WorkshopCommand.Goto c, Actor actor, Workshop w)
    {
        if (w.OnlyLeads(actor) is { } no) return no;
        if (w.Playbook.Called(c.Step) is not { } step) return Phrase.Of("no-such-step", c.Step, Arg.List(w.Playbook.Steps.Select(known => known.Word)));
        return step.Id == w.StepId ? Phrase.Of("step-open-already", step.Word) : Decision.Yes([new WorkshopEvent.StepOpened(step.Id)], Opened(step));
    }

    public static Decision Back(Actor actor, Workshop w) =>
        w.OnlyLeads(actor) ?? (w.Playbook.Position(w.StepId) is > 0 and var position ? Goto(new(w.Playbook.Steps[position - 1].Id), actor, w) : Phrase.Of("first-step"));

    public static Phrase Opened(Step step) => Phrase.Of("step-opened", step.Word, step.Asks, step.Sample);

    /// <summary>The first open points by name, and how many more there are; one more is named as well.</summary>
    public static Arg List(ImmutableArray<Open> points)
    {
        var named = points.Length <= Limits.NamedPoints + 1 ? points.Length : Limits.NamedPoints;
        return Arg.List([.. points.Take(named).Select(point => (Arg)point.What), .. named < points.Length ? [Phrase.Of("points-more", points.Length - named)] : (Arg[])[]]);
    }

    /// <summary>The record that the team went on although something was open; it is written in the language of the room.</summary>
    public static WorkshopEvent.ItemAdded Decided(Workshop w, Actor actor, Phrase what)
    {
        var text = Speech.Say(what, Speech.Culture(w.Frame.Language));
        return new(w.Map.Next(DecisionTaken.Kind), new DecisionTaken { Text = text }, actor.Entry, Timing.OnTime);
    }
}
