namespace WorkshopBot.Journal;

/// <summary>The file can be read, but it was made by a newer version of this program, or by another program altogether.</summary>
public sealed class StorageFormatException(string path, string reason) : Exception($"{path} {reason}")
{
    public string Path { get; } = path;
}
