namespace WorkshopBot.Channels;

/// <summary>What one person typed or pressed in one place, the same whatever chat it came from. It only names things; nothing in it grants a right.</summary>
/// <param name="Id">Names what the person did: the same on every delivery, and on no other turn.</param>
/// <param name="Person">Who did it.</param>
/// <param name="Room">Where; the person's own chat with the bot when <paramref name="Private"/>.</param>
/// <param name="Text">What was typed, of any length and kind, but whole characters; empty when something was pressed.</param>
/// <param name="Private">Nobody but the person sees the line and its answer.</param>
/// <param name="Action">What was pressed; null when something was typed.</param>
/// <param name="Addressed">The person named the bot in the line (a mention, a slash command), so that it is no answer to an open question.</param>
public sealed record Turn(string Id, Person Person, Room Room, string Text, bool Private, ChatAction? Action = null, bool Addressed = false);
