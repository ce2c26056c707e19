namespace WorkshopBot.Channels.Web;

/// <summary>A message as this chat holds it.</summary>
/// <param name="Id">What it is called here: the operation it was posted with, so that a post made twice is one message.</param>
/// <param name="Key">The logical name of what it shows.</param>
/// <param name="Under">Id of the message whose thread it is in; null for none.</param>
/// <param name="Version">1 when it was posted, and one more with every edit.</param>
/// <param name="Text">The whole of it in words.</param>
/// <param name="Card">The same as an Adaptive Card: one JSON object in UTF-8.</param>
/// <param name="At">When it was posted; an edit leaves it where it is.</param>
public sealed record WebMessage(string Id, string Key, string? Under, int Version, string Text, ReadOnlyMemory<byte> Card, DateTimeOffset At);
