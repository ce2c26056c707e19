using WorkshopBot.Channels;
using WorkshopBot.Journal;

namespace WorkshopBot.Chats;

/// <summary>The notes of chats in the storage.</summary>
public sealed class ChatBook(IRowStore rows) : IChatBook
{
    readonly Notes _notes = new(rows);

    public ValueTask<ReadOnlyMemory<byte>?> Find(string name, CancellationToken ct) => _notes.Find(name, ct);

    public async ValueTask<bool> Save(string name, ReadOnlyMemory<byte>? note, CancellationToken ct) => await _notes.Write(name, note, ct) is WriteResult.Written;

    public async ValueTask<bool> Swap(string name, ReadOnlyMemory<byte>? seen, ReadOnlyMemory<byte> note, CancellationToken ct) => await _notes.Swap(name, seen, note, ct) is WriteResult.Written;
}
