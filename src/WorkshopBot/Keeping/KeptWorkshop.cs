namespace WorkshopBot.Keeping;

/// <summary>
/// When one workshop's next pass is: at once after quiet, later when its chats were just called, at its time when something waits for one. At most one pass is
/// under way. Everything but the pass is done under the keeper's lock.
/// </summary>
/// <param name="keeper">The keeper's lock.</param>
/// <param name="time">The clock.</param>
/// <param name="begin">Begins a pass elsewhere.</param>
/// <param name="pass">One pass, with the rooms that were heard from; it never throws.</param>
/// <param name="forget">Nothing is left to do here.</param>
sealed class KeptWorkshop(Lock keeper, TimeProvider time, Action<Func<Task>> begin, Func<IReadOnlySet<string>, Task<Visited>> pass, Action forget) : IDisposable
{
    HashSet<string> _heard = new(StringComparer.Ordinal);
    ITimer? _timer;
    bool _woken;
    bool _closed;
    DateTimeOffset? _due;
    DateTimeOffset? _ready;

    public bool IsWorking { get; private set; }

    public void Wake()
    {
        _woken = true;
        Plan();
    }

    public void Hear(string room)
    {
        _heard.Add(room);
        Wake();
    }

    public void Dispose()
    {
        _closed = true;
        _timer?.Dispose();
    }

    void Plan()
    {
        if (IsWorking || _closed)
            return;
        var now = time.GetUtcNow();
        var at = _woken && (_due is null || (_ready ?? now) < _due) ? _ready ?? now : _due;
        if (at <= now)
        {
            (IsWorking, _woken, _due) = (true, false, null);
            var heard = _heard;
            _heard = new(StringComparer.Ordinal);
            begin(() => Work(heard));
        }
        else if ((at ?? _ready) is { } next && next > now)
            Set(next - now);
        else
        {
            _timer?.Dispose();
            _closed = true;
            forget();
        }
    }

    void Set(TimeSpan after)
    {
        if (_timer is null)
            _timer = time.CreateTimer(_ => Ring(), null, after, Timeout.InfiniteTimeSpan);
        else
            _timer.Change(after, Timeout.InfiniteTimeSpan);
    }

    void Ring()
    {
        lock (keeper)
            Plan();
    }

    async Task Work(IReadOnlySet<string> heard)
    {
        var visited = await pass(heard);
        lock (keeper)
        {
            (IsWorking, _due, _ready) = (false, visited.Due, visited.Ready);
            Plan();
        }
    }
}
