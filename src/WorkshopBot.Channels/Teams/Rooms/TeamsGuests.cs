using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Channels.Teams.Inbound;

namespace WorkshopBot.Channels.Teams.Rooms;

/// <summary>Finds out who is a guest: no activity says it of who did it, only the list of members does.</summary>
/// <param name="sender">Asks who somebody is.</param>
/// <param name="spots">Where to ask.</param>
/// <param name="book">What is known of people and rooms.</param>
/// <param name="time">The clock.</param>
sealed class TeamsGuests(TeamsSender sender, TeamsSpots spots, TeamsBook book, TimeProvider time)
{
    /// <summary>The longest that a turn waits for it.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    /// <summary>Looks at whoever does something in a room of which nobody has looked at the members yet: what they do may be to open a workshop there. Once for each of them.</summary>
    public async ValueTask Look(TeamsPlace place, CancellationToken ct)
    {
        if (place.IsPersonal || (await book.Person(place.PersonKey, ct).ConfigureAwait(false))?.Role is not null || (await book.Room(place.RoomKey, ct).ConfigureAwait(false))?.Looked == true)
            return;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var moment = time.CreateTimer(_ => end.Cancel(), null, Moment, Timeout.InfiniteTimeSpan);
        try
        {
            if (await Member(place, place.From, end.Token).ConfigureAwait(false) is { } member)
                await See(place, place.PersonKey, member, ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Where nobody tells in time they are no guest, until a workshop is opened and everybody is looked at.
        }
    }

    /// <summary>Looks at somebody who has come into a room. Of who has not spoken, and is no guest, nothing is kept.</summary>
    public async Task Meet(TeamsPlace place, string person, string? id, CancellationToken ct)
    {
        if (id is { Length: > 0 } && await Member(place, id, ct).ConfigureAwait(false) is { } member && (member.IsGuestOf(place.Tenant) || (await book.Person(person, ct).ConfigureAwait(false))?.Role == TeamsMember.Guest))
            await See(place, person, member, ct).ConfigureAwait(false);
    }

    async ValueTask See(TeamsPlace place, string person, TeamsMember member, CancellationToken ct)
    {
        await book.See(person, new PersonNote(Role: member.IsGuestOf(place.Tenant) ? TeamsMember.Guest : "user"), ct).ConfigureAwait(false);
        if (member.IsOutsider(place.Tenant))
            await book.See(place.RoomKey, new RoomNote(Outside: true), ct).ConfigureAwait(false);
    }

    async ValueTask<TeamsMember?> Member(TeamsPlace place, string id, CancellationToken ct) =>
        (await spots.Find(new Address.Room(place.RoomKey), ct).ConfigureAwait(false)).Spot is { } spot && await sender.Member(spot, id, ct).ConfigureAwait(false) is ConnectorAnswer.Read<TeamsMember> { Value: var member } ? member : null;
}
