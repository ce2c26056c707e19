using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Map;

public sealed partial record JourneyMap
{
    /// <summary>Puts a new entry on the shelf of its kind; its number must be the next one there.</summary>
    public JourneyMap Add(Entry entry)
    {
        var shelf = Shelves[entry.Name.Letter - 'A'];
        if (entry.Name.Number != shelf.Count + 1) throw new InvalidOperationException($"{entry.Name} is not the next of its kind.");
        var map = With(entry.Name, shelf.Add(entry)) with
        {
            StageOrder = entry.Name.Letter == Stage ? StageOrder.Add(entry.Name) : StageOrder,
            Made = entry.EntryId.Length == 0 ? Made : Made.SetItem(entry.EntryId, MadeBy(entry.EntryId).Add(entry.Name)),
        };
        return map.Hand(null, entry).Tally(entry, +1).Mention(entry, []).Back(entry, +1);
    }

    /// <summary>A map from its entries, each kind in ref order; counters and indexes are made anew.</summary>
    public static JourneyMap Restored(Catalogue kinds, IEnumerable<Entry> entries, ImmutableArray<Ref> stages, ImmutableDictionary<Ref, Ref> aliases, Ref? lead)
    {
        var all = entries.ToList();
        var map = Empty(kinds) with { StageOrder = stages, Aliases = aliases, Chosen = lead };
        map = all.Aggregate(map, (m, entry) => m.With(entry.Name, m.Shelves[entry.Name.Letter - 'A'].Add(entry)) with
        {
            Made = entry.EntryId.Length == 0 ? m.Made : m.Made.SetItem(entry.EntryId, m.MadeBy(entry.EntryId).Add(entry.Name)),
        });
        return all.Aggregate(map, (m, entry) => m.Hand(null, entry).Tally(entry, +1));
    }

    public JourneyMap Revise(Ref name, Item item, string by = "", Item? said = null) =>
        Change(name, entry => entry with { Item = item, Rev = entry.Rev + 1, FilledBy = Filled(entry, item, by), Said = said ?? entry.Said });

    /// <summary>As <see cref="Revise"/>, without a revision: a vote is not a change of the item by its author.</summary>
    public JourneyMap Cast(Ref name, Item item) => Change(name, entry => entry with { Item = item, Said = item });

    public JourneyMap Withdraw(Ref name, bool unsaid = false) => Change(name, entry => entry with { State = EntryState.Withdrawn, Rev = entry.Rev + 1, Unsaid = unsaid });

    public JourneyMap Restore(Ref name) => Change(name, entry => entry with { State = EntryState.Live, Rev = entry.Rev + 1, Unsaid = false });

    /// <summary>Puts the stages in this order; those it does not name keep theirs behind.</summary>
    public JourneyMap Order(ImmutableArray<Ref> order) => this with { StageOrder = [.. order, .. StageOrder.Where(stage => !order.Contains(stage))] };

    public JourneyMap Choose(Ref? lead) => this with { Chosen = lead };

    /// <summary>The older item goes on; the younger becomes its alias, and all that pointed at it points at the older one.</summary>
    public JourneyMap Merge(Ref younger, Ref older)
    {
        var hanging = Hanging(younger);
        var map = hanging.Aggregate(Back(Find(younger)!, -1).Tally(Find(younger)!, -1), (m, entry) => m.Tally(entry, -1));
        map = map.Put(map.Find(younger)! with { State = EntryState.Merged, Rev = map.Find(younger)!.Rev + 1 });
        var into = map.Find(older)!;
        map = map.Tally(into, -1);
        into = into with { Mentions = Find(younger)!.Mentions.All().Aggregate(into.Mentions, (row, name) => row.Add(name)) };
        map = (map.Put(into) with { Aliases = map.Aliases.Add(younger, older) }).Recount(older);
        map = map.Tally(map.Find(older)!, +1);
        return hanging.Aggregate(map, (m, entry) => m.Tally(entry, +1));
    }

    /// <summary>Takes a merge back; the younger item stands for itself again with what pointed at it.</summary>
    public JourneyMap Unmerge(Ref younger)
    {
        var older = Aliases[younger];
        var hanging = Hanging(older);
        var map = hanging.Aggregate(Tally(Find(older)!, -1), (m, entry) => m.Tally(entry, -1));
        map = map with { Aliases = map.Aliases.Remove(younger) };
        map = map.Put(map.Find(younger)! with { State = EntryState.Live, Rev = map.Find(younger)!.Rev + 1 }).Recount(older).Recount(younger);
        map = hanging.Aggregate(map.Tally(map.Find(older)!, +1).Tally(map.Find(younger)!, +1), (m, entry) => m.Tally(entry, +1));
        return map.Back(map.Find(younger)!, +1);
    }

