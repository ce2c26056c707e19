namespace WorkshopBot.Channels.Cards.Binding;

/// <summary>The shapes of what names are looked up in: <see cref="Scope"/> before there are data.</summary>
/// <param name="Item">Shape of the item.</param>
/// <param name="Root">Shape of all data.</param>
/// <param name="InList">There is an index.</param>
/// <param name="Guarded">A <c>$when</c> around it may keep it out, so a value that can be null may be bound.</param>
sealed record ShapeScope(CardShape Item, CardShape Root, bool InList, bool Guarded)
{
    /// <summary>The shape a path leads to; null with a fault when it leads nowhere, and without one for what has no shape.</summary>
    public CardShape? Find(CardPath path, ICollection<CardFault> faults)
    {
        if (path.IsIndex)
        {
            if (!InList)
                faults.Add(path.Said("is outside a list"));
            return null;
        }
        var at = path.FromRoot ? Root : Item;
        foreach (var name in path.Names)
        {
            if (at.Find(name) is not { } next)
            {
                faults.Add(path.Said($"is not in the view: {at.Name} has no {name}"));
                return null;
            }
            at = next;
            if (at.MayBeNull && !Guarded)
                faults.Add(path.Said($"may be null, and no $when around it keeps it out"));
        }
        return at;
    }
}
