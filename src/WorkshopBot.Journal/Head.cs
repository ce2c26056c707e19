namespace WorkshopBot.Journal;

/// <summary>Where a workshop stands: its newest commit, and when something falls due in it. The ETag lets its holder append the next one; it is no part of the state.</summary>
public sealed record Head(long Version, Guid CommitId, DateTimeOffset? Due, string ETag);
