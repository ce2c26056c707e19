namespace WorkshopBot.Channels.Cards.Subset;

/// <summary>Something every element has to keep that its properties alone do not say.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Says">What has to hold, in a sentence.</param>
/// <param name="Breaks">Whether an element breaks it.</param>
public sealed record CardRule(string Name, string Says, Func<CardPart, bool> Breaks)
{
    public IEnumerable<CardFault> Check(string card, IEnumerable<CardPart> parts) => parts.Where(Breaks).Select(part => new CardFault(card, part.Where, $"{Says} ({Name})"));
}
