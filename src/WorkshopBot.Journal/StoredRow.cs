namespace WorkshopBot.Journal;

/// <summary>A row as the storage holds it: its key, its bytes, the ETag of this state of it, and when the storage, by its own clock, wrote it.</summary>
public sealed record StoredRow(string Key, ReadOnlyMemory<byte> Data, string ETag, DateTimeOffset WrittenAt);
