namespace WorkshopBot.Turns;

/// <summary>The turns of the last three hours that changed something, so that one delivered again is known. It belongs to one mailbox and is no part of the workshop's state.</summary>
sealed class RecentTurns
{
    /// <summary>Chats give up delivering again after minutes; the window is far longer, and a turn older than it meets the refs and entries of the map itself.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(3);

    readonly Dictionary<TurnName, long> _versions = [];
    readonly Queue<RecentTurn> _order = [];

    public int Count => _order.Count;

    /// <summary>The commit a turn is in, or null.</summary>
    public long? Find(TurnName name) => _versions.TryGetValue(name, out var version) ? version : null;

    public void Add(RecentTurn turn)
    {
        while (_order.TryPeek(out var oldest) && turn.At - oldest.At > Window)
            _versions.Remove(_order.Dequeue().Name);
        if (_versions.TryAdd(turn.Name, turn.Version))
            _order.Enqueue(turn);
    }

    /// <summary>All, oldest first, as they are now.</summary>
    public RecentTurn[] Copy() => [.. _order];
}
