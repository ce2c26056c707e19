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
    /// process held need not be waited for longer than a call of theirs may still be on its way.
    /// </summary>
    public Func<string, bool> Ended { get; init; } = _ => false;

    /// <summary>Other nodes are there: who goes sees to it that they look at once at what it leaves.</summary>
    public bool Hands { get; init; }

    /// <summary>This node goes, and waits for no answer any more.</summary>
    internal CancellationToken Leaving { get; init; }

    /// <summary>When this process began, on the clock that only goes forward: an ended one has begun no call since.</summary>
    readonly long _began = Time.GetTimestamp();

    /// <summary>From when on nothing of who has one of <c>Ids</c> can reach these chats any more: when what they hold runs out, or, once they have ended, sooner; null: nothing can now.</summary>
    internal DateTimeOffset? Landed(string name, DateTimeOffset? until, IEnumerable<IChannel> channels)
    {
        if (until is null || !Ended(name))
            return until;
        var left = channels.All(channel => channel.Limits.Within) ? TimeSpan.Zero : Spans.LeastLeft - Time.GetElapsedTime(_began);
        if (left <= TimeSpan.Zero)
            return null;
        var landed = Time.GetUtcNow() + left;
        return landed < until ? landed : until;
    }

    /// <summary>Who serves a room or person; null: that chat is off.</summary>
    internal IChannel? Channel(string key)
    {
        foreach (var channel in Channels)
            if (key.Length > channel.Platform.Length && key[channel.Platform.Length] == ':' && key.StartsWith(channel.Platform, StringComparison.Ordinal))
                return channel;
        return null;
    }
}
