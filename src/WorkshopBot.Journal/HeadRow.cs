namespace WorkshopBot.Journal;

/// <summary>The head as it is stored.</summary>
sealed record HeadRow(long Version, Guid Commit, DateTimeOffset? Due);
