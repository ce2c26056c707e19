using WorkshopBot.Channels;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Keeping;

/// <summary>
/// What the keeper needs to make a message of a view. <c>Data</c> gives the view as one JSON object in UTF-8; <c>Mark</c> stands for all a message is drawn from: two
/// with the same mark look the same; <c>Try</c> throws when no card can be made of a message, and is asked before a chat is, so that one bad message does not look like a silent chat.
/// </summary>
public sealed record Drawing(Func<View, ReadOnlyMemory<byte>> Data, Func<Message, string> Mark, Action<Message> Try);
