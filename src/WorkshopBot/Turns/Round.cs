using System.Collections.Immutable;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>One attempt at a batch: its turns are decided one after the other, each on what those before it led to, and written down for one commit. Nothing outside changes.</summary>
sealed class Round(Standing standing, CommitWriter writer, DateTimeOffset now, ILogger log)
{
    readonly List<Outcome> _outcomes = [];
    readonly Dictionary<TurnName, Outcome> _accepted = [];
    readonly List<RecentTurn> _turns = [];
    Workshop _state = standing.State;
    int _certain;

    /// <summary>For the first turns of the batch; those beyond did not fit.</summary>
    public IReadOnlyList<Outcome> Outcomes => _outcomes;

    /// <summary>Whether an outcome holds whatever becomes of the commit: it was decided on what is saved, if that is <paramref name="sure"/>, and saves nothing itself.</summary>
    public bool Holds(int index, bool sure) => (sure && index < _certain) || _outcomes[index] is Outcome.Again;

    public bool HasEvents => _turns.Count > 0;

    /// <summary>When the first alarm rings, once this is in force; null for none.</summary>
    public DateTimeOffset? Next { get; private set; }

    public void Take(IReadOnlyList<Pending> batch)
    {
        writer.Start();
        foreach (var pending in batch)
        {
            if (Decide(pending) is not { } outcome)
                return;
            _outcomes.Add(outcome);
            if (!HasEvents)
                _certain = _outcomes.Count;
        }
    }

    /// <summary>Puts what was decided in force, once it is in the journal.</summary>
    public void Confirm(Journal.Head head, int bytes) =>
        standing.Advance(head, _state, _turns.Select(turn => turn with { Version = head.Version }), bytes);

    // Null: no room for it in this commit.
    Outcome? Decide(Pending pending)
    {
        try
        {
            if (pending.Guessed && !(_state.Phase == Phase.Running && _state.Tenancy.Holds(pending.Turn.Room.Key)))
                return new Outcome.Elsewhere();
            if (pending is { Own: null, Asking: null } && !Gate.Admits(pending.Turn, pending.Alone, _state))
                return pending.Turn.Starts() && !pending.Alone ? new Outcome.Over() : new Outcome.Barred();
            if (standing.Recent.Find(pending.Name) is { } version)
                return new Outcome.Again(version, standing.State);
            if (_accepted.TryGetValue(pending.Name, out var same))
                return same;
            if (pending.Repeats)
                return new Outcome.Forgotten();
            return _state.Phase == Phase.Closed && pending.Turn.Starts() ? new Outcome.Over() : Hear(pending);
        }
        catch (Exception e)
        {
            // This turn is dropped, its neighbours are not. What was typed stays out of the log, and an exception's message may hold it.
            log.LogError("Turn {Turn} of workshop {Workshop} was dropped: {Fault} {Where}", pending.Name, pending.Workshop, e.GetType().Name, e.StackTrace);
            return new Outcome.Missed(ReplyKind.Failed);
        }
    }

    Outcome? Hear(Pending pending)
    {
        var (turn, person) = (pending.Turn, pending.Turn.Person);
        var at = now > _state.At ? now : _state.At;
        var heard = Hearing.Of(turn, at, pending.Confirmed, pending.Workshop, pending.From) with { Asking = pending.Asking, Same = pending.Same };
        var answered = pending.Own is { } does ? Conversation.Own(does, at, heard.Turn, _state) : pending.Asking is null ? Conversation.Hear(heard, _state) : Conversation.Ask(heard, _state);
        if (answered.Ignored)
            return new Outcome.Ignored();
        var language = Wording.Culture(answered.After, person);
        // Before the commit, so that an answer nobody can say is a dropped turn and not a lost answer.
        var said = new Outcome.Said(Wording.Of(answered.Lines, language), new(answered.Lines, answered.Screen, answered.Instead) { Again = answered.Again }, answered.Refused, answered.Handover, answered.Warned, answered.After);
        if (answered.Events.IsEmpty)
            return said;
        // Here too a fault is this turn's alone.
        var next = answered.After.Playbook.Clockwork.Next(answered.After);
        switch (writer.Add(new(pending.Name, person.Key, at, answered.Lines, language.Name, answered.Handover, answered.Refused, answered.Events), _state.Playbook.Kinds))
        {
            case CommitWriter.Fit.NextTime:
                return null;
            case CommitWriter.Fit.Never:
                return new Outcome.Said(Wording.Own("too-large", Wording.Culture(_state, person)), new([]), Refused: true, Handover: null, Warned: [], _state);
        }
        _turns.Add(new(pending.Name, 0, at));
        _accepted[pending.Name] = said;
        (_state, Next) = (answered.After, next);
        return said;
    }
}
