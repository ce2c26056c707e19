using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Turns;

namespace WorkshopBot.Keeping;

/// <summary>
/// What the keeper works with. <c>Read</c> gives a workshop as it stands, not older than the journal when asked; <c>Ids</c> makes names of holders and
/// operations, never the same twice on any node.
/// </summary>
public sealed record Kit(
    Lanes Lanes, WorkshopJournal Journal, Agenda Agenda, Func<string, CancellationToken, ValueTask<Present>> Read,
    KeptViews Views, Drawing Drawing, IReadOnlyList<IChannel> Channels, TimeProvider Time, Func<string> Ids, ILogger Log)
{
    /// <summary>
    /// Whether whoever has one of <c>Ids</c> is a process that has ended for certain. Only where a storage serves one process at a time can anybody know; what such a
    /// process held need not be waited for, as far as its calls have ended with it.
    /// </summary>
    public Func<string, bool> Ended { get; init; } = _ => false;

    /// <summary>Who serves a room or person; null: that chat is off.</summary>
    internal IChannel? Channel(string key)
    {
        foreach (var channel in Channels)
            if (key.Length > channel.Platform.Length && key[channel.Platform.Length] == ':' && key.StartsWith(channel.Platform, StringComparison.Ordinal))
                return channel;
        return null;
    }
}
