namespace WorkshopBot;

/// <summary>
/// Gives memory back to the machine when a busy time is over. The collector keeps what it has freed for what is allocated next, and looks at it again only when something is; a process
/// that rests would keep the most it ever took. It stops the process for as long as it takes, so it is done when next to nothing is asked, once after each busy time.
/// </summary>
sealed class MemoryTrim : IDisposable
{
    /// <summary>How often it is looked.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Bytes: less than this allocated between two looks is rest; more than that in busy times since it was last done is worth the trouble.</summary>
    public const long Rest = 1024 * 1024, Worth = 64 * 1024 * 1024;

    readonly Func<long> _allocated;
    readonly Action _collect;
    readonly ITimer _timer;
    long _busy;
    long _last;

    /// <param name="time">The clock.</param>
    /// <param name="allocated">Bytes the process has allocated in its life.</param>
    /// <param name="collect">Frees what can be freed and gives it back.</param>
    public MemoryTrim(TimeProvider time, Func<long> allocated, Action collect)
    {
        (_allocated, _collect, _last) = (allocated, collect, allocated());
        _timer = time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Again();
    }

    /// <summary>That of this process.</summary>
    public static MemoryTrim OfProcess(TimeProvider time) =>
        new(time, () => GC.GetTotalAllocatedBytes(), () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true));

    public void Dispose() => _timer.Dispose();

    void Look()
    {
        var now = _allocated();
        var since = now - _last;
        _last = now;
        if (since >= Rest)
            _busy += since;
        else if (_busy >= Worth)
        {
            _busy = 0;
            _collect();
        }
        Again();
    }

    void Again() => _timer.Change(Every, Timeout.InfiniteTimeSpan);
}
