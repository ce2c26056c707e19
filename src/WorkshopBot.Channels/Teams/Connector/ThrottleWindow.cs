namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>When the last calls were made, as far back as any of its rules looks. For whoever holds the lock.</summary>
sealed class ThrottleWindow(ThrottleRule[] rules, TimeProvider time)
{
    readonly int _most = rules.Max(rule => rule.Most);
    readonly List<long> _calls = [];
    long _heldAt;
    TimeSpan _held;

    /// <summary>Until the next call may be made; zero for now.</summary>
    public TimeSpan Wait(ThrottleRank rank, long now)
    {
        var wait = Left(_heldAt, _held, now);
        foreach (var rule in rules)
            // As long as the one that many calls ago is within the span, one more would be one too many.
            if (rule.For(rank) is var most && _calls.Count >= most && Left(_calls[^most], rule.Span, now) is var left && left > wait)
                wait = left;
        return wait;
    }

    public void Add(long now)
    {
        if (_calls.Count >= 2 * _most)
            _calls.RemoveRange(0, _calls.Count - _most);
        _calls.Add(now);
    }

    /// <summary>Lets nothing through for a while.</summary>
    public void Hold(TimeSpan wait, long now)
    {
        if (wait > Left(_heldAt, _held, now))
            (_heldAt, _held) = (now, wait);
    }

    /// <summary>Nothing happened within a span, and nothing is held.</summary>
    public bool IsIdle(TimeSpan span, long now) => (_calls.Count == 0 || Left(_calls[^1], span, now) == TimeSpan.Zero) && Left(_heldAt, _held, now) == TimeSpan.Zero;

    TimeSpan Left(long since, TimeSpan span, long now) => span - time.GetElapsedTime(since, now) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
