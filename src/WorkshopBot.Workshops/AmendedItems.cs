using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>The items of a line as it reads after an edit: each goes on as the one it was, with its ref, votes and links, or is new; the others are gone.</summary>
/// <param name="Line">The line.</param>
/// <param name="Own">What it had made, but for the evidence beside.</param>
/// <param name="Before">The workshop without that.</param>
internal sealed record AmendedItems(AmendedLine Line, ImmutableArray<Entry> Own, Workshop Before)
{
    /// <summary>One item as the line says it now: how it would be added, what it would be, its evidence, and the item it goes on as.</summary>
    private sealed record Wanted(WorkshopCommand.Add Add, Item Item, Evidence? Evidence)
    {
        public Entry? As { get; init; }
    }

    public Answered Hear(ImmutableArray<WorkshopCommand.Add> adds, Answered so)
    {
        var (wanted, before) = (new List<Wanted>(), Before);
        foreach (var (index, add) in adds.Index())
        {
            var actor = Line.Actor(so);
            var decided = Decider.Decide(add, actor with { Entry = $"{Line.Heard.Turn}/new.{index}" }, before);
            if (decided.Decision.Refused) return Line.Kept(so, Own, decided.Decision.Reply);
            var added = decided.Decision.Events.OfType<WorkshopEvent.ItemAdded>().ToList();
            var item = added.First(e => e.Name.Letter == add.Kind.Letter);
            wanted.Add(new(add, item.Item, added.FirstOrDefault(e => e != item && e.Item is Evidence { On: { } on } && on == item.Name)?.Item as Evidence));
            before = decided.After;
        }
        var left = Paired(wanted, so.After);
        so = Amending.Unsay(left.SelectMany(entry => Beside(entry, so.After).Append(entry)).Select(entry => entry.Name).ToHashSet(), Line.Actor(so), so);
        var names = new List<Ref>();
        foreach (var one in wanted)
        {
            var next = one.As is { } entry ? Revised(one, entry, so) : Line.Do(one.Add, so);
            if ((one.As?.Name ?? next.Events.Skip(so.Events.Length).OfType<WorkshopEvent.ItemAdded>().FirstOrDefault(e => e.Name.Letter == one.Add.Kind.Letter)?.Name) is { } name) names.Add(name);
            so = next;
        }
        return adds is [{ Kind.Letter: JourneyMap.Stage }, _, ..] ? Ordered(names, wanted, so) : so;
    }

    /// <summary>Finds the item each one goes on as: the one of its name, or that says the same, else the next of its kind and place. Gives those that none goes on as.</summary>
    private List<Entry> Paired(List<Wanted> wanted, Workshop w)
    {
        List<Entry> left = [.. Own.OrderByDescending(entry => entry.IsLive).ThenByDescending(entry => entry.Unsaid)];
        void Pair(Func<Entry, Wanted, bool> fits)
        {
            for (var i = 0; i < wanted.Count; i++)
                if (wanted[i].As is null && left.Find(entry => entry.Kind == wanted[i].Add.Kind && fits(entry, wanted[i])) is { } entry)
                {
                    wanted[i] = wanted[i] with { As = entry };
                    left.Remove(entry);
                }
        }
        Pair((entry, one) => entry.Kind.ByName && Tidy.Fold(entry.Kind.Main.Again(entry.Said)) == Tidy.Fold(entry.Kind.Main.Again(one.Item)));
        Pair((entry, one) => entry.Kind.Fields.All(field => field.Hidden || Same(field, entry.Said, one.Item, w)));
        Pair((entry, one) => entry.Kind.Home is not { } home || Same(home, entry.Said, one.Item, w));
        return left;
    }

