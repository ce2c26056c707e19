namespace WorkshopBot.Journal;

/// <summary>A row with the partition it is in.</summary>
public sealed record PlacedRow(string Partition, StoredRow Row)
{
    /// <summary>Whether every storage could hold it under its names; a damaged one may have any.</summary>
    public bool IsNamed => RowRules.IsName(Partition) && RowRules.IsName(Row.Key);
}
