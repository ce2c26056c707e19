namespace WorkshopBot.Journal;

/// <summary>The file is open in another process, or a second time in this one; only one may have it.</summary>
public sealed class StorageInUseException(string path, Exception? inner = null)
    : Exception($"{path} is in use by another process. Only one process may have it open: stop the other one, or give this one a file of its own.", inner)
{
    public string Path { get; } = path;
}
