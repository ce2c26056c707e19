using System.Collections.Immutable;

namespace WorkshopBot.Channels.Cards.Subset;

/// <summary>What may stand in a property of a card: a closed family. In a template a binding may stand wherever a value may.</summary>
public abstract record CardValue
{
    private CardValue() { }

    /// <summary>Something people read.</summary>
    public sealed record Words : CardValue;

    /// <summary>Something machines read: an id, a link, a value to send.</summary>
    public sealed record Text : CardValue;

    public sealed record Number : CardValue;

    /// <summary>Yes or no.</summary>
    public sealed record Flag : CardValue;

    /// <summary>One of these words; case does not matter.</summary>
    public sealed record OneOf(ImmutableArray<string> Values) : CardValue;

    /// <summary>Any JSON: what a button carries, what a chart draws.</summary>
    public sealed record Anything : CardValue;

    /// <summary>A list of elements of a card's body.</summary>
    public sealed record Elements : CardValue;

    /// <summary>A list of buttons.</summary>
    public sealed record Buttons : CardValue;

    /// <summary>A list of texts for machines.</summary>
    public sealed record Texts : CardValue;

    /// <summary>A list of parts that stand only here.</summary>
    public sealed record Parts(string Type) : CardValue;

    /// <summary>One part that stands only here, or one button of this type.</summary>
    public sealed record Part(string Type) : CardValue;

    /// <summary>One element of a card's body.</summary>
    public sealed record Element : CardValue;
}
