using System.Security.Cryptography;
using WorkshopBot.Journal;

namespace WorkshopBot.Links;

/// <summary>
/// The keys of this installation, kept in the storage and wrapped under the master key where there is one: links are made with them, and secrets of chats are sealed. What is made for one
/// purpose is nothing for another. A key that another node has made is read when something comes that was sealed with it. Thread-safe.
/// </summary>
public sealed class SavedKeys : IDisposable
{
    // Anybody can make up the name of a key.
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // Before what is sealed stand four bytes that are always the same, and the key's name.
    const int Mark = 4;
    const int Name = 16;

    readonly Func<OpenRing> _open;
    readonly TimeProvider _time;
    readonly Lock _lock = new();
    volatile OpenRing _ring;
    long? _asked;

    SavedKeys(Func<OpenRing> open, TimeProvider time) => (_open, _time, _ring) = (open, time, open());

    /// <summary>How many of the saved keys cannot be opened: they were wrapped under another master key, or are damaged. What was made with them is dead.</summary>
    public int Lost => _ring.Lost;

    /// <summary>Opens the key ring in the storage, wrapped under <paramref name="master"/> where there is one. Throws <see cref="StorageUnavailableException"/>.</summary>
    public static SavedKeys Open(IRowStore rows, TimeProvider time, MasterKey? master) => new(() => OpenRing.Of(rows, time, master), time);

    /// <summary>Seals bytes for one purpose; a name of it that is never changed.</summary>
    public byte[] Seal(string purpose, byte[] open) => _ring.Protector(purpose).Protect(open);

    /// <summary>Reads what was sealed for a purpose; null for what was made with a key that does not open, or changed.</summary>
    public byte[]? Open(string purpose, byte[] closed)
    {
        try
        {
            return closed.Length < Mark + Name || Find(new(closed.AsSpan(Mark, Name))) is not { } ring ? null : ring.Protector(purpose).Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => _ring.Dispose();

    // Null: nobody has that key, as far as is known.
    OpenRing? Find(Guid key)
    {
        if (_ring is var ring && ring.Knows(key))
            return ring;
        lock (_lock)
        {
            if (_ring.Knows(key))
                return _ring;
            if (_asked is { } asked && _time.GetElapsedTime(asked) < Every)
                return null;
            _asked = _time.GetTimestamp();
            try
            {
                if (!_ring.IsStored(key))
                    return null;
                var before = _ring;
                _ring = _open();
                before.Dispose();
                return _ring;
            }
            catch (StorageUnavailableException)
            {
                return null;
            }
        }
    }
}
