using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Puts items on the map, and more on items that are there.</summary>
public static class Adding
{
    public static Decision Add(WorkshopCommand.Add c, Actor actor, Workshop w)
    {
        var kind = c.Kind;
        if ((SourceShape.TooLong(c.Source) ?? PersonalData.Warns(c.Answers, actor)) is { } warning) return warning;
        // What one answer implies (21 % has a unit) another may say otherwise; said twice, it is asked back.
        var read = Answered(kind, kind.Blank, c.Answers, w.Reading(actor), field => c.Answers.Count(answer => answer.Field == field) == 1);
        if (read.Fault is { } fault) return fault;
        var item = read.Value;
        foreach (var field in kind.Fields.Where(field => field.LeadByDefault && field.IsEmpty(item)))
            if (w.Map.Lead is { } lead) item = field.Point(item, lead)!;
        item = kind.Ready(item);
        if (kind.Fields.FirstOrDefault(field => (field.Required || (field == kind.Main && kind.Id != "evidence")) && field.IsEmpty(item)) is { } empty)
            return Phrase.Of("required", new Arg.Word($"{kind.Id}.{empty.Id}.label", empty.Label), kind.Sample);
        if (Room(kind, item, w) is { } full) return full;

        var name = w.Map.Next(kind);
        var events = new List<WorkshopEvent>(NewParties(item, w, actor)) { new WorkshopEvent.ItemAdded(name, item, actor.Entry, Timing(kind, w)) };
        if (c.Source is { } source) events.Add(EvidenceFor(name, null, source, w, actor));
        return Decision.Yes(events, Receipts.Added(kind, item, name, w, events));
    }

    public static Decision Fill(WorkshopCommand.Fill c, Actor actor, Workshop w)
    {
        if (w.Live(c.Name, out var refusal) is not { } entry) return refusal;
        if ((SourceShape.TooLong(c.Source) ?? PersonalData.Warns(c.Answers, actor)) is { } warning) return warning;
        // What nobody wrote (a finding) is everybody's to fill in; what somebody wrote is theirs to change, and anybody's to complete.
        var mine = entry.By.Length == 0 || w.MayChange(actor, entry) || entry.Item is Gap;
        var read = Answered(entry.Kind, entry.Item, c.Answers, w.Reading(actor), field => !field.Grows && (mine || entry.FilledBy.GetValueOrDefault(field.Id) == actor.Key));
        if ((read.Fault ?? Soundness.Loop(w.Map, entry.Name, entry.Kind, read.Value)) is { } fault) return fault;
        var events = new List<WorkshopEvent>(NewParties(read.Value, w, actor));
        if (c.Answers.Length > 0) events.Add(new WorkshopEvent.ItemRevised(entry.Name, read.Value));
        if (entry.Kind.ByName && entry.Kind.Identity(read.Value, w.Map.Resolve) is { } identity && w.Map.Identified(entry.Kind.Letter, identity) is { } other && other != entry.Name)
            return Phrase.Of("name-taken", entry.Kind.Main.Show(read.Value), other);
        if (c.Source is { } source) events.Add(EvidenceFor(entry.Name, null, source, w, actor));
        return Decision.Yes(events, Receipts.Changed(entry, read.Value, w, events));
    }

    /// <summary>The item with every answer in its field, or the first fault, which names its field.</summary>
    public static Parsed<Item> Answered(Kind kind, Item item, ImmutableArray<Answer> answers, Reading reading, Func<Field, bool> mayReplace)
    {
        foreach (var (field, text) in answers)
        {
            Arg label = new Arg.Word($"{kind.Id}.{field.Id}.label", field.Label);
            if (!field.Grows && !field.IsEmpty(item) && !mayReplace(field)) return Phrase.Of("already-filled", label, field.Show(item));
            var read = field.Fill(item, text, reading, replace: !field.Grows);
            if (read.Fault is { } fault) return Phrase.Of("field-fault", label, fault);
            item = read.Value;
        }
        return Parsed<Item>.Yes(item);
    }

    /// <summary>A piece of evidence as an item of its own, made by the same line.</summary>
    public static WorkshopEvent.ItemAdded EvidenceFor(Ref on, string? text, Source source, Workshop w, Actor actor) =>
        new(w.Map.Next(Evidence.Kind), Evidence.Of(on, text, source), actor.Entry, Timing(Evidence.Kind, w));

    /// <summary>Whether a kind's step is open, still to come, or over.</summary>
    public static Timing Timing(Kind kind, Workshop w)
    {
        var home = w.Playbook.Home(kind);
        var (there, here) = (w.Playbook.Position(home.Id), w.Playbook.Position(w.Step.Id));
        return there == here || there == 0 ? Map.Timing.OnTime : there < here ? Map.Timing.Late : Map.Timing.Early;
    }

    /// <summary>Departments that an item names and the map does not know yet; named in the receipt.</summary>
    public static IEnumerable<WorkshopEvent> NewParties(Item item, Workshop w, Actor actor) =>
        item is not Gap gap ? [] : gap.Teams.Where(team => w.Map.Identified(Party.Kind.Letter, Tidy.Fold(team)) is null)
            .Select((team, index) => new WorkshopEvent.ItemAdded(new Ref(Party.Kind.Letter, w.Map.Next(Party.Kind).Number + index), new Party { Name = team, Type = "department" }, actor.Entry, Map.Timing.OnTime));

    private static Phrase? Room(Kind kind, Item item, Workshop w)
    {
        // Findings are the rules' own; they never crowd out what people say.
        if (w.Map.Size - w.Map.Count(Gap.Kind.Letter) >= Limits.StoredItems) return Phrase.Of("map-full", Limits.StoredItems);
        if (w.Map.Count(kind.Letter) >= kind.Most) return Phrase.Of("kind-full", kind.Word, kind.Most);
        if (!kind.ByName) return null;
        if (kind.Main.Show(item) is Arg.Text name && NameRules.Fault(name.Value, kind) is { } fault) return fault;
        return kind.Identity(item, w.Map.Resolve) is { } identity && w.Map.Identified(kind.Letter, identity) is { } taken ? Phrase.Of("name-taken", kind.Main.Show(item), taken) : null;
    }
}
