namespace WorkshopBot.Journal;

/// <summary>What points to a workshop's newest snapshot: its version, its parts, its size before compression, and the SHA-256 of the parts together.</summary>
sealed record SnapshotRow(long Version, int Parts, int Bytes, string Hash);
