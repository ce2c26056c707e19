using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Map;

/// <summary>What a counter counts: live items of a kind, at a stage or anywhere, of a persona or anybody, with a tag or any.</summary>
public readonly record struct CountKey(char Letter, Ref Stage, Ref Persona, string Tag);

/// <summary>A place in one of the map's ordered lists.</summary>
public readonly record struct Mark(int Rank, Ref Name) : IComparable<Mark>
{
    public int CompareTo(Mark other) => Rank != other.Rank ? Rank.CompareTo(other.Rank) : Name.CompareTo(other.Name);

    public static bool operator <(Mark left, Mark right) => left.CompareTo(right) < 0;

    public static bool operator >(Mark left, Mark right) => left.CompareTo(right) > 0;

    public static bool operator <=(Mark left, Mark right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Mark left, Mark right) => left.CompareTo(right) >= 0;
}

public sealed partial record JourneyMap
{
    private ImmutableDictionary<CountKey, int> Counts { get; init; } = ImmutableDictionary<CountKey, int>.Empty;

    private ImmutableDictionary<string, ImmutableSortedSet<Mark>> Lists { get; init; } = ImmutableDictionary.Create<string, ImmutableSortedSet<Mark>>(StringComparer.Ordinal);

    /// <summary>Live items on the map, of all kinds.</summary>
    public int Size { get; private init; }

    /// <summary>Items that count for the evidence share, and those of them with evidence above an assumption.</summary>
    public (int All, int Backed) Evidence { get; private init; }

    /// <summary>Backed items / all that count; null while nothing counts (settled: "Evidence share").</summary>
    public decimal? EvidenceShare => Evidence.All == 0 ? null : decimal.Round((decimal)Evidence.Backed / Evidence.All, 2);

    /// <summary>Whether outputs must say HYPOTHESIS (L18): also while there is nothing that could have evidence.</summary>
    public bool IsHypothesis => Evidence.All == 0 || (decimal)Evidence.Backed / Evidence.All < Limits.EvidenceShare;

    public int Count(char letter, Ref? stage = null, Ref? persona = null, string tag = "") =>
        Counts.TryGetValue(new CountKey(letter, stage ?? default, persona ?? default, tag), out var count) ? count : 0;

    /// <summary>One of the lists that kinds mark their items for, lowest rank first, then by ref.</summary>
    public ImmutableSortedSet<Mark> List(string name) => Lists.TryGetValue(name, out var marks) ? marks : ImmutableSortedSet<Mark>.Empty;

    private JourneyMap Tally(Entry entry, int sign)
    {
        if (!entry.IsLive) return this;
        var (kind, item) = (entry.Kind, entry.Item);
        var (stage, persona) = (StageOf(kind, item) ?? default, PersonaOf(kind, item) ?? default);
        var counts = Add(Counts, new(kind.Letter, default, default, ""), sign);
        if (!stage.IsNone) counts = Add(counts, new(kind.Letter, stage, default, ""), sign);
        if (!stage.IsNone && !persona.IsNone) counts = Add(counts, new(kind.Letter, stage, persona, ""), sign);
        foreach (var tag in kind.Tags(item))
        {
            counts = Add(counts, new(kind.Letter, default, default, tag), sign);
            if (!stage.IsNone) counts = Add(counts, new(kind.Letter, stage, default, tag), sign);
        }
        var lists = Lists;
        foreach (var (list, rank) in kind.Marks(item, Resolve))
        {
            var marks = List(list);
            lists = lists.SetItem(list, sign > 0 ? marks.Add(new(rank, entry.Name)) : marks.Remove(new(rank, entry.Name)));
        }
        var share = kind.Share(item);
        return this with
        {
            Counts = counts,
            Lists = lists,
            Size = Size + sign,
            Evidence = share == Share.None ? Evidence : (Evidence.All + sign, Evidence.Backed + (share == Share.Backed || entry.Backing > 0 ? sign : 0)),
            Identities = kind.Identity(item, Resolve) is not { } identity ? Identities
                : sign > 0 ? Identified(kind.Letter, identity) is null ? Identities.SetItem((kind.Letter, identity), entry.Name) : Identities
                : Identified(kind.Letter, identity) == entry.Name ? Identities.Remove((kind.Letter, identity)) : Identities,
        };
    }

    private static ImmutableDictionary<CountKey, int> Add(ImmutableDictionary<CountKey, int> counts, CountKey key, int sign)
    {
        var count = counts.GetValueOrDefault(key) + sign;
        return count == 0 ? counts.Remove(key) : counts.SetItem(key, count);
    }
}
