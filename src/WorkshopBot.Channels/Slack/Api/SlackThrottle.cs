namespace WorkshopBot.Channels.Slack.Api;

/// <summary>
/// Keeps the bot under Slack's limits: so many calls of a method a minute in a workspace, and one message a second in a conversation. Whoever waits goes in the order of
/// their ranks. Counts what this process does and no other.
/// </summary>
public sealed class SlackThrottle(TimeProvider time)
{
    const int FirstSweep = 1024;

    readonly Lock _lock = new();
    readonly Dictionary<string, SlackWindow> _windows = new(StringComparer.Ordinal);
    int _sweepAt = FirstSweep;
    long _numbers;

    /// <summary>Windows that are held now.</summary>
    public int Windows
    {
        get
        {
            lock (_lock)
                return _windows.Count;
        }
    }

    /// <summary>Waits for a turn, and takes it; no longer than <paramref name="patience"/>. Zero: taken; else how much longer it would have been, and nothing is counted.</summary>
    /// <param name="workspace">Where the app is installed.</param>
    /// <param name="method">What is called.</param>
    /// <param name="channel">The conversation something is posted into; null for none.</param>
    /// <param name="rank">How much it matters.</param>
    /// <param name="patience">The longest wait.</param>
    /// <param name="ct">Ends the wait by throwing.</param>
    public async ValueTask<TimeSpan> Turn(string workspace, string method, string? channel, CallRank rank, TimeSpan patience, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        var ticket = new SlackTicket(rank, Interlocked.Increment(ref _numbers));
        SlackWindow[]? entered = null;
        try
        {
            for (; ; )
            {
                TimeSpan wait;
                lock (_lock)
                {
                    var windows = entered ?? Of(workspace, method, channel);
                    wait = Take(windows, ticket);
                    if (wait == TimeSpan.Zero || time.GetElapsedTime(start) + wait > patience)
                        return wait;
                    if (entered is null)
                        foreach (var window in entered = windows)
                            window.Enter(ticket);
                }
                // Timers may ring a little early.
                await Task.Delay(wait + TimeSpan.FromMilliseconds(1), time, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            if (entered is not null)
                lock (_lock)
                    foreach (var window in entered)
                        window.Leave(ticket);
        }
    }

    /// <summary>Slack itself said to wait: so everybody does who would call the same there.</summary>
    public void Hold(string workspace, string method, TimeSpan wait)
    {
        lock (_lock)
            Method(workspace, method).Hold(wait, time.GetTimestamp());
    }

    TimeSpan Take(SlackWindow[] windows, SlackTicket ticket)
    {
        var (now, wait) = (time.GetTimestamp(), TimeSpan.Zero);
        foreach (var window in windows)
            if (window.Wait(ticket, now) is var one && one > wait)
                wait = one;
        (ticket.Since, ticket.Wait) = (now, wait);
        if (wait > TimeSpan.Zero)
            return wait;
        foreach (var window in windows)
            window.Add(now);
        Sweep(now);
        return TimeSpan.Zero;
    }

    SlackWindow[] Of(string workspace, string method, string? channel) =>
        channel is not null && SlackMethods.Of(method).Posts ? [Method(workspace, method), Window($"{workspace} #{channel}", SlackRule.Second)] : [Method(workspace, method)];

    SlackWindow Method(string workspace, string method) => _windows.TryGetValue($"{workspace} {method}", out var window) ? window : Window($"{workspace} {method}", SlackRule.Minute(SlackMethods.Of(method).PerMinute));

    SlackWindow Window(string of, SlackRule[] rules)
    {
        if (!_windows.TryGetValue(of, out var window))
            _windows[of] = window = new(rules, time);
        return window;
    }

    // Doubling what it waits for keeps it from looking through all of them again and again.
    void Sweep(long now)
    {
        if (_windows.Count < _sweepAt)
            return;
        foreach (var (of, window) in _windows)
            if (window.IsIdle(now))
                _windows.Remove(of);
        _sweepAt = Math.Max(FirstSweep, _windows.Count * 2);
    }
}
