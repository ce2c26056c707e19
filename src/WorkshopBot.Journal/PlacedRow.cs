namespace WorkshopBot.Journal;

/// <summary>A row with the partition it is in.</summary>
public sealed record PlacedRow(string Partition, StoredRow Row);