    /// <summary>What is emptied was filled by nobody; what the author puts over another's value stays the other's to change.</summary>
    private static ImmutableDictionary<string, string> Filled(Entry entry, Item item, string by) => by.Length == 0 ? entry.FilledBy
        : entry.Kind.Fields.Where(field => !field.Grows && !field.Same(entry.Item, item)).Aggregate(entry.FilledBy, (filled, field) =>
            field.IsEmpty(item) ? filled.Remove(field.Id) : by != entry.By || (field.IsEmpty(entry.Item) && !filled.ContainsKey(field.Id)) ? filled.SetItem(field.Id, by) : filled);

    private JourneyMap Change(Ref name, Func<Entry, Entry> change)
    {
        var before = Find(name) ?? throw new InvalidOperationException($"{name} is not on the map.");
        var after = change(before);
        var moves = before.Kind.Home is { } home && !home.Targets(before.Item).SequenceEqual(home.Targets(after.Item));
        var hanging = moves ? Hanging(name) : [];
        var map = hanging.Aggregate(Back(before, -1).Tally(before, -1), (m, entry) => m.Tally(entry, -1));
        map = map.Put(after).Hand(before, after);
        map = map.Tally(map.Find(name)!, +1).Mention(after, before.Kind.Targets(before.Item)).Back(after, +1);
        return hanging.Aggregate(map, (m, entry) => m.Tally(entry, +1));
    }

    /// <summary>
    /// Items counted through this one: what points at it, and what belongs to those, however deep. Withdrawn ones are passed through, since an
    /// item's stage is found through its place whether that is live or not.
    /// </summary>
    private List<Entry> Hanging(Ref name)
    {
        var (found, seen) = (new List<Entry>(), new HashSet<Ref> { name });
        Collect(name, everything: true);
        return found;

        void Collect(Ref at, bool everything)
        {
            foreach (var entry in Find(at)!.Mentions.All().Distinct().Select(Find).OfType<Entry>())
            {
                var belongs = entry.Kind.Home?.Targets(entry.Item).Any(target => Resolve(target) == at) == true;
                if ((!belongs && !(everything && entry.Kind.Targets(entry.Item).Any(target => Resolve(target) == at))) || !seen.Add(entry.Name)) continue;
                found.Add(entry);
                if (belongs) Collect(entry.Name, everything: false);
            }
        }
    }

    private JourneyMap Mention(Entry entry, IEnumerable<Ref> already)
    {
        var map = this;
        foreach (var target in entry.Kind.Targets(entry.Item).Except(already).Select(Resolve).Distinct())
            if (map.Find(target) is { } at) map = map.Put(at with { Mentions = at.Mentions.Add(entry.Name) });
        return map;
    }

    /// <summary>Adds a piece of evidence to what backs its place, or takes it away.</summary>
    private JourneyMap Back(Entry evidence, int sign)
    {
        if (!evidence.IsLive || !evidence.Kind.Backs(evidence.Item)) return this;
        var map = this;
        foreach (var target in evidence.Kind.Home?.Targets(evidence.Item) ?? [])
            if (map.Find(Resolve(target)) is { } at)
            {
                var changed = at with { Backing = at.Backing + sign };
                map = map.Tally(at, -1).Put(changed).Tally(changed, +1);
            }
        return map;
    }

    /// <summary>Counts the evidence of an item anew, after what belongs to it has changed as a whole.</summary>
    private JourneyMap Recount(Ref name) =>
        Put(Find(name)! with { Backing = Pointing(name).Count(entry => entry.Kind.Backs(entry.Item) && entry.Kind.Home!.Targets(entry.Item).Any(home => Resolve(home) == name)) });

    private JourneyMap Put(Entry entry) => With(entry.Name, Shelves[entry.Name.Letter - 'A'].Set(entry.Name.Number - 1, entry));

    private JourneyMap With(Ref name, Shelf<Entry> shelf) => this with { Shelves = Shelves.SetItem(name.Letter - 'A', shelf) };
}
