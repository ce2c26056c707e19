namespace WorkshopBot.Channels.Slack.Api;

/// <summary>So many calls within a span, and no more.</summary>
readonly record struct SlackRule(int Most, TimeSpan Span)
{
    // The way to Slack is not always as long, so that calls made in order come closer together; spans are taken longer by as much.
    static readonly TimeSpan Drift = TimeSpan.FromMilliseconds(250);

    /// <summary>In any minute no more than that, planned evenly: a tenth of it at once.</summary>
    public static SlackRule[] Minute(int most) => [new(Math.Max(1, most / 10), TimeSpan.FromMinutes(1) * Math.Max(1, most / 10) / most), new(most, TimeSpan.FromMinutes(1) + Drift)];

    public static readonly SlackRule[] Second = [new(1, TimeSpan.FromSeconds(1) + Drift)];
}

/// <summary>When the last calls of one kind were made, and who waits to make the next. For whoever holds the lock.</summary>
sealed class SlackWindow(SlackRule[] rules, TimeProvider time)
{
    readonly CallTimes _calls = new(rules.Max(rule => rule.Most), time);
    readonly List<SlackTicket> _waiting = [];

    /// <summary>Until the next call may be made, by whoever is the next; zero for now.</summary>
    public TimeSpan Wait(SlackTicket who, long now)
    {
        var wait = _calls.Held(now);
        foreach (var rule in rules)
            if (_calls.Wait(rule.Most, rule.Span, now) is var left && left > wait)
                wait = left;
        var spacing = rules[0].Span / rules[0].Most;
        // Those that are kept from going by something else are not waited for.
        var ahead = _waiting.Count(other => other != who && other.IsBefore(who) && _calls.Left(other.Since, other.Wait, now) <= wait + spacing);
        return ahead == 0 ? wait : wait + spacing * ahead;
    }

    public void Add(long now) => _calls.Add(now);

    /// <summary>Lets nothing through for a while.</summary>
    public void Hold(TimeSpan wait, long now) => _calls.Hold(wait, now);

    public void Enter(SlackTicket who) => _waiting.Add(who);

    public void Leave(SlackTicket who) => _waiting.Remove(who);

    /// <summary>Nothing happened within the last minute, nobody waits and nothing is held.</summary>
    public bool IsIdle(long now) => _waiting.Count == 0 && _calls.IsIdle(rules.Max(rule => rule.Span), now);
}

/// <summary>A call that waits for its turn.</summary>
sealed class SlackTicket(CallRank rank, long number)
{
    /// <summary>When it was last told to wait.</summary>
    public long Since { get; set; }

    /// <summary>And how long.</summary>
    public TimeSpan Wait { get; set; }

    /// <summary>What matters more comes first, then who came first.</summary>
    public bool IsBefore(SlackTicket other) => (rank, number).CompareTo(other.Order) < 0;

    (CallRank, long) Order => (rank, number);
}
