using System.Collections.Immutable;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Lines;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>
/// Hears what somebody did with a message they had sent before (settled: "Turn id and entry id"): what its lines made follows what they say now. An
/// unchanged line changes nothing, also where its item has gone on since; and an edit never runs a command.
/// </summary>
internal static class Amending
{
    public static Answered Hear(MessageChange change, IReadOnlyList<TidyLine> lines, Heard heard, Workshop w)
    {
        var so = new Answered([], [], false, null, [], w);
        if (w.Phase == Phase.NotStarted) return Conversation.Refused(w, Phrase.Of("not-started"));
        if (w.Phase == Phase.Closed) return Conversation.Refused(w, w.Closed(heard.Person));
        var made = w.Map.MadeIn(change.Of);
        if (made.Values.SelectMany(refs => refs).Any(name => w.Map.Find(name)!.By != heard.Person)) return Conversation.Refused(w, Phrase.Of("message.not-yours"));
        if (change.Kind == MessageChangeKind.Deleted) lines = [];
        var actor = Conversation.ActorOf(heard);
        // A chat that does not say what the message says brings all of it back.
        if (change.Kind == MessageChangeKind.Restored && lines.Count == 0)
        {
            so = made.Values.SelectMany(refs => refs).Select(w.Map.Find).OfType<Entry>().Where(entry => entry.Unsaid).Aggregate(so, (state, entry) => Conversation.Together([new WorkshopCommand.Restore(entry.Name)], actor, state, ""));
            return Told(heard, so, "message.nothing");
        }
        made = Claimed(made, lines, actor, w);
        // What is gone goes first: it frees names and places for what comes.
        var gone = made.Where(line => lines.All(there => there.Number != line.Key)).SelectMany(line => line.Value).ToHashSet();
        so = Unsay(gone, actor, so);
        foreach (var line in lines)
        {
            var next = new AmendedLine(heard, change.Of, line, made.TryGetValue(line.Number, out var refs) ? refs : []).Hear(so);
            so = lines.Count == 1 ? next : next with { Lines = [.. so.Lines, .. next.Lines.Skip(so.Lines.Length).Take(1).Select(said => Phrase.Of("line", line.Number, said)), .. next.Lines.Skip(so.Lines.Length + 1)] };
        }
        return Told(heard, so, change.Kind == MessageChangeKind.Deleted ? "message.nothing" : "form.same");
    }

    /// <summary>What is called by a name goes with the line that names it now, so that a line more or less above it renames nothing.</summary>
    private static ImmutableSortedDictionary<int, ImmutableArray<Ref>> Claimed(ImmutableSortedDictionary<int, ImmutableArray<Ref>> made, IReadOnlyList<TidyLine> lines, Actor actor, Workshop w)
    {
        var named = made.SelectMany(line => line.Value).Select(name => w.Map.Find(name)!).Where(entry => entry.Kind.ByName && entry.Item is not Party && (entry.IsLive || entry.Unsaid)).ToList();
        if (named.Count == 0) return made;
        var without = named.Where(entry => entry.IsLive).Aggregate(w with { StepId = w.Playbook.Home(named[0].Kind).Id }, (state, entry) => state with { Map = state.Map.Withdraw(entry.Name) });
        foreach (var line in lines)
            foreach (var add in LineReader.Read(new(line.Text, without, without.Reading(actor))) is Line.Do done ? done.Commands.OfType<WorkshopCommand.Add>().Where(add => add.Kind.ByName) : [])
            {
                if (add.Answers.FirstOrDefault(answer => answer.Field == add.Kind.Main) is not { } name || named.Find(entry => entry.Kind == add.Kind && Tidy.Fold(entry.Kind.Main.Again(entry.Said)) == Tidy.Fold(name.Text)) is not { } entry) continue;
                named.Remove(entry);
                // Its evidence goes with it.
                var moves = made.Values.SelectMany(refs => refs).Where(other => other == entry.Name || w.Map.Find(other)!.Item is Steps.Data.Evidence { On: { } on } && on == entry.Name).ToHashSet();
                made = made.ToImmutableSortedDictionary(there => there.Key, there => there.Value.RemoveAll(moves.Contains));
                made = made.SetItem(line.Number, [.. (made.TryGetValue(line.Number, out var refs) ? refs : []).AddRange(moves).Order()]);
            }
        return made;
    }

    /// <summary>Takes what a line no longer says off the map, the last first; what others have built on stays, and it is said why.</summary>
    public static Answered Unsay(IReadOnlySet<Ref> gone, Actor actor, Answered so)
    {
        var off = new List<Ref>();
        foreach (var name in gone.OrderByDescending(name => so.After.Map.Find(name)!.At).ThenByDescending(Depth))
        {
            // A department that a line named is everybody's since.
            if (so.After.Map.Live(name) is not { Item: not Party } entry) continue;
            if (Stays(entry, gone, actor, so.After) is { } why)
            {
                so = so with { Lines = so.Lines.Add(why), Refused = true };
                continue;
            }
            var done = Conversation.Together([new WorkshopCommand.Withdraw(name, Unsaid: true)], actor, so with { Lines = [] }, "");
            off.AddRange(done.Events.Skip(so.Events.Length).OfType<WorkshopEvent.ItemWithdrawn>().Select(e => e.Name));
            so = done with { Lines = [.. so.Lines, .. done.Lines.Where(line => line.Code != "withdrawn.now")] };
        }
        return off.Count == 0 ? so : so with { Lines = so.Lines.Add(Phrase.Of("message.off", Arg.List(off.Order().Select(name => (Arg)name)))) };

        // What hangs on another item of the same message goes before it.
        int Depth(Ref name) => so.After.Map.Find(name) is { } entry && entry.Kind.Home?.Targets(entry.Item).FirstOrDefault() is { IsNone: false } home && home != name && gone.Contains(home) ? 1 + Depth(home) : 0;
    }

    /// <summary>Why an item stays though its line is gone, by the rule of undo: others stand on it, or somebody else has filled it in. Null when it can go.</summary>
    private static Phrase? Stays(Entry entry, IReadOnlySet<Ref> gone, Actor actor, Workshop w) =>
        Undoing.Dependent(entry.Name, gone.Contains, w) is { Count: > 0 } standing ? Phrase.Of("message.stands", entry.Name, Arg.List(standing.Select(name => (Arg)name)))
        : entry.FilledBy.Values.Where(by => by != actor.Key).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } others ? Phrase.Of("message.filled", entry.Name, Arg.List(others.Select(by => (Arg)(w.Crew[by]?.Name ?? ""))))
        : null;

    private static Answered Told(Heard heard, Answered so, string nothing) =>
        !so.Events.IsEmpty ? so with { Lines = so.Lines.AddRange(Conversation.Closing(heard, so.After)) } : so.Lines.IsEmpty ? so with { Lines = [Phrase.Of(nothing)] } : so;
}
