namespace WorkshopBot.Journal.Sqlite;

/// <summary>Keeps other processes from opening the same file. The lock is the operating system's, so it ends with the process, however that ends; the small file stays.</summary>
sealed class FileLock : IDisposable
{
    const int WindowsSharingViolation = unchecked((int)0x80070020);
    const int LinuxWouldBlock = 11;
    const int MacWouldBlock = 35;

    readonly FileStream _stream;

    FileLock(FileStream stream) => _stream = stream;

    public static FileLock Take(string path)
    {
        try
        {
            // Never deleted: whoever waits for a lock on a deleted file would share "the" lock with whoever makes the next one.
            return new FileLock(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
        }
        catch (IOException e) when (e.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock)
        {
            throw new StorageInUseException(path, e);
        }
    }

    public void Dispose() => _stream.Dispose();
}
