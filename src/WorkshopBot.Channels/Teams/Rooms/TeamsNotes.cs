using System.Text;

namespace WorkshopBot.Channels.Teams.Rooms;

/// <summary>Small things that are looked up by the ids Teams has for them: who has an id here, and which rooms of a team were heard from.</summary>
sealed class TeamsNotes(IChatBook book)
{
    const int MostRooms = 200;

    readonly RoomLists _lists = new(book, MostRooms);

    /// <summary>The key of the person with an id of this bot's; null where they were never heard from.</summary>
    public async ValueTask<string?> Person(string tenant, string id, CancellationToken ct) => Text(await book.Find($"id:{tenant}:{id}", ct).ConfigureAwait(false));

    public async ValueTask See(string tenant, string id, string person, CancellationToken ct) => await book.Save($"id:{tenant}:{id}", Encoding.UTF8.GetBytes(person), ct).ConfigureAwait(false);

    /// <summary>Keys of rooms of a team that were heard from.</summary>
    public ValueTask<IReadOnlyList<string>> Rooms(string tenant, string team, CancellationToken ct) => _lists.Find($"team:{tenant}:{team}", ct);

    /// <summary>Notes a room of a team; one that is noted costs nothing.</summary>
    public ValueTask SeeRoom(string tenant, string team, string room, CancellationToken ct) => _lists.Add($"team:{tenant}:{team}", room, ct);

    static string? Text(ReadOnlyMemory<byte>? note) => note is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;
}
