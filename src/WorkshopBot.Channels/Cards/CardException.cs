using System.Collections.Immutable;

namespace WorkshopBot.Channels.Cards;

/// <summary>Cards that cannot be used, or data that a card cannot be bound to: a mistake of ours or of whoever changed the cards, never of the person in the chat. One line a fault.</summary>
public sealed class CardException(ImmutableArray<CardFault> faults, Exception? inner = null) : Exception(string.Join('\n', faults), inner)
{
    public CardException(CardFault fault, Exception? inner = null) : this([fault], inner) { }

    public ImmutableArray<CardFault> Faults { get; } = faults;
}
