namespace WorkshopBot.Journal;

/// <summary>The spans an agenda works with, the same on all nodes.</summary>
public sealed record AgendaTimes
{
    /// <summary>How far ahead a look is set when nobody asks for an hour of its own: how long a crash may go unnoticed.</summary>
    public TimeSpan Ahead { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long the commit a look was set for may still be under way: client's deadline, service's time, and clocks apart.</summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>How long whoever took a look has it to themselves.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);
}
