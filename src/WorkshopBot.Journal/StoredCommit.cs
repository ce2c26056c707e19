namespace WorkshopBot.Journal;

/// <summary>One commit of a workshop: its place in the order, the id its writer chose, and the bytes of its events, which this room does not read.</summary>
public sealed record StoredCommit(long Version, Guid Id, ReadOnlyMemory<byte> Data);
