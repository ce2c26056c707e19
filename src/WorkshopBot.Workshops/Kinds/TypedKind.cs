using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Kinds;

/// <summary>The kind of one record type.</summary>
public sealed class Kind<T> : Kind where T : Item, new()
{
    private static readonly T Nothing = new();

    /// <summary>See <see cref="Identity"/>; the second argument follows merges.</summary>
    public Func<T, Func<Ref, Ref>, string?>? IdentifiedBy { get; init; }

    public Func<T, Share>? SharedAs { get; init; }

    public Func<T, IEnumerable<string>>? TaggedAs { get; init; }

    public Func<T, Func<Ref, Ref>, IEnumerable<(string List, int Rank)>>? MarkedAs { get; init; }

    public Func<T, bool>? BacksWhen { get; init; }

    /// <summary>See <see cref="Voters"/>; a person may come twice.</summary>
    public Func<T, IEnumerable<string>>? VotedBy { get; init; }

    /// <summary>See <see cref="Ready"/>.</summary>
    public Func<T, T>? Presumes { get; init; }

    public override Item Ready(Item item) => Presumes?.Invoke((T)item) ?? item;

    public override Item Blank => Nothing;

    public override string? Identity(Item item, Func<Ref, Ref> resolve) => IdentifiedBy?.Invoke((T)item, resolve);

    public override Share Share(Item item) => SharedAs?.Invoke((T)item) ?? Kinds.Share.None;

    public override IEnumerable<string> Tags(Item item) => TaggedAs?.Invoke((T)item) ?? [];

    public override IEnumerable<(string List, int Rank)> Marks(Item item, Func<Ref, Ref> resolve) => MarkedAs?.Invoke((T)item, resolve) ?? [];

    public override IReadOnlyCollection<string> Voters(Item item) => VotedBy is null ? [] : [.. VotedBy((T)item).Distinct(StringComparer.Ordinal)];

    public override bool Backs(Item item) => BacksWhen?.Invoke((T)item) ?? false;
}
