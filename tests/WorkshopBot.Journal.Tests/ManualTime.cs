namespace WorkshopBot.Journal.Tests;

/// <summary>A clock that goes when told; its timestamps, by which waiting is measured, are real.</summary>
public sealed class ManualTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
