using System.Text;

namespace WorkshopBot.Channels;

/// <summary>Lists of rooms in a book, read as they stand there now. Whoever adds to one at the same time as another, on whichever node, does not lose the other's room. Of too many the oldest go.</summary>
sealed class RoomLists(IChatBook book, int most)
{
    const int MostHeld = 10_000;

    // What is on a list already is not looked up with every message.
    readonly RecentNotes<bool> _listed = new(MostHeld);

    public async ValueTask<IReadOnlyList<string>> Find(string name, CancellationToken ct) => Read(await book.Find(name, ct).ConfigureAwait(false));

    /// <summary>Where the storage takes nothing now, the room is added when it is heard from the next time.</summary>
    public async ValueTask Add(string name, string room, CancellationToken ct)
    {
        var held = $"{name} {room}";
        if (_listed.TryGet(held, out _))
            return;
        var seen = await book.Find(name, ct).ConfigureAwait(false);
        while (!Read(seen).Contains(room))
        {
            var all = Encoding.UTF8.GetBytes(string.Join('\n', Read(seen).Append(room).TakeLast(most)));
            if (await book.Swap(name, seen, all, ct).ConfigureAwait(false))
                break;
            var now = await book.Find(name, ct).ConfigureAwait(false);
            // Nobody else has written, so nothing is taken.
            if (now is { } there ? seen is { } before && there.Span.SequenceEqual(before.Span) : seen is null)
                return;
            seen = now;
        }
        _listed.Set(held, true);
    }

    static string[] Read(ReadOnlyMemory<byte>? note) => note is { Length: > 0 } some ? Encoding.UTF8.GetString(some.Span).Split('\n') : [];
}
