using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Makes two items one (settled: "Merge"): the older ref survives, what it lacks comes from the younger, what hung on either hangs on it, votes become distinct voters.</summary>
public static class Merging
{
    public static Decision Merge(WorkshopCommand.Merge c, Actor actor, Workshop w)
    {
        if (w.Live(c.One, out var refusal) is not { } one || w.Live(c.Other, out refusal) is not { } other) return refusal;
        if (one.Name == other.Name) return Phrase.Of("same-item", one.Name);
        if (one.Kind != other.Kind) return Phrase.Of("merge-kinds", one.Name, other.Name);
        if ((w.OnlyOwn(actor, one) ?? w.OnlyOwn(actor, other)) is { } no) return no;
        if (one.Item is Gap { Check: not null } || other.Item is Gap { Check: not null }) return Phrase.Of("drop-instead", one.Name);
        var events = Events(one, other, w);
        var after = events.Aggregate(w, (state, e) => state.Evolve(new Happening(e, actor.Key, actor.At, actor.Turn)));
        var merged = after.Map.Live(Earlier(one, other).Name)!.Name;
        if (merged.Letter == JourneyMap.Stage && Routing.Sum(after, merged) is > 100 and var sum) return Phrase.Of("split-over", Receipts.Place(merged, w), sum);
        return Decision.Yes(events, Phrase.Of("merged", Later(one, other).Name, Earlier(one, other).Name));
    }

    private static List<WorkshopEvent> Events(Entry one, Entry other, Workshop w)
    {
        var (older, younger) = (Earlier(one, other), Later(one, other));
        var events = new List<WorkshopEvent>();
        // A finding about the younger is about nothing once it is an alias.
        events.AddRange(w.Map.Pointing(younger.Name).Where(entry => entry.Item is Gap { Check: not null, State: Gap.Open or Gap.Accepted }).Select(entry => new WorkshopEvent.FindingResolved(entry.Name)));
        if (older.Item is Steps.Touchpoints.Feeling kept && younger.Item is Steps.Touchpoints.Feeling gone) events.AddRange(Votes(older, kept, gone));
        if (Completed(older, younger) is { } completed) events.Add(new WorkshopEvent.ItemRevised(older.Name, completed));
        events.Add(new WorkshopEvent.Merged(younger.Name, older.Name));
        events.AddRange(Collisions(older, younger, w));
        return events;
    }

    /// <summary>Feelings and routes that have become the same thing merge too; a route that has become a circle goes.</summary>
    private static IEnumerable<WorkshopEvent> Collisions(Entry older, Entry younger, Workshop w)
    {
        var hanging = w.Map.Pointing(younger.Name).ToList();
        foreach (var entry in hanging)
        {
            if (entry.Item is Conversion { From: { } from, To: { } to } && Resolve(from) == Resolve(to)) yield return new WorkshopEvent.ItemWithdrawn(entry.Name);
            else if (!entry.Kind.ByName && entry.Kind.Identity(entry.Item, Resolve) is { } identity && w.Map.Identified(entry.Kind.Letter, identity) is { } twin
                && w.Map.Live(twin) is { } same && same.Name != entry.Name && same.Item is not Gap)
                foreach (var e in Events(entry, same, w)) yield return e;
        }

        Values.Ref Resolve(Values.Ref name) => w.Map.Resolve(name) is var known && known == younger.Name ? older.Name : known;
    }

    private static IEnumerable<WorkshopEvent> Votes(Entry older, Steps.Touchpoints.Feeling kept, Steps.Touchpoints.Feeling gone) =>
        [.. gone.Wanted.All.Where(vote => kept.Wanted.Of(vote.Voter) is null).Select(vote => new WorkshopEvent.Felt(older.Name, true, vote.Voter, vote.Mood)),
            .. gone.Actual.All.Where(vote => kept.Actual.Of(vote.Voter) is null).Select(vote => new WorkshopEvent.Felt(older.Name, false, vote.Voter, vote.Mood))];

    private static Item? Completed(Entry older, Entry younger)
    {
        if (older.Item is Steps.Touchpoints.Feeling) return null;
        var item = older.Kind.Fields.Where(field => (field.Grows || field.IsEmpty(older.Item)) && !field.IsEmpty(younger.Item)).Aggregate(older.Item, (made, field) => field.Copy(younger.Item, made));
        return ReferenceEquals(item, older.Item) ? null : item;
    }

    private static Entry Earlier(Entry one, Entry other) => one.Name < other.Name ? one : other;

    private static Entry Later(Entry one, Entry other) => one.Name < other.Name ? other : one;
}
