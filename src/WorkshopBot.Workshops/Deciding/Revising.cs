using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Changes several fields of an item at once, as a form does: each to what it says, or to nothing.</summary>
public static class Revising
{
    public static Decision Revise(WorkshopCommand.Revise c, Actor actor, Workshop w)
    {
        var back = c.Restoring && w.Map.Find(c.Name) is { State: EntryState.Withdrawn } off ? off : null;
        if (back is not null && w.OnlyOwn(actor, back) is { } no) return no;
        if (w.Live(c.Name, out var refusal) is not { } entry)
        {
            if (back is null) return refusal;
            entry = back;
        }
        if ((SourceShape.TooLong(c.Source) ?? PersonalData.Warns(c.Answers, actor)) is { } warning) return warning;
        var read = Put(entry.Kind, entry.Item, c.Answers, w.Reading(actor));
        if (read.Fault is { } fault) return fault;
        var item = read.Value;
        foreach (var (field, _) in c.Answers)
        {
            Arg label = new Arg.Word($"{entry.Kind.Id}.{field.Id}.label", field.Label);
            if (!MayPut(field, entry, item, actor, w)) return Phrase.Of("already-filled", label, field.Show(entry.Item));
            if (field.IsEmpty(item) && (field.Required || (field == entry.Kind.Main && entry.Kind.Typed && entry.Kind.Id != "evidence")) && !field.IsEmpty(entry.Item)) return Phrase.Of("field-fault", label, Phrase.Of("form.required"));
        }
        if (entry.Kind.ByName && c.Answers.Any(answer => answer.Field == entry.Kind.Main) && NameRules.Fault(entry.Kind.Main.Again(item), entry.Kind) is { } form) return form;

        var events = new List<WorkshopEvent>(Adding.NewParties(item, w, actor));
        var revised = new WorkshopEvent.ItemRevised(entry.Name, item, c.Said);
        var same = entry.Kind.Fields.All(field => field.Same(entry.Item, item) && (c.Said is null || field.Same(entry.Said, c.Said)));
        WorkshopEvent[] changes = [.. back is null ? (WorkshopEvent[])[] : [new WorkshopEvent.ItemRestored(entry.Name)], .. same ? (WorkshopEvent[])[] : [revised]];
        events.AddRange(changes);
        if (changes.Length > 0 && Soundness.Fault(changes.Aggregate(w, (state, change) => state.Evolve(new Happening(change, actor.Key, actor.At, actor.Turn))), changes) is { } unsound) return back is null ? unsound : Phrase.Of("not-restored", unsound);
        if (c.Source is { } source) events.Add(Adding.EvidenceFor(entry.Name, null, source, w, actor));
        return events.Count == 0 ? Decision.Yes([], Phrase.Of("form.same")) : Decision.Yes(events, [.. back is null ? (Phrase[])[] : [Phrase.Of("restored", entry.Name)], .. same ? [] : Receipts.Changed(entry, item, w, events)]);
    }

    /// <summary>The item with every answer in place of what its field held, or the first fault, which names its field.</summary>
    public static Parsed<Item> Put(Kind kind, Item item, ImmutableArray<Answer> answers, Reading reading)
    {
        foreach (var (field, text) in answers)
        {
            var read = field.Put(item, text, reading);
            if (read.Fault is { } fault) return Phrase.Of("field-fault", new Arg.Word($"{kind.Id}.{field.Id}.label", field.Label), fault);
            item = read.Value;
        }
        return Parsed<Item>.Yes(item);
    }

    /// <summary>What nobody wrote, and what is empty, is everybody's to fill in, and a list to add to; what somebody wrote is theirs and the facilitator's to change.</summary>
    private static bool MayPut(Field field, Entry entry, Item after, Actor actor, Workshop w) =>
        entry.By.Length == 0 || entry.Item is Gap || w.MayChange(actor, entry) || entry.FilledBy.GetValueOrDefault(field.Id) == actor.Key
        || field.IsEmpty(entry.Item) || field.Same(entry.Item, after) || (field.Grows && Parts(field, entry.Item).All(Parts(field, after).Contains));

    private static HashSet<string> Parts(Field field, Item item) => [.. field.Again(item).Split(field.ByLine ? '\n' : ',')];
}
