namespace WorkshopBot.Tests;

/// <summary>A clock that goes when told; waiting is measured in real time.</summary>
public sealed class ManualTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Nobody's patience ends, however long a busy machine takes: no deadline passes.</summary>
    public bool IsPatient { get; init; }

    public override long GetTimestamp() => IsPatient ? 0 : base.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, IsPatient ? Timeout.InfiniteTimeSpan : dueTime, period);
}
