namespace WorkshopBot.Channels.Cards;

/// <summary>A card with its data: as an Adaptive Card, and as plain text for whoever reads without cards.</summary>
/// <param name="Json">The card, UTF-8.</param>
/// <param name="Text">All it says, or the brief of the message where that would be too long.</param>
public sealed record BoundCard(ReadOnlyMemory<byte> Json, string Text);
