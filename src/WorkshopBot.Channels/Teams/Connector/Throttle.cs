namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>Keeps the bot under the limits of the Connector: says of each call whether it may be made now, or how long to wait. Counts what this process does and no other.</summary>
public sealed class Throttle(TimeProvider time)
{
    /// <summary>Windows that are held at once; beyond, the idle ones go early, and with them what they knew of the last hour.</summary>
    public const int MostWindows = 50_000;

    static readonly TimeSpan Early = TimeSpan.FromSeconds(31);

    readonly Lock _lock = new();
    readonly Dictionary<(string Of, ThrottleRule[] Rules), ThrottleWindow> _windows = [];
    int _sweepAt = 1024;

    /// <summary>Windows that are held now.</summary>
    public int Windows
    {
        get
        {
            lock (_lock)
                return _windows.Count;
        }
    }

    /// <summary>Zero: the call may be made, and is counted. Else how long it has to wait; nothing is counted.</summary>
    /// <param name="conversation">Id of the conversation; a thread counts as its channel.</param>
    /// <param name="tenant">Id of the tenant it is in.</param>
    /// <param name="op">What is called.</param>
    /// <param name="rank">How much it matters.</param>
    public TimeSpan Take(string conversation, string tenant, ThrottleOp op, ThrottleRank rank)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var windows = Of(ConversationRef.Base(conversation), tenant, op);
            var wait = TimeSpan.Zero;
            foreach (var window in windows)
                if (window.Wait(rank, now) is var one && one > wait)
                    wait = one;
            if (wait > TimeSpan.Zero)
                return wait;
            foreach (var window in windows)
                window.Add(now);
            Sweep(now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>The Connector itself said to wait: so everybody does who would call it there for the same.</summary>
    public void Hold(string conversation, string tenant, ThrottleOp op, TimeSpan wait)
    {
        lock (_lock)
            foreach (var window in Of(ConversationRef.Base(conversation), tenant, op).AsSpan(1))
                window.Hold(wait, time.GetTimestamp());
    }

    /// <summary>Waits for a turn, and takes it; no longer than <paramref name="patience"/>. Zero: taken; else how much longer it would have been.</summary>
    public async ValueTask<TimeSpan> Turn(string conversation, string tenant, ThrottleOp op, ThrottleRank rank, TimeSpan patience, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        for (; ; )
        {
            var wait = Take(conversation, tenant, op, rank);
            if (wait == TimeSpan.Zero || time.GetElapsedTime(start) + wait > patience)
                return wait;
            // Timers may ring a little early.
            await Task.Delay(wait + TimeSpan.FromMilliseconds(1), time, ct).ConfigureAwait(false);
        }
    }

    ThrottleWindow[] Of(string conversation, string tenant, ThrottleOp op)
    {
        var all = Window(tenant, ThrottleRules.Tenant);
        return op switch
        {
            ThrottleOp.Send => [all, Window(conversation, ThrottleRules.Sent)],
            ThrottleOp.CreateThread => [all, Window(conversation, ThrottleRules.Sent), Window(conversation, ThrottleRules.Created)],
            // There is no conversation yet to be counted for.
            ThrottleOp.CreatePersonal => [all, Window(tenant, ThrottleRules.Created)],
            ThrottleOp.Members or ThrottleOp.Teams => [all, Window(conversation, ThrottleRules.Listed)],
            _ => throw new ArgumentOutOfRangeException(nameof(op)),
        };
    }

    // The rules are told apart by which table they are, not by what is in it.
    ThrottleWindow Window(string of, ThrottleRule[] rules)
    {
        if (!_windows.TryGetValue((of, rules), out var window))
            _windows[(of, rules)] = window = new(rules, time);
        return window;
    }

    // Doubling what it waits for keeps it from looking through all of them again and again.
    void Sweep(long now)
    {
        if (_windows.Count < _sweepAt)
            return;
        Drop(ThrottleRules.Longest, now);
        if (_windows.Count > MostWindows / 2)
            Drop(Early, now);
        _sweepAt = Math.Clamp(_windows.Count * 2, 1024, Math.Max(MostWindows, _windows.Count + 1024));
    }

    void Drop(TimeSpan span, long now)
    {
        foreach (var (key, window) in _windows)
            if (window.IsIdle(span, now))
                _windows.Remove(key);
    }
}
