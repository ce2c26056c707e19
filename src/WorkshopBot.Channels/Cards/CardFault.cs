namespace WorkshopBot.Channels.Cards;

/// <summary>Something wrong with a card: never what somebody wrote, only where and what is expected there.</summary>
/// <param name="Card">Name of the card.</param>
/// <param name="Where">Path of the element in the template; empty for the whole of it.</param>
/// <param name="Says">What is wrong, in a sentence.</param>
public sealed record CardFault(string Card, string Where, string Says)
{
    public override string ToString() => Where.Length == 0 ? $"cards/{Card}.json: {Says}" : $"cards/{Card}.json, {Where}: {Says}";
}
