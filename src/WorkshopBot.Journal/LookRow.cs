namespace WorkshopBot.Journal;

/// <summary>An agenda row as it is stored; first written is missing until somebody takes it, for until then the storage's own timestamp says it.</summary>
sealed record LookRow(string Workshop, DateTimeOffset? FirstWritten, DateTimeOffset? Until);
