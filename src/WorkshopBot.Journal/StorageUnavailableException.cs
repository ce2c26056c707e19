namespace WorkshopBot.Journal;

/// <summary>A read, or the opening of a storage, failed because of the world. Writes never throw it: they answer <see cref="WriteResult.Unavailable"/>.</summary>
public sealed class StorageUnavailableException(StorageFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public StorageFault Fault { get; } = fault;
}
