namespace WorkshopBot.Channels;

/// <summary>When the last calls of one kind were made, and until when none may be. For whoever holds the lock.</summary>
/// <param name="most">As many calls back as anybody looks.</param>
/// <param name="time">The clock.</param>
sealed class CallTimes(int most, TimeProvider time)
{
    readonly List<long> _calls = [];
    long _heldAt;
    TimeSpan _held;

    public void Add(long now)
    {
        if (_calls.Count >= 2 * most)
            _calls.RemoveRange(0, _calls.Count - most);
        _calls.Add(now);
    }

    /// <summary>Lets nothing through for a while.</summary>
    public void Hold(TimeSpan wait, long now)
    {
        if (wait > Held(now))
            (_heldAt, _held) = (now, wait);
    }

    /// <summary>How much longer nothing is let through.</summary>
    public TimeSpan Held(long now) => Left(_heldAt, _held, now);

    /// <summary>How long until one more is no more than so many within a span.</summary>
    // As long as the one that many calls ago is within the span, one more would be one too many.
    public TimeSpan Wait(int count, TimeSpan span, long now) => _calls.Count >= count ? Left(_calls[^count], span, now) : TimeSpan.Zero;

    /// <summary>Nothing happened within a span, and nothing is held.</summary>
    public bool IsIdle(TimeSpan span, long now) => Wait(1, span, now) == TimeSpan.Zero && Held(now) == TimeSpan.Zero;

    /// <summary>What is left of a span that began at some time.</summary>
    public TimeSpan Left(long since, TimeSpan span, long now) => span - time.GetElapsedTime(since, now) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