    private Answered Revised(Wanted one, Entry entry, Answered so)
    {
        var answers = Differences(entry, one.Item, so.After);
        // Taken off the map by hand, or merged away: the line that says the same says nothing new.
        if (entry is { IsLive: false, Unsaid: false })
            return answers.IsEmpty ? so : Line.Kept(so, [], entry.State == EntryState.Merged ? Phrase.Of("message.merged", entry.Name, so.After.Map.Resolve(entry.Name)) : Phrase.Of("withdrawn", entry.Name));
        if (entry.Unsaid || entry.Kind.Fields.Any(field => !field.Hidden && !field.Home && !Same(field, entry.Said, one.Item, so.After)))
        {
            var done = Line.Do(new WorkshopCommand.Revise(entry.Name, answers, Restoring: entry.Unsaid, Said: one.Item), so);
            if (done.Events.Length == so.Events.Length) return Line.Kept(so, [entry], [.. done.Lines.Skip(so.Lines.Length)]);
            so = done;
        }
        var evidence = Beside(entry, so.After).FirstOrDefault();
        if (one.Evidence is null) return evidence is { IsLive: true } ? Amending.Unsay(new HashSet<Ref> { evidence.Name }, Line.Actor(so), so) : so;
        if (evidence is { IsLive: false, Unsaid: false } && evidence.Kind.Fields.All(field => field.Home || Same(field, evidence.Said, one.Evidence, so.After))) return so;
        return evidence is null or { IsLive: false, Unsaid: false } ? Line.Do(new WorkshopCommand.Fill(entry.Name, [], one.Add.Source), so)
            : Revised(new(one.Add, one.Evidence with { On = entry.Name }, null), evidence, so);
    }

    /// <summary>What the line says otherwise than before, put over what the item says now. What others added to a list stays, and so does what somebody put where the line says nothing any more.</summary>
    private static ImmutableArray<Answer> Differences(Entry entry, Item item, Workshop w) =>
    [
        .. from field in entry.Kind.Fields
           where !field.Hidden && !field.Home && !Same(field, entry.Said, item, w) && !Same(field, entry.Item, item, w) && (!field.IsEmpty(item) || field.Grows || Same(field, entry.Item, entry.Said, w))
           select new Answer(field, field.Grows && !Same(field, entry.Item, entry.Said, w) ? Merged(field, entry, item) : field.Exactly(item)),
    ];

    private static string Merged(Field field, Entry entry, Item item)
    {
        var by = field.ByLine ? '\n' : ',';
        string[] Parts(Item of) => field.Again(of).Split(by, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(by, Parts(entry.Item).Except(Parts(entry.Said).Except(Parts(item))).Union(Parts(item)));
    }

    /// <summary>True when both say the same, merges followed.</summary>
    private static bool Same(Field field, Item one, Item other, Workshop w) =>
        field.Same(one, other) || (field.Targets(one).Any() && field.Targets(one).Select(w.Map.Resolve).SequenceEqual(field.Targets(other).Select(w.Map.Resolve)));

    /// <summary>Evidence that the line made for an item: what is on the map first.</summary>
    private IEnumerable<Entry> Beside(Entry entry, Workshop w) =>
        Line.Made.Select(w.Map.Find).OfType<Entry>().Where(other => other.Name != entry.Name && other.Item is Evidence { On: { } on } && w.Map.Resolve(on) == entry.Name).OrderByDescending(other => other.IsLive).ThenByDescending(other => other.Unsaid);

    /// <summary>Stages in the order in which the line lists them: a new one stands where it was put, and the others are moved only where they must.</summary>
    private Answered Ordered(List<Ref> names, List<Wanted> wanted, Answered so)
    {
        if (names.Count != wanted.Count) return so;
        foreach (var (index, name) in names.Index())
        {
            List<Ref> order = [.. so.After.Map.StageOrder];
            var at = order.IndexOf(name);
            WorkshopCommand? move = so.After.Map.Live(name) is null ? null
                : index > 0 ? at > order.IndexOf(names[index - 1]) && (wanted[index].As is not null || at == order.IndexOf(names[index - 1]) + 1) ? null : new WorkshopCommand.Move(name, false, names[index - 1])
                : wanted[0].As is null && wanted.FindIndex(one => one.As is not null) is > 0 and var first ? new WorkshopCommand.Move(name, true, names[first]) : null;
            if (move is null) continue;
            var moved = Line.Do(move, so);
            // That they stand as they are written goes without saying.
            so = moved.Events.Length > so.Events.Length ? moved with { Lines = so.Lines } : so;
        }
        return so;
    }
}
