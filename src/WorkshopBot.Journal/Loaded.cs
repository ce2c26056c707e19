namespace WorkshopBot.Journal;

/// <summary>All that is needed to build a workshop's state: the newest usable snapshot, if any, and the commits after it up to the head. No head: there is no such workshop.</summary>
public sealed record Loaded(Head? Head, long SnapshotVersion, ReadOnlyMemory<byte>? Snapshot, IReadOnlyList<StoredCommit> Tail);
