namespace WorkshopBot.Journal.Tests;

/// <summary>A clock whose waits are over at once.</summary>
public sealed class Hasty : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.Zero, period);
}
