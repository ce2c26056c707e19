using System.Buffers;

namespace WorkshopBot.Journal;

/// <summary>The limits every storage obeys, taken from the narrowest one we write to, so that what works on one works on all.</summary>
public static class RowRules
{
    public const int MostChanges = 100;
    public const int MostNameBytes = 255;
    public const int MostRowBytes = 960 * 1024;

    /// <summary>Of a whole batch as it travels to the narrowest cloud table: data as base64, and some bytes of wrapping a row, in which its names stand twice.</summary>
    public const int MostBatchBytes = 2 * 1024 * 1024;

    const int WrappingBytes = 2 * 1024;

    // Printable ASCII without the four characters a cloud table refuses. Being ASCII, names sort the same by char, by UTF-8 byte and by code point.
    static readonly SearchValues<char> Allowed = SearchValues.Create(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except("/\\#?").ToArray());

    /// <summary>Whether every storage could hold a partition or key of this name.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= MostNameBytes && !name.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>Refuses a partition or key that some storage could not hold.</summary>
    public static void CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > MostNameBytes)
            throw new ArgumentException($"A partition or key has at most {MostNameBytes} bytes, this one has {name.Length}.", nameof(name));
        if (name.AsSpan().ContainsAnyExcept(Allowed))
            throw new ArgumentException("A partition or key is made of printable ASCII without / \\ # and ?; hash or encode what people and platforms name.", nameof(name));
    }

    /// <summary>Refuses a range that asks for nothing.</summary>
    public static void CheckRange(string partition, string from, string before, int most)
    {
        CheckName(partition);
        CheckName(from);
        CheckName(before);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
    }

    /// <summary>Refuses a batch that some storage could not take.</summary>
    public static void CheckBatch(string partition, IReadOnlyList<RowChange> changes)
    {
        CheckName(partition);
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count is 0 or > MostChanges)
            throw new ArgumentException($"A batch has 1 to {MostChanges} changes, this one has {changes.Count}.", nameof(changes));
        var bytes = 0L;
        for (var i = 0; i < changes.Count; i++)
        {
            CheckName(changes[i].Key);
            for (var j = 0; j < i; j++)
                if (string.Equals(changes[i].Key, changes[j].Key, StringComparison.Ordinal))
                    throw new ArgumentException($"A batch changes a row once; {changes[i].Key} is there twice.", nameof(changes));
            var data = Data(changes[i]).Length;
            if (data > MostRowBytes)
                throw new ArgumentException($"A row holds at most {MostRowBytes} bytes, {changes[i].Key} has {data}.", nameof(changes));
            bytes += (data + 2) / 3 * 4 + 2 * (partition.Length + changes[i].Key.Length) + WrappingBytes;
        }
        if (bytes > MostBatchBytes)
            throw new ArgumentException($"A batch takes at most {MostBatchBytes} bytes on the way, this one {bytes}.", nameof(changes));
    }

    static ReadOnlyMemory<byte> Data(RowChange change) => change switch
    {
        RowChange.Insert insert => insert.Data,
        RowChange.Replace replace => replace.Data,
        RowChange.Put put => put.Data,
        _ => default,
    };
}
