using System.Collections.Immutable;
using WorkshopBot.Workshops.Checks;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>A decision and the workshop it leads to; the same workshop when it was refused.</summary>
public sealed record Decided(Decision Decision, Workshop After);

/// <summary>Says what a command leads to. Pure: time, person and entry come in with the actor, nothing goes out but the events.</summary>
public static class Decider
{
    public static Decided Decide(WorkshopCommand command, Actor actor, Workshop w)
    {
        actor = actor with { At = actor.At > w.At ? actor.At : w.At };
        var decision = Gate(command, actor, w) ?? (w.Map.MadeBy(actor.Entry) is { IsEmpty: false } made ? Again(made, w) : Choose(command, actor, w));
        if (decision.Refused || decision.Events.IsEmpty) return new(decision, w);
        // Who only asks for a room takes no part yet, and who takes it out none any more.
        var joins = w.Crew[actor.Key] is null && command is not (WorkshopCommand.Join or WorkshopCommand.Leave);
        if (joins && w.Crew.Count >= Limits.People) return new(Decision.No(Phrase.Of("too-many-people", Limits.People)), w);

        var events = decision.Events;
        if (joins && !events.Any(e => e is WorkshopEvent.Joined))
            events = events.Insert(0, actor.Joins());
        return Checked(decision with { Events = events }, actor.Key, actor.At, actor.Turn, w);
    }

    /// <summary>What the house does by itself, with what it means for the findings. Nobody joins by it, and it is asked for no right: what the house does it has decided on its own grounds.</summary>
    internal static Decided Own(ImmutableArray<WorkshopEvent> events, DateTimeOffset at, string turn, Workshop w) =>
        events.IsEmpty ? new(Decision.Yes([]), w) : Checked(Decision.Yes(events), "", at > w.At ? at : w.At, turn, w);

    private static Decided Checked(Decision decision, string by, DateTimeOffset at, string turn, Workshop w)
    {
        var after = Fold(w, decision.Events, by, at, turn);
        ImmutableArray<WorkshopEvent> findings = [.. Findings.After(w, after, decision.Events)];
        return new(decision with { Events = [.. decision.Events, .. findings] }, Fold(after, findings, "", at, turn));
    }

    /// <summary>The same line, form or dialog once more: it adds nothing, and says where what it made is now.</summary>
    private static Decision Again(ImmutableArray<Values.Ref> made, Workshop w) =>
        made.FirstOrDefault(name => w.Map.Live(w.Map.Resolve(name)) is null) is { IsNone: false } gone ? Phrase.Of("withdrawn", gone) : Decision.Yes([], Phrase.Of("already-added", Arg.List(made.Select(name => (Arg)name))));

    private static Workshop Fold(Workshop w, IEnumerable<WorkshopEvent> events, string by, DateTimeOffset at, string turn) =>
        events.Aggregate(w, (state, e) => state.Evolve(new Happening(e, by, at, turn)));

    private static Decision? Gate(WorkshopCommand command, Actor actor, Workshop w) => (command, w.Phase) switch
    {
        (WorkshopCommand.Start, Phase.Running) => Phrase.Of("already-started", w.Title),
        (WorkshopCommand.Start, Phase.NotStarted) => null,
        (WorkshopCommand.Join, _) => null,
        (_, Phase.NotStarted) => Phrase.Of("not-started"),
        (WorkshopCommand.Reopen or WorkshopCommand.Undo or WorkshopCommand.RevokeLinks or WorkshopCommand.Leave, Phase.Closed) => null,
        (_, Phase.Closed) => w.Closed(actor.Key),
        _ => null,
    };

    private static Decision Choose(WorkshopCommand command, Actor actor, Workshop w) => command switch
    {
        WorkshopCommand.Start c => Stepping.Start(c, actor, w),
        WorkshopCommand.Add c => Adding.Add(c, actor, w),
        WorkshopCommand.Fill c => Adding.Fill(c, actor, w),
        WorkshopCommand.Revise c => Revising.Revise(c, actor, w),
        WorkshopCommand.Edit c => Changing.Edit(c, actor, w),
        WorkshopCommand.Withdraw c => Changing.Withdraw(c, actor, w),
        WorkshopCommand.Restore c => Changing.Restore(c, actor, w),
        WorkshopCommand.Undo => Undoing.Undo(actor, w),
        WorkshopCommand.Feel c => Feeling.Feel(c, actor, w),
        WorkshopCommand.Route c => Routing.Route(c, actor, w),
        WorkshopCommand.Move c => Shaping.Move(c, actor, w),
        WorkshopCommand.Split c => Shaping.Split(c, actor, w),
        WorkshopCommand.Merge c => Merging.Merge(c, actor, w),
        WorkshopCommand.Link c => Shaping.Link(c, actor, w),
        WorkshopCommand.Lead c => Shaping.Lead(c, actor, w),
        WorkshopCommand.Pass => Taking.Pass(actor, w),
        WorkshopCommand.SpeakFor c => Taking.SpeakFor(c, actor, w),
        WorkshopCommand.Language c => Taking.Language(c, actor, w),
        WorkshopCommand.SetFrame c => Framing.Set(c, actor, w),
        WorkshopCommand.Next c => Stepping.Next(c, actor, w),
        WorkshopCommand.Goto c => Stepping.Goto(c, actor, w),
        WorkshopCommand.Back => Stepping.Back(actor, w),
        WorkshopCommand.Close c => Closing.Close(c, actor, w),
        WorkshopCommand.Reopen c => Closing.Reopen(c, actor, w),
        WorkshopCommand.Judge c => Closing.Judge(c, actor, w),
        WorkshopCommand.RevokeLinks => Closing.RevokeLinks(actor, w),
        WorkshopCommand.Join c => Rooming.Join(c, actor, w),
        WorkshopCommand.Admit c => Rooming.Admit(c, actor, w),
        WorkshopCommand.Leave c => Rooming.Leave(c, actor, w),
        WorkshopCommand.LinkPeople c => Rooming.Link(c, actor, w),
        WorkshopCommand.AcceptGap c => Gaps.Accept(c, actor, w),
        WorkshopCommand.DropGap c => Gaps.Drop(c, actor, w),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };
}
