using System.Collections.Immutable;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Map;

public sealed partial record JourneyMap
{
    private ImmutableDictionary<(char Letter, string Person), ImmutableSortedSet<Ref>> Hands { get; init; } = ImmutableDictionary<(char, string), ImmutableSortedSet<Ref>>.Empty;

    /// <summary>Live items of a kind that somebody added, filled a field of or voted in; the last one first, and whoever takes a few walks only those.</summary>
    public IEnumerable<Entry> By(char letter, string person) =>
        Hands.TryGetValue((letter, person), out var names) ? names.Reverse().Select(Live).OfType<Entry>() : [];

    /// <summary>Who had a hand in an item; nobody in what a check found and nobody took up.</summary>
    public static IEnumerable<string> HandsOf(Entry entry) =>
        entry.Kind.Voters(entry.Item).Concat(entry.FilledBy.Values).Append(entry.By).Where(person => person.Length > 0).Distinct(StringComparer.Ordinal);

    private JourneyMap Hand(Entry? before, Entry after)
    {
        if (before is not null && before.FilledBy == after.FilledBy && ReferenceEquals(before.Item, after.Item)) return this;
        HashSet<string> then = before is null ? [] : [.. HandsOf(before)], now = [.. HandsOf(after)];
        if (then.SetEquals(now)) return this;
        var hands = Hands;
        foreach (var person in now.Except(then)) hands = hands.SetItem((after.Name.Letter, person), (hands.TryGetValue((after.Name.Letter, person), out var had) ? had : []).Add(after.Name));
        foreach (var person in then.Except(now)) hands = hands.SetItem((after.Name.Letter, person), hands[(after.Name.Letter, person)].Remove(after.Name));
        return this with { Hands = hands };
    }
}
