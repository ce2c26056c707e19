using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>
/// What Teams has told of rooms and people, by their keys. Notes that were read or written lately are held in memory: reading them costs nothing, and what is known
/// already is not written again. Throws what reading the storage throws.
/// </summary>
public sealed class TeamsBook(IChatBook book)
{
    /// <summary>Notes of a kind that are held in memory for certain; at most twice as many are.</summary>
    public const int MostHeld = 10_000;

    readonly Pages<RoomNote> _rooms = new(book, "room:", TeamsBookJson.Default.RoomNote, (old, newer) => old.With(newer));
    readonly Pages<PersonNote> _people = new(book, "person:", TeamsBookJson.Default.PersonNote, (old, newer) => old.With(newer));

    public ValueTask<RoomNote?> Room(string key, CancellationToken ct) => _rooms.Find(key, ct);

    public ValueTask<PersonNote?> Person(string key, CancellationToken ct) => _people.Find(key, ct);

    /// <summary>Notes what was seen of a room. False: the storage takes nothing now; it is known here until the process ends.</summary>
    public ValueTask<bool> See(string key, RoomNote seen, CancellationToken ct) => _rooms.See(key, seen, ct);

    /// <summary>Notes what was seen of a person. False: the storage takes nothing now; it is known here until the process ends.</summary>
    public ValueTask<bool> See(string key, PersonNote seen, CancellationToken ct) => _people.See(key, seen, ct);

    /// <summary>The notes of one kind.</summary>
    sealed class Pages<T>(IChatBook book, string prefix, JsonTypeInfo<T> json, Func<T, T, T> with) where T : class, IEquatable<T>
    {
        readonly RecentNotes<(T Note, bool IsSaved)> _held = new(MostHeld);

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
}

/// <summary>The notes as they are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RoomNote))]
[JsonSerializable(typeof(PersonNote))]
sealed partial class TeamsBookJson : JsonSerializerContext;
