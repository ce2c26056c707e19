using System.Collections.Immutable;
using WorkshopBot.Channels.Teams.Answers;
using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Channels.Teams.Inbound;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Teams.Rooms;

/// <summary>Looks, when a workshop was opened in a room, at what is special about it, and says so plainly in one reply. Where nothing is, nothing is said.</summary>
sealed class RoomProbe(TeamsSender sender, TeamsSpots spots, TeamsBook book)
{
    public async Task Run(Heard heard, CancellationToken ct)
    {
        if ((await spots.Find(new Address.Room(heard.Place.RoomKey), ct).ConfigureAwait(false)).Spot is not { } spot)
            return;
        var said = await Look(heard, spot, ct).ConfigureAwait(false);
        if (said.Count > 0)
            await sender.Send(spot.Thread(heard.Place.Thread), OutboundActivity.Text(string.Join('\n', said)), ThrottleRank.Answer, ct).ConfigureAwait(false);
    }

    async ValueTask<List<string>> Look(Heard heard, TeamsSpot spot, CancellationToken ct)
    {
        var (said, language) = (new List<string>(), heard.Person.Language);
        var type = heard.Activity.ChannelData?.Channel?.Type ?? (await book.Room(heard.Place.RoomKey, ct).ConfigureAwait(false))?.ChannelType;
        if (type is "private" or "shared")
            said.Add(Speech.Say($"room.{type}", language));
        if (heard.Place.IsMeeting)
            said.Add(Speech.Say("room.meeting", language));
        var listed = await sender.Members(spot, ct).ConfigureAwait(false) as ConnectorAnswer.Read<ImmutableArray<TeamsMember>>;
        await book.See(heard.Place.RoomKey, new RoomNote(Outside: listed?.Value.Any(member => member.IsOutsider(heard.Place.Tenant)) == true ? true : null, Looked: true), ct).ConfigureAwait(false);
        if (listed is not { } members)
        {
            said.Add(Speech.Say("room.closed", language));
            return said;
        }
        var guests = members.Value.Where(member => member.IsGuestOf(heard.Place.Tenant)).ToList();
        foreach (var guest in guests)
            if (Guid.TryParse(guest.AadObjectId, out var id))
                await book.See(new TeamsKey(heard.Place.Tenant, id.ToString()).ToString(), new PersonNote(guest.Id, Role: TeamsMember.Guest, Service: spot.To.Service.AbsoluteUri), ct).ConfigureAwait(false);
        if (guests.Count > 0)
            said.Add(Speech.Say("room.guests", language, guests.Count));
        return said;
    }
}
