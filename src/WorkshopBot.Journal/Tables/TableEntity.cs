using Azure;

namespace WorkshopBot.Journal.Tables;

/// <summary>An entity as we write and read them: its two keys and one run of bytes, which travels in as many binary properties as it needs.</summary>
public sealed record TableEntity(string PartitionKey, string RowKey, ReadOnlyMemory<byte> Data)
{
    /// <summary>Of the state that was read; nothing for an entity that is to be written.</summary>
    public ETag ETag { get; init; }

    /// <summary>When the service, by its own clock, wrote it; null for an entity that is to be written.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}
