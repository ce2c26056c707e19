using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Changes the text of items, takes them off the map and puts them back.</summary>
public static class Changing
{
    /// <summary>What goes with an item when it is withdrawn, at most; with more on it, it stays.</summary>
    private const int MostWithdrawn = 200;

    public static Decision Edit(WorkshopCommand.Edit c, Actor actor, Workshop w)
    {
        if (w.Live(c.Name, out var refusal) is not { } entry) return refusal;
        if (w.OnlyOwn(actor, entry) is { } no) return no;
        // A feeling or a route has no text of its own: it is said again, in its own form.
        if (!entry.Kind.Typed) return Phrase.Of("edit-form", entry.Name, entry.Kind.Sample);
        if (PersonalData.Warns(c.Text, actor) is { } warning) return warning;
        var main = entry.Kind.Main;
        var read = main.Fill(entry.Item, c.Text, w.Reading(actor), replace: true);
        if (read.Fault is { } fault) return fault;
        if (entry.Kind.ByName)
        {
            if (NameRules.Fault(c.Text, entry.Kind) is { } form) return form;
            if (entry.Kind.Identity(read.Value, w.Map.Resolve) is { } identity && w.Map.Identified(entry.Kind.Letter, identity) is { } other && other != entry.Name) return Phrase.Of("name-taken", c.Text, other);
        }
        return Decision.Yes([new WorkshopEvent.ItemRevised(entry.Name, read.Value)], Phrase.Of("edited", entry.Name, main.Show(read.Value)));
    }

    /// <summary>Takes an item off the map with what belongs to it alone; a stage or persona that others use stays.</summary>
    public static Decision Withdraw(WorkshopCommand.Withdraw c, Actor actor, Workshop w)
    {
        if (w.Live(c.Name, out var refusal) is not { } entry) return refusal;
        if (entry.Item is Steps.Touchpoints.Feeling feeling && Unsaid(entry, feeling, actor, w).ToList() is { Count: > 0 } votes) return Decision.Yes(votes, Phrase.Of("unfelt", entry.Name));
        if (w.OnlyOwn(actor, entry) is { } no) return no;
        if (entry.Item is Gap { Check: not null }) return Phrase.Of("drop-instead", entry.Name);
        var hanging = Hanging(entry, w).Take(MostWithdrawn).ToList();
        if (hanging.Count == MostWithdrawn) return Phrase.Of("in-use", entry.Name, Names(hanging));
        if (hanging.Count > 0 && entry.Name.Letter is JourneyMap.Stage or JourneyMap.Persona) return Phrase.Of("in-use", entry.Name, Names(hanging));
        if (hanging.Where(other => !w.MayChange(actor, other)).ToList() is { Count: > 0 } others) return Phrase.Of("in-use", entry.Name, Names(others));
        return Decision.Yes(hanging.Append(entry).Select(e => new WorkshopEvent.ItemWithdrawn(e.Name, c.Unsaid)), Phrase.Of("withdrawn.now", Names([entry, .. hanging])));
    }

    /// <summary>What takes one person's word on a feeling back where others have said something of it, too; nothing where it is theirs alone.</summary>
    private static IEnumerable<WorkshopEvent> Unsaid(Entry entry, Steps.Touchpoints.Feeling feeling, Actor actor, Workshop w)
    {
        if (entry.By == actor.Key && feeling.Wanted.All.Concat(feeling.Actual.All).All(vote => vote.Voter == w.VoterOf(actor.Key)) && Hanging(entry, w).All(other => w.MayChange(actor, other))) yield break;
        if (feeling.Wanted.Of(w.VoterOf(actor.Key)) is not null) yield return new WorkshopEvent.Felt(entry.Name, true, w.VoterOf(actor.Key), null);
        if (feeling.Actual.Of(w.VoterOf(actor.Key)) is not null) yield return new WorkshopEvent.Felt(entry.Name, false, w.VoterOf(actor.Key), null);
    }

    public static Decision Restore(WorkshopCommand.Restore c, Actor actor, Workshop w)
    {
        if (w.Map.Find(c.Name) is not { } entry) return Phrase.Of("no-such-ref", c.Name);
        if (entry.State != EntryState.Withdrawn) return Phrase.Of("not-withdrawn", c.Name);
        if (w.OnlyOwn(actor, entry) is { } no) return no;
        if (entry.Kind.Main.IsEmpty(entry.Item) && entry.Item is not Steps.Data.Evidence) return Phrase.Of("nothing-said", c.Name, entry.Kind.Sample);
        var restored = new WorkshopEvent.ItemRestored(entry.Name);
        return Soundness.Fault(w.Evolve(new Happening(restored, actor.Key, actor.At, actor.Turn)), [restored]) is { } fault ? Phrase.Of("not-restored", fault)
            : Decision.Yes([restored], Phrase.Of("restored", entry.Name));
    }

    /// <summary>What belongs to an item, and what belongs to that; the findings of rules see to themselves.</summary>
    private static IEnumerable<Entry> Hanging(Entry entry, Workshop w) =>
        w.Map.Pointing(entry.Name).Where(other => other.Item is not Gap { Check: not null } && Belongs(other, entry, w)).SelectMany(other => Hanging(other, w).Prepend(other)).DistinctBy(other => other.Name);

    /// <summary>Whether an item has its place at another one, or speaks of that persona.</summary>
    private static bool Belongs(Entry item, Entry place, Workshop w) =>
        item.Kind.Fields.Where(field => field.Home || field.LeadByDefault || (place.Name.Letter == JourneyMap.Stage && field.Required)).SelectMany(field => field.Targets(item.Item)).Any(target => w.Map.Resolve(target) == place.Name);

    private static Arg Names(IEnumerable<Entry> entries) => Arg.List(entries.Take(12).Select(entry => (Arg)entry.Name));
}
