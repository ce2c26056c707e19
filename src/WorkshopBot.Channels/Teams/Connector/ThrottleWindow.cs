namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>When the last calls were made, as far back as any of its rules looks. For whoever holds the lock.</summary>
sealed class ThrottleWindow(ThrottleRule[] rules, TimeProvider time)
{
    readonly CallTimes _calls = new(rules.Max(rule => rule.Most), time);

    /// <summary>Until the next call may be made; zero for now.</summary>
    public TimeSpan Wait(ThrottleRank rank, long now)
    {
        var wait = _calls.Held(now);
        foreach (var rule in rules)
            if (_calls.Wait(rule.For(rank), rule.Span, now) is var left && left > wait)
                wait = left;
        return wait;
    }

    public void Add(long now) => _calls.Add(now);

    /// <summary>Lets nothing through for a while.</summary>
    public void Hold(TimeSpan wait, long now) => _calls.Hold(wait, now);

    /// <summary>Nothing happened within a span, and nothing is held.</summary>
    public bool IsIdle(TimeSpan span, long now) => _calls.IsIdle(span, now);
}
