namespace WorkshopBot.Tests.Nodes;

/// <summary>The clock of a node that is wrong by so much; what is measured on it is right.</summary>
sealed class OffsetTime(TimeProvider real, TimeSpan wrong) : TimeProvider
{
    public override long TimestampFrequency => real.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + wrong;

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);
}
