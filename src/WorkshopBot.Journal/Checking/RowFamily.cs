namespace WorkshopBot.Journal.Checking;

/// <summary>The rows of all partitions whose names begin alike, and how one of them is read.</summary>
/// <param name="Prefix">How the names of the partitions begin.</param>
/// <param name="Name">What the rows are called in the count.</param>
/// <param name="Read">Reads one; it may throw, which is a finding.</param>
public sealed record RowFamily(string Prefix, string Name, Func<string, StoredRow, RowReading> Read);

/// <summary>What came of reading a row.</summary>
/// <param name="Trouble">What is wrong with it; null when nothing is.</param>
/// <param name="Workshop">The workshop it leads to, which should be there; null for none.</param>
public readonly record struct RowReading(string? Trouble, string? Workshop = null)
{
    /// <summary>All is well.</summary>
    public static RowReading Fine => default;

    /// <summary>A row of a name nobody here gives; it may be a later version's.</summary>
    public static RowReading Unknown { get; } = new(null) { IsUnknown = true };

    public bool IsUnknown { get; private init; }
}
