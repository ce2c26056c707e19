using System.Collections.Immutable;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>Opens forms, and reads them when they come back filled in. Pure: it changes nothing, and what it is given may be anything.</summary>
public static class Filling
{
    /// <summary>Characters of all that is sent with a form, and of its id.</summary>
    private const int MostSent = 64 * 1024, LongestId = 200;

    private static readonly Dictionary<string, Phrase> NoFaults = [];

    /// <summary>A form as this person sees it now, with values already filled in; or why not.</summary>
    /// <param name="of">Which form; null for that of the item, or the first of the open step.</param>
    /// <param name="item">The item it is about; null for none.</param>
    /// <param name="prefill">Values by field id; what the form does not know is left out.</param>
    /// <param name="id">Entry id of what it makes.</param>
    /// <param name="w">The workshop.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="whole">With all its fields.</param>
    public static Parsed<Form> Open(string? of, Ref? item, IEnumerable<KeyValuePair<string, string>> prefill, string id, Workshop w, Actor actor, bool whole = false)
    {
        var found = Find(of, item, w, actor, out var o);
        if (found.Fault is { } no) return no;
        var values = prefill.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var slips = found.Value.Blanks(o).Select(blank => new Slip(blank, values.TryGetValue(blank.Id, out var value) ? Filled(blank, value) : null, null)).ToList();
        return Lacks(found.Value, slips, o) is { } lack ? lack : Show(found.Value, o, id, slips, whole, NoFaults);
    }

    /// <summary>Whether a form can be had and sent now by somebody who leads: there is something to choose wherever something must be chosen.</summary>
    public static bool IsOpen(Sheet sheet, Workshop w)
    {
        var o = new Occasion(w, new(w.Crew.All.FirstOrDefault(person => person.Leads)?.Key ?? "", "", default, Zone.Utc, "", ""), null);
        return sheet.Refuses(o) is null && Lacks(sheet, sheet.Blanks(o).Select(blank => new Slip(blank, null, null)), o) is null;
    }

    /// <summary>The whole form for somebody who wants to be asked: with what they have filled in already, and what is wrong with it.</summary>
    public static Parsed<Form> Asked(Press press, string id, Workshop w, Actor actor)
    {
        if (press.Find(Press.FormId) is null) return Open(press.Find(Press.Of) is { Length: > 0 } of ? of : null, Item(press), press.Values, id, w, actor, whole: true);
        if (Unfit(press) is { } unfit) return unfit;
        var found = Find(press.Find(Press.Of), Item(press), w, actor, out var o);
        if (found.Fault is { } no) return no;
        var slips = Slips(found.Value, o, press);
        var changes = found.Value.Changes(o);
        var faults = slips.Where(slip => slip.Given is { Length: > 0 } && (!changes || slip.IsMeant)).Select(slip => (slip.Blank.Id, Fault: slip.Blank.Fault(slip.Given!)))
            .Where(found => found.Fault is not null).ToDictionary(found => found.Id, found => found.Fault!, StringComparer.Ordinal);
        return Lacks(found.Value, slips, o) is { } lack ? lack : Show(found.Value, o, id, slips, whole: true, faults);
    }

    /// <summary>The same form with all its fields and what has been filled in so far.</summary>
    public static Parsed<Form> More(Press press, Workshop w, Actor actor) => More(press, w, actor, out _);

    /// <summary>The same, with what each of its fields takes; there may be some the form does not show.</summary>
    internal static Parsed<Form> More(Press press, Workshop w, Actor actor, out IReadOnlyList<Blank> blanks)
    {
        blanks = [];
        if (Unfit(press) is { } unfit) return unfit;
        var found = Find(press.Find(Press.Of), Item(press), w, actor, out var o);
        if (found.Fault is { } no) return no;
        var slips = Slips(found.Value, o, press);
        blanks = [.. slips.Select(slip => slip.Blank)];
        return Lacks(found.Value, slips, o) is { } lack ? lack : Show(found.Value, o, press.Find(Press.FormId)!, slips, whole: true, NoFaults);
    }

