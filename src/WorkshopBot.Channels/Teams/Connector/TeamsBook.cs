using System.Text.Json.Serialization;

namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>
/// What Teams has told of rooms and people, by their keys. Notes that were read or written lately are held in memory: reading them costs nothing, and what is known
/// already is not written again. Throws what reading the storage throws.
/// </summary>
public sealed class TeamsBook(IChatBook book)
{
    /// <summary>Notes of a kind that are held in memory for certain; at most twice as many are.</summary>
    public const int MostHeld = 10_000;

    readonly NotePages<RoomNote> _rooms = new(book, "room:", MostHeld, TeamsBookJson.Default.RoomNote, (old, newer) => old.With(newer));
    readonly NotePages<PersonNote> _people = new(book, "person:", MostHeld, TeamsBookJson.Default.PersonNote, (old, newer) => old.With(newer));

    public ValueTask<RoomNote?> Room(string key, CancellationToken ct) => _rooms.Find(key, ct);

    public ValueTask<PersonNote?> Person(string key, CancellationToken ct) => _people.Find(key, ct);

    /// <summary>Notes what was seen of a room. False: the storage takes nothing now; it is known here until the process ends.</summary>
    public ValueTask<bool> See(string key, RoomNote seen, CancellationToken ct) => _rooms.See(key, seen, ct);

    /// <summary>Notes what was seen of a person. False: the storage takes nothing now; it is known here until the process ends.</summary>
    public ValueTask<bool> See(string key, PersonNote seen, CancellationToken ct) => _people.See(key, seen, ct);
}

/// <summary>The notes as they are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RoomNote))]
[JsonSerializable(typeof(PersonNote))]
sealed partial class TeamsBookJson : JsonSerializerContext;
