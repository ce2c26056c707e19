using System.Collections.Immutable;
using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Channels.Teams.Inbound;
using WorkshopBot.Channels.Teams.Protocol;

namespace WorkshopBot.Channels.Teams.Rooms;

/// <summary>People and rooms as the house knows them, with what their activities have told of them so far.</summary>
/// <param name="book">What is known.</param>
/// <param name="notes">What is looked up by Teams' own ids.</param>
/// <param name="languages">Languages there are texts for.</param>
sealed class TeamsPeople(TeamsBook book, TeamsNotes notes, IReadOnlyList<string> languages)
{
    /// <summary>A channel that is made to be shared with others.</summary>
    const string Shared = "shared";

    const int MostOut = 50;

    /// <summary>Notes where an activity came from and who did it, so that both can be written to.</summary>
    public async ValueTask Note(TeamsPlace place, Activity activity, CancellationToken ct)
    {
        var data = activity.ChannelData;
        // Events of a channel come from the team's own conversation, and tell of another one.
        var own = data?.Channel?.Id is not { Length: > 0 } channel || channel == place.Conversation ? data?.Channel : null;
        if (data?.Team?.Id is { Length: > 0 } team)
            await notes.SeeRoom(place.Tenant, team, place.RoomKey, ct).ConfigureAwait(false);
        await book.See(place.RoomKey, new RoomNote(activity.ServiceUrl, activity.Conversation!.ConversationType, data?.Team?.Id, data?.Team?.Name, own?.Name ?? activity.Conversation.Name, own?.Type, place.User.Length > 0 && !place.IsPersonal && IsForeign(place, activity) ? true : null), ct).ConfigureAwait(false);
        if (place.User.Length == 0)
            return;
        var before = await book.Person(place.PersonKey, ct).ConfigureAwait(false);
        await book.See(place.PersonKey, new PersonNote(place.From, place.IsPersonal ? place.Conversation : null, activity.ServiceUrl, activity.From!.Name), ct).ConfigureAwait(false);
        if (before?.Id != place.From)
            await notes.See(place.Tenant, place.From, place.PersonKey, ct).ConfigureAwait(false);
    }

    public async ValueTask<(Person Person, Room Room)> Find(TeamsPlace place, Activity activity, CancellationToken ct)
    {
        var (known, room) = (await book.Person(place.PersonKey, ct).ConfigureAwait(false), await book.Room(place.RoomKey, ct).ConfigureAwait(false));
        var zone = activity.LocalTimezone ?? (activity.Entities ?? []).Select(entity => TeamsText.Text(entity, "timezone")).FirstOrDefault(told => told is not null) ?? "UTC";
        var person = new Person(place.PersonKey, activity.From!.Name ?? known?.Name ?? "", zone, Language(activity.Locale)) { Guest = known?.Role == TeamsMember.Guest || IsForeign(place, activity) };
        // A team is known by its first channel.
        if (room is { TeamName: null, Team: { Length: > 0 } team } && await book.Room(new TeamsKey(place.Tenant, team).ToString(), ct).ConfigureAwait(false) is { TeamName: { } name })
            room = room with { TeamName = name };
        return (person, new(place.RoomKey, place.IsPersonal ? "" : Name(room)) { External = !place.IsPersonal && (room is { Outside: true } or { ChannelType: Shared } || IsForeign(place, activity)) });
    }

    /// <summary>The turn with the people mentioned in it by their keys, as far as they are known.</summary>
    public async ValueTask<Turn> Named(Turn turn, CancellationToken ct)
    {
        if (turn.Mentions.IsEmpty)
            return turn;
        var named = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var (name, id) in turn.Mentions)
            if (TeamsKey.Read(turn.Room.Key) is { } room && await notes.Person(room.Tenant, id, ct).ConfigureAwait(false) is { } key)
                named.Add(new(name, key));
        return turn with { Mentions = named.ToImmutable() };
    }

    /// <summary>Whether somebody was taken out of the room or its team.</summary>
    public async ValueTask<bool> IsOut(TeamsPlace place, CancellationToken ct)
    {
        if (place.IsPersonal || await book.Person(place.PersonKey, ct).ConfigureAwait(false) is not { Out.Length: > 0 } person)
            return false;
        var team = (await book.Room(place.RoomKey, ct).ConfigureAwait(false))?.Team;
        return person.Out.Split(' ').Any(id => id == team || id == place.Conversation);
    }

    /// <summary>Somebody was taken out of a team or a group chat, or came back.</summary>
    public async ValueTask Move(string person, string where, bool isOut, CancellationToken ct)
    {
        var before = (await book.Person(person, ct).ConfigureAwait(false))?.Out?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var after = before.Where(id => id != where).Concat(isOut ? [where] : []).TakeLast(MostOut).ToList();
        if (isOut || before.Length != after.Count)
            await book.See(person, new PersonNote(Out: string.Join(' ', after)), ct).ConfigureAwait(false);
    }

    // In a channel that is shared with them.
    static bool IsForeign(TeamsPlace place, Activity activity) => activity.ChannelData?.Tenant?.Id is { Length: > 0 } own && !string.Equals(own, place.Tenant, StringComparison.OrdinalIgnoreCase);

    static string Name(RoomNote? room) => string.Join(" / ", new[] { room?.TeamName, room?.Name }.Where(name => name is { Length: > 0 }));

    string Language(string? locale) => locale?.Split('-')[0].ToLowerInvariant() is { } tag && languages.Contains(tag) ? tag : "";
}
