namespace WorkshopBot.Channels;

/// <summary>What a chat has to remember beside the workshops, such as where a person's own chat is: small notes under names, each written over by the next. The names may be of any length and hold any character.</summary>
public interface IChatBook
{
    /// <summary>The note, or null for none. Throws what reading the storage throws.</summary>
    ValueTask<ReadOnlyMemory<byte>?> Find(string name, CancellationToken ct);

    /// <summary>Writes a note over an earlier one; with null it is gone. False: the storage takes nothing now.</summary>
    ValueTask<bool> Save(string name, ReadOnlyMemory<byte>? note, CancellationToken ct);

    /// <summary>Writes a note in the place of the one that was seen, null for none. False: there is another by now, or the storage takes nothing now.</summary>
    ValueTask<bool> Swap(string name, ReadOnlyMemory<byte>? seen, ReadOnlyMemory<byte> note, CancellationToken ct);
}
