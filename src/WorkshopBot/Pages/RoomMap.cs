using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using WorkshopBot.Channels;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Pages;

/// <summary>The map of a room's workshop as JSON, in the language somebody reads: the page's, else the one they are known to speak, else the workshop's. Every open page asks after every change, so it is written once for each.</summary>
sealed class RoomMap(TurnLoop loop)
{
    // A state is never changed, so what was written of it is right for as long as anybody holds it.
    readonly ConditionalWeakTable<Workshop, ConcurrentDictionary<string, ReadOnlyMemory<byte>>> _written = [];

    public async Task<ReadOnlyMemory<byte>?> Find(Room room, Person person, CancellationToken ct)
    {
        if (await loop.Looking.Find(room.Key, ct) is not { } workshop)
            return null;
        var culture = Speech.Culture(person.Language.Length > 0 ? person.Language : workshop.Crew[person.Key]?.Language ?? workshop.Frame.Language);
        return _written.GetOrCreateValue(workshop).GetOrAdd(culture.Name, _ => MapTableJson.Write(MapTable.Of(workshop, culture)));
    }
}
