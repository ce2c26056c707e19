using WorkshopBot.Exports;

namespace WorkshopBot.Turns;

/// <summary>What the person who acted is told, once, after the commit; not to be mistaken for the messages that a room keeps.</summary>
public sealed record Reply(string Text, ReplyKind Kind, ExportedFile? File = null);
