using WorkshopBot.Channels;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Keeping;

/// <summary>What the keeper needs to make a message of a view.</summary>
/// <param name="Data">The view as one JSON object in UTF-8.</param>
/// <param name="Mark">Of all a message is drawn from: two with the same mark look the same.</param>
/// <param name="Url">A link to a map, by the workshop's id; each may be another.</param>
public sealed record Drawing(Func<View, ReadOnlyMemory<byte>> Data, Func<Message, string> Mark, Func<string, string> Url);
