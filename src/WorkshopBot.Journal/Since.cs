namespace WorkshopBot.Journal;

/// <summary>What was committed after a version, oldest first, and the head then; null: the workshop has none. Commits beyond the head may be there, and are for the next look.</summary>
public sealed record Since(Head? Head, IReadOnlyList<StoredCommit> Tail);
