using System.Collections.Immutable;

namespace WorkshopBot.Channels.Cards.Subset;

/// <summary>Something a card may be made of, and what may be said about it. Anything else is refused.</summary>
/// <param name="Type">Its name in the card language; of a part without a type, our name for it.</param>
/// <param name="Role">Where it may stand.</param>
/// <param name="Properties">All it may have beside its type.</param>
public sealed record CardElement(string Type, CardRole Role, ImmutableArray<CardProperty> Properties)
{
    /// <summary>Whether the card says its type.</summary>
    public bool SaysType => Role is not CardRole.Untyped;

    public bool IsInput => Type.StartsWith("Input.", StringComparison.Ordinal);
}

/// <summary>A property of an element.</summary>
public sealed record CardProperty(string Name, CardValue Value, bool Required = false);

/// <summary>Where an element may stand.</summary>
public enum CardRole
{
    /// <summary>The card itself.</summary>
    Card,

    /// <summary>In a body, a container or a column.</summary>
    Body,

    /// <summary>In a row of buttons.</summary>
    Button,

    /// <summary>Within one other element.</summary>
    Part,

    /// <summary>Within one other element, which knows without being told what it is.</summary>
    Untyped,
}
