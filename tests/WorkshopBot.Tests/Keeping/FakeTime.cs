namespace WorkshopBot.Tests.Keeping;

/// <summary>A clock with timers that goes when told: both what it says and what waits for it. Timers ring on the thread that moves it, in their order.</summary>
sealed class FakeTime : TimeProvider
{
    readonly Lock _lock = new();
    readonly List<Timer> _timers = [];
    DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Whose hands it follows; its own when null.</summary>
    public FakeTime? Follows { get; init; }

    /// <summary>Its timers do not ring, as in a process that stands still.</summary>
    public bool Stands { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        if (Follows is { } other)
            return other.GetUtcNow();
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>The time of the next timer.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (_lock)
                return _timers.Min(timer => timer.At);
        }
    }

    /// <summary>How many timers are set.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _timers.Count(timer => timer.At is not null);
        }
    }

    /// <summary>Moves on, stopping at each timer on the way.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (Next is { } next && next <= end)
        {
            Set(next);
            Ring();
        }
        Set(end);
    }

    public void Set(DateTimeOffset now)
    {
        lock (_lock)
            _now = now > _now ? now : _now;
    }

    /// <summary>Rings what is due.</summary>
    public void Ring()
    {
        while (!Stands && Due() is { } timer)
            timer.Ring();
    }

    Timer? Due()
    {
        var now = GetUtcNow();
        lock (_lock)
        {
            var due = _timers.Where(timer => timer.At <= now).MinBy(timer => timer.At);
            if (due is not null)
                due.At = null;
            return due;
        }
    }

    sealed class Timer(FakeTime time, Action ring) : ITimer
    {
        public DateTimeOffset? At { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                if (!time._timers.Contains(this))
                    time._timers.Add(this);
                At = dueTime == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + dueTime;
            }
            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
