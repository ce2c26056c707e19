namespace WorkshopBot.Journal;

/// <summary>One change to one row: <see cref="Insert"/>, <see cref="Replace"/>, <see cref="Put"/> or <see cref="Delete"/>, and nothing else.</summary>
public abstract record RowChange
{
    private RowChange(string key) => Key = key;

    public string Key { get; }

    /// <summary>Writes a row that must not be there yet.</summary>
    public sealed record Insert(string Key, ReadOnlyMemory<byte> Data) : RowChange(Key);

    /// <summary>Writes over a row that must be in the state the ETag names.</summary>
    public sealed record Replace(string Key, ReadOnlyMemory<byte> Data, string ETag) : RowChange(Key);

    /// <summary>Writes a row whatever is there.</summary>
    public sealed record Put(string Key, ReadOnlyMemory<byte> Data) : RowChange(Key);

    /// <summary>Removes a row that must be in the state the ETag names.</summary>
    public sealed record Delete(string Key, string ETag) : RowChange(Key);
}
