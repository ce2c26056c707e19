namespace WorkshopBot.Journal;

/// <summary>
/// The machine's clock, corrected by the time that the storage tells with its answers, so that nodes whose clocks differ agree. Its timestamps and timers are the machine's own: spans are not corrected.
/// Before it has heard the time, and over a storage that tells none, it says what the machine says.
/// </summary>
/// <remarks>
/// The storage tells whole seconds, some time between request and answer; so each answer says between which two values the offset must lie, closely after a quick answer, hardly after a slow one.
/// An offset that lies there stays as it is, one that does not moves just so far that it does: noise moves nothing. A small step back is not taken but stood still for, so that time does not run back.
/// A large one, either way, is taken when two answers in a row ask for it.
/// </remarks>
public sealed class StorageClock(TimeProvider machine) : TimeProvider
{
    /// <summary>What the storage leaves out of the time it tells.</summary>
    static readonly TimeSpan Grain = TimeSpan.FromSeconds(1);

    /// <summary>No drift between two answers is larger; somebody has set a clock.</summary>
    static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    readonly Lock _lock = new();
    volatile Correction _correction = new(TimeSpan.Zero, DateTimeOffset.MinValue);
    volatile bool _isLearnt;
    (TimeSpan Low, TimeSpan High)? _doubt;

    /// <summary>What is added to the machine's time.</summary>
    public TimeSpan Offset => _correction.Offset;

    /// <summary>Whether the storage has told the time.</summary>
    public bool IsLearnt => _isLearnt;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    internal TimeProvider Machine => machine;

    public override DateTimeOffset GetUtcNow()
    {
        var correction = _correction;
        var now = machine.GetUtcNow() + correction.Offset;
        return now >= correction.NotBefore || correction.NotBefore - now > Step ? now : correction.NotBefore;
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Takes in that the storage told this date with an answer, between these two times of the machine.</summary>
    internal void Observe(DateTimeOffset date, DateTimeOffset sent, DateTimeOffset received)
    {
        var (low, high) = (date - received, date + Grain - sent);
        if (low > high)
            return;     // The machine's clock was set meanwhile.
        lock (_lock)
        {
            var now = _correction.Offset;
            var off = now < low ? low - now : now > high ? high - now : TimeSpan.Zero;
            if (!_isLearnt)
                Move(Middle(low, high));
            else if (off.Duration() <= Step)
            {
                _doubt = null;
                if (off != TimeSpan.Zero)
                    Move(now + off);
            }
            else if (_doubt is not { } doubt || doubt.Low > high || doubt.High < low)
                _doubt = (low, high);
            else
                Move(Middle(Max(low, doubt.Low), Min(high, doubt.High)));
        }
    }

    void Move(TimeSpan offset)
    {
        var (told, next) = (GetUtcNow(), machine.GetUtcNow() + offset);
        // After a large step back the old time is none to wait for, neither now nor when it comes near again.
        _correction = new(offset, told - next > Step ? DateTimeOffset.MinValue : told);
        (_isLearnt, _doubt) = (true, null);
    }

    static TimeSpan Middle(TimeSpan low, TimeSpan high) => low + (high - low) / 2;

    static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    /// <summary>An offset, and the time that had been told when it came: a little before it is not told again.</summary>
    sealed record Correction(TimeSpan Offset, DateTimeOffset NotBefore);
}
