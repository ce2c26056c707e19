using WorkshopBot.Channels;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Keeping;

/// <summary>
/// What the keeper needs to make a message of a view. <c>Data</c> gives the view as one JSON object in UTF-8; <c>Mark</c> stands for all a message is drawn from: two
/// with the same mark look the same; <c>Url</c> makes a link to a map, by the workshop's id, and each may be another.
/// </summary>
public sealed record Drawing(Func<View, ReadOnlyMemory<byte>> Data, Func<Message, string> Mark, Func<string, string> Url);
