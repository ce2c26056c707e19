using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>One item whole: what it says, field by field, who added it, what hangs on it, and what can be done with it.</summary>
public sealed record ItemView(string Overline, string Text, string State, bool HasState, IReadOnlyList<FactLine> Facts, bool HasFacts, string Hanging, bool HasHanging, IReadOnlyList<ItemLine> Lines, string More, bool HasMore, IReadOnlyList<Button> Buttons, bool HasButtons) : View
{
    private const int MostHanging = 10;

    public override string Card => "item";

    public override string Brief => $"{Overline}\n{Text}";

    public static ItemView Of(Entry entry, Workshop w, string person, Reader reader)
    {
        List<FactLine> facts = [.. entry.Kind.Fields.Where(field => !field.IsEmpty(entry.Item) && (field != entry.Kind.Main || !Showing.Text(w, entry).Equals(field.Show(entry.Item)))).Select(field => new FactLine(reader.Say(new Arg.Word($"{entry.Kind.Id}.{field.Id}.label", field.Label)), reader.Say(Held(field, entry, w))))];
        var authors = Showing.Authors(w, entry);
        if (authors.Count > 0) facts.Add(new(reader.Say(Phrase.Of("item.by")), string.Join(", ", authors)));
        var state = entry.State switch { EntryState.Live => "", EntryState.Withdrawn => reader.Say(Phrase.Of("item.withdrawn")), _ => reader.Say(Phrase.Of("item.merged", w.Map.Resolve(entry.Name))) };
        var hanging = w.Map.Pointing(entry.Name).ToList();
        var more = reader.More(hanging.Count - MostHanging);
        var buttons = Button.Row(Moves(entry, w, person, reader));
        return new(
            reader.Say(Phrase.Of("named", entry.Name, entry.Kind.Word)), reader.Say(Showing.Text(w, entry)), state, state.Length > 0, facts, facts.Count > 0,
            reader.Say(Phrase.Of("item.hanging", hanging.Count)), hanging.Count > 0, [.. hanging.Take(MostHanging).Select(other => StepView.Line(w, other, reader))], more, more.Length > 0, buttons, buttons.Count > 0);
    }

    /// <summary>What a field holds; what it points at is called as people call it.</summary>
    private static Arg Held(Field field, Entry entry, Workshop w) =>
        field.Targets(entry.Item).ToList() is { Count: > 0 } targets ? Arg.List(targets.Select(target => Deciding.Receipts.Place(target, w))) : field.Show(entry.Item);

    /// <summary>What the author can do with an item.</summary>
    public static IEnumerable<Button> Own(Entry entry, Workshop w, Reader reader)
    {
        if (w.Phase != Phase.Running) yield break;
        if (Edits(entry, w, reader) is { } edit) yield return edit;
        if (entry.Item is not Gap { Check: not null }) yield return reader.Types(Phrase.Of("button.withdraw"), $"withdraw {entry.Name}", While(entry)).TakingAway();
    }

    /// <summary>Opens the item's form; null where it has none.</summary>
    public static Button? Edits(Entry entry, Workshop w, Reader reader) =>
        w.Playbook.Sheet(entry.Kind.Id) is null ? null : reader.Opens(Phrase.Of("button.edit"), entry.Kind.Id, While(entry), entry.Name);

    /// <summary>What others say of a feeling changes nothing of what I said of it.</summary>
    private static string While(Entry entry) => entry.Item is Steps.Touchpoints.Feeling ? Workshops.Shown.In(Phase.Running) : Workshops.Shown.Says(entry.Name, entry.Rev);

    private static IEnumerable<Button> Moves(Entry entry, Workshop w, string person, Reader reader)
    {
        if (w.Phase != Phase.Running) yield break;
        var leads = w.Crew[person]?.Leads == true;
        var may = leads || entry.By == person;
        if (entry.State == EntryState.Withdrawn && may) yield return reader.Types(Phrase.Of("button.restore"), $"restore {entry.Name}", Workshops.Shown.Says(entry.Name, entry.Rev));
        if (entry.State != EntryState.Live) yield break;
        if (entry.Item is Gap { State: Gap.Open, Check: { } rule, Place: { } place } && w.Playbook.Checks.FirstOrDefault(check => check.Id == rule) is { } found)
            foreach (var remedy in FindingLine.Remedies(entry, found, w.Map.Resolve(place), w.Map.StageOf(entry.Kind, entry.Item), w, reader)
                // To decide on it is for who leads; to put it right is everybody's.
                .Where(remedy => leads || (remedy.Verb == Press.Form && remedy.Data[Press.Of] != DropSheet.Name))) yield return remedy;
        else if (may)
            foreach (var own in Own(entry, w, reader)) yield return own;
        // How somebody feels there is everybody's to say, each their own.
        else if (entry.Item is Steps.Touchpoints.Feeling) yield return reader.Opens(Phrase.Of("button.add-mine"), entry.Kind.Id, Workshops.Shown.In(Phase.Running), entry.Name);
        else if (entry.Kind.Typed)
            // A gap, and what nobody wrote, is everybody's; what somebody else wrote is anybody's to complete.
            yield return reader.Opens(Phrase.Of(entry.Item is Gap || entry.By.Length == 0 ? "button.edit" : "button.complete"), entry.Kind.Id, Workshops.Shown.Says(entry.Name, entry.Rev), entry.Name);
        if (entry.Item is not Evidence) yield return reader.Adds(Evidence.Kind, "", (Evidence.Kind.Home!.Id, entry.Name.ToString()));
    }
}
