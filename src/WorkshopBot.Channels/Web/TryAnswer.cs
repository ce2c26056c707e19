namespace WorkshopBot.Channels.Web;

/// <summary>What the try-it page is answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">The whole answer in words, also where there is a card.</param>
/// <param name="File">A file, where one was asked for.</param>
/// <param name="Card">The same as an Adaptive Card: one JSON object in UTF-8.</param>
/// <param name="Private">The talk goes on in the person's own chat with the bot.</param>
/// <param name="Refused">At least one line of the turn was refused or not understood.</param>
public sealed record TryAnswer(int Status, string Text, TryFile? File = null, ReadOnlyMemory<byte>? Card = null, bool Private = false, bool Refused = false);
