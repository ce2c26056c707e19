using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WorkshopBot.Channels;

/// <summary>
/// Notes of one kind in a book. Those that were read or written lately are held in memory: reading them costs nothing, and what is known already is not written again.
/// </summary>
sealed class NotePages<T>(IChatBook book, string prefix, int most, JsonTypeInfo<T> json, Func<T, T, T> with) where T : class, IEquatable<T>
{
    readonly RecentNotes<(T Note, bool IsSaved)> _held = new(most);

    // A note is changed by one at a time, or what one saw would be lost to the other; few share a gate.
    readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];

    public async ValueTask<T?> Find(string key, CancellationToken ct)
    {
        if (_held.TryGet(key, out var held))
            return held.Note;
        if (Read(await book.Find(prefix + key, ct).ConfigureAwait(false)) is not { } note)
            return null;
        // Somebody may have seen something newer meanwhile.
        if (_held.TryGet(key, out held))
            return held.Note;
        _held.Set(key, (note, true));
        return note;
    }

    public async ValueTask<bool> See(string key, T seen, CancellationToken ct)
    {
        if (_held.TryGet(key, out var held) && held.IsSaved && with(held.Note, seen).Equals(held.Note))
            return true;
        var gate = _gates[(uint)string.GetHashCode(key, StringComparison.Ordinal) % _gates.Length];
        await gate.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var old = await Find(key, ct).ConfigureAwait(false);
            var isSaved = old is not null && _held.TryGet(key, out held) && held.IsSaved;
            var note = old is null ? seen : with(old, seen);
            if (isSaved && note.Equals(old))
                return true;
            _held.Set(key, (note, false));
            if (!await book.Save(prefix + key, JsonSerializer.SerializeToUtf8Bytes(note, json), ct).ConfigureAwait(false))
                return false;
            _held.Set(key, (note, true));
            return true;
        }
        finally
        {
            gate.Release();
        }
    }

    // A note of another version of the bot is as good as none: the next activity writes it anew.
    T? Read(ReadOnlyMemory<byte>? bytes)
    {
        try
        {
            return bytes is { } some ? JsonSerializer.Deserialize(some.Span, json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
