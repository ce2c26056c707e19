namespace WorkshopBot.Tests;

/// <summary>The real clock, but for the hours and days that were skipped. Waiting is measured in real time.</summary>
public sealed class JumpingTime : TimeProvider
{
    long _skipped;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _skipped));

    public void Skip(TimeSpan by) => Interlocked.Add(ref _skipped, by.Ticks);
}