    /// <summary>What a form that was sent is a wish for; every fault of it at once, and nothing of it when there is one.</summary>
    public static Filled Read(Press submit, Workshop w, Actor actor)
    {
        if (Unfit(submit) is { } unfit) return new Filled.No(unfit);
        var found = Find(submit.Find(Press.Of), Item(submit), w, actor, out var o);
        var off = found.Fault?.Code == "withdrawn" ? Off(submit, w, actor) : null;
        if (off is null && found.Fault is { } fault) return new Filled.No(fault);
        if (off is not null) (found, o) = (w.Playbook.Sheet(off.Item!.Kind.Id)!, off);
        var (sheet, id) = (found.Value, submit.Find(Press.FormId)!);
        var slips = Slips(sheet, o, submit);
        // Somebody else's item is gone; what was written about it may still be worth an item.
        if (off is not null && !w.MayChange(actor, off.Item!)) return new Filled.Again(Show(sheet, new(w, actor, null), id, slips, whole: true, NoFaults) with { Notice = Phrase.Of("form.anew", off.Item!.Name) });
        if (Lacks(sheet, slips, o) is { } lack) return new Filled.No(lack);
        var changes = sheet.Changes(o);
        var faults = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        var given = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var slip in slips.Where(slip => changes ? slip.IsMeant : slip.Given is not null || slip.Blank.Required))
        {
            var value = slip.Given ?? "";
            if (value.Length == 0 && slip.Blank.Required) faults[slip.Blank.Id] = Phrase.Of("form.required");
            else if (value.Length > 0 && slip.Blank.Fault(value) is { } wrong) faults[slip.Blank.Id] = wrong;
            else if (changes && slip.IsOvertaken) faults[slip.Blank.Id] = slip.Blank.Value.Length > 0 ? Phrase.Of("form.overtaken", slip.Blank.Value) : Phrase.Of("form.overtaken.cleared");
            else if (value.Length > 0 || changes) given[slip.Blank.Id] = value;
        }
        var whole = off is not null || submit.Values.Any(pair => !Begins(sheet, slips).Contains(pair.Key)) || faults.Keys.Any(field => !Begins(sheet, slips).Contains(field));
        Form Again(Phrase? notice) => Show(sheet, o, id, slips, whole, faults, sent: true) with { Notice = notice, Restores = off is not null };
        // A form of an earlier version, or one that somebody made up; what is empty is no loss.
        if (submit.Values.Where(pair => pair.Value.Trim().Length > 0).Select(pair => pair.Key).FirstOrDefault(field => slips.All(slip => slip.Blank.Id != field)) is { } unknown)
            return new Filled.Again(Again(Phrase.Of("form.no-field", Rescue.Label(unknown, sheet, w), Rescue.Short(submit.Find(Press.Field + unknown)!))));
        if (off is not null && submit.Find(Press.Restores) is null) return new Filled.Again(Again(Phrase.Of("form.withdrawn", off.Item!.Name)));
        if (faults.Count > 0) return new Filled.Again(Again(slips.Any(slip => changes && slip.IsOvertaken) ? Phrase.Of("form.meanwhile") : Phrase.Of("form.faults", faults.Count)));
        var wish = sheet.Take(given.ToImmutable(), o);
        if (off is not null) wish = wish with { Commands = [.. wish.Commands.Select(command => command is WorkshopCommand.Revise revise ? revise with { Restoring = true } : command)] };
        foreach (var (field, wrong) in wish.Faults) faults[field] = wrong;
        return faults.Count > 0 ? new Filled.Again(Again(Phrase.Of("form.faults", faults.Count))) : new Filled.Sends(wish.Commands, Again(null));
    }

    /// <summary>What can be chosen in a field of a form that holds a text, the best first; nothing where there is no such form or field for this person now.</summary>
    public static IEnumerable<FormChoice> Choices(string? of, Ref? item, string field, string text, Workshop w, Actor actor) =>
        Find(of, item, w, actor, out var o) is { Ok: true, Value: var sheet } && sheet.Blanks(o).FirstOrDefault(blank => blank.Id == field) is { Finds: { } finds } ? finds(text) : [];

    /// <summary>What a form of an item is about that is off the map, where the workshop goes on; null for anything else.</summary>
    private static Occasion? Off(Press press, Workshop w, Actor actor) =>
        Item(press) is { } name && w.Map.Find(w.Map.Resolve(name)) is { State: EntryState.Withdrawn } entry && w.Playbook.Sheet(press.Find(Press.Of) ?? entry.Kind.Id) is KindSheet sheet && sheet.Id == entry.Kind.Id
        && new Occasion(w, actor, entry) is var o && sheet.Refuses(o) is null ? o : null;

    /// <summary>Why nobody could send the form now: something must be chosen, and there is nothing of that kind yet. Null when there is, mostly.</summary>
    private static Phrase? Lacks(Sheet sheet, IEnumerable<Slip> slips, Occasion o) =>
        slips.Select(slip => slip.Blank).FirstOrDefault(blank => blank.Required && blank.IsBare && blank.Among is not null)?.Among is not { } among ? null
        : o.Workshop.Map.Kinds.All.FirstOrDefault(kind => kind.Typed && among(new Ref(kind.Letter, 1))) is not { } kind ? null
        // What is missing may itself have to belong to something.
        : Phrase.Of("form.nothing-yet", sheet.Word, o.Workshop.Playbook.Sheet(kind.Id) is { } first && first.Id != sheet.Id && o with { Item = null } is var before && Lacks(first, first.Blanks(before).Select(blank => new Slip(blank, null, null)), before) is { } deeper ? deeper.Args[1] : kind.Word);

    private static Parsed<Sheet> Find(string? of, Ref? item, Workshop w, Actor actor, out Occasion o)
    {
        var entry = item is { } name ? w.Map.Live(w.Map.Resolve(name)) : null;
        o = new(w, actor, entry);
        if (item is { } gone && entry is null) return Phrase.Of(w.Map.Find(gone) is null ? "no-such-ref" : "withdrawn", gone);
        var sheet = of is { } id ? w.Playbook.Sheet(id) : entry is not null ? w.Playbook.Sheet(entry.Kind.Id) : w.Phase == Phase.NotStarted ? w.Playbook.Sheet(StartSheet.Name) : w.Step.Forms is [var first, ..] ? first : null;
        if (sheet is null) return of is null ? Phrase.Of("form.none") : Phrase.Of("form.unknown-form", Tidy.Cut(of, Limits.Name));
        return sheet.Refuses(o) is { } no ? no : sheet;
    }

    private static Phrase? Unfit(Press press) =>
        press.Find(Press.FormId) is not { Length: > 0 and <= LongestId } || (press.Find(Press.Item) is { Length: > 0 } item && Ref.Read(item) is null) ? Phrase.Of("form.gone")
        : press.Data.Sum(pair => pair.Key.Length + pair.Value.Length) > MostSent ? Phrase.Of("message-too-big", MostSent / 1024) : null;

    private static Ref? Item(Press press) => Ref.Read(press.Find(Press.Item));

    private static List<Slip> Slips(Sheet sheet, Occasion o, Press press)
    {
        var blanks = sheet.Blanks(o).ToList();
        var shown = Marks.Read(press.Find(Press.Was), blanks.Count);
        return [.. blanks.Select((blank, i) => new Slip(blank, press.Find(Press.Field + blank.Id) is { } value ? Slip.Tidied(blank, value) : null, shown?[i]))];
    }

    /// <summary>A value that came with the button; one that fits nowhere is nothing to begin with.</summary>
    private static string? Filled(Blank blank, string value) =>
        value.Length <= MostSent && Slip.Tidied(blank, value) is { Length: > 0 } tidy ? blank.Fault(tidy) is null ? blank.Settled(tidy) : blank.Input is FormInput.Text or FormInput.LongText ? tidy : null : null;

    private static HashSet<string> Begins(Sheet sheet, List<Slip> slips)
    {
        if (sheet.Begins.Count > 0) return [.. sheet.Begins];
        var needed = slips.Where(slip => slip.Blank.Required).Select(slip => slip.Blank.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var slip in slips.TakeWhile(_ => needed.Count < Sheet.Few)) needed.Add(slip.Blank.Id);
        return needed;
    }

    /// <summary><paramref name="sent"/>: it comes back with everything said that was overtaken meanwhile, so that sent again it counts.</summary>
    private static Form Show(Sheet sheet, Occasion o, string id, List<Slip> slips, bool whole, Dictionary<string, Phrase> faults, bool sent = false)
    {
        var was = sheet.Changes(o) ? string.Concat(slips.Select(slip => slip.IsMeant && !sent && slip.Shown is { } shown ? shown : slip.Now)) : null;
        // Where there is nothing to choose yet there is nothing to fill in.
        slips = [.. slips.Where(slip => !slip.Blank.IsBare || slip.Given is { Length: > 0 } || faults.ContainsKey(slip.Blank.Id))];
        var begins = Begins(sheet, slips);
        var changes = sheet.Changes(o);
        var fields = slips.Select(slip => slip.Field(slip.Given is { } given && (!changes || slip.IsMeant) ? given : slip.Blank.Value, faults.GetValueOrDefault(slip.Blank.Id), changes ? slip.IsMeant : (slip.Given ?? slip.Blank.Value).Length > 0));
        return new(id, sheet.Id, o.Item?.Name, was, sheet.Title(o), sheet.Intro(o), null, [.. fields.Where(field => whole || begins.Contains(field.Id))], whole || slips.All(slip => begins.Contains(slip.Blank.Id))) { Sends = sheet.Sends(o) };
    }
}
