using WorkshopBot.Channels.Teams.Answers;
using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Channels.Teams.Inbound;
using WorkshopBot.Channels.Teams.Protocol;

namespace WorkshopBot.Channels.Teams.Rooms;

/// <summary>What happens to rooms and to who is in them. In a room nothing is said until somebody asks; whoever installs the bot gets one line of their own.</summary>
/// <param name="desk">Told of rooms that are back, and of people who are gone.</param>
/// <param name="people">Who is where.</param>
/// <param name="guests">Who is a guest.</param>
/// <param name="notes">Which rooms a team has.</param>
/// <param name="book">What is known of people.</param>
/// <param name="answers">Writes to the installer.</param>
/// <param name="sender">Asks what a team is called.</param>
/// <param name="spots">Where to ask.</param>
/// <param name="later">What goes on after the request.</param>
sealed class RoomEvents(IChatDesk desk, TeamsPeople people, TeamsGuests guests, TeamsNotes notes, TeamsBook book, TeamsAnswers answers, TeamsSender sender, TeamsSpots spots, Afterwards later)
{
    public DoorAnswer Take(TeamsPlace place, Activity activity)
    {
        Func<CancellationToken, Task>? work = (activity.Type, activity.Action ?? activity.ChannelData?.EventType) switch
        {
            ("installationUpdate", "add" or "add-upgrade") => ct => Installed(place, activity, ct),
            ("conversationUpdate", "channelRenamed" or "channelRestored") => ct => Channel(place, activity, ct),
            ("conversationUpdate", "teamUnarchived" or "teamRestored" or "teamRenamed") => ct => Team(place, activity, ct),
            ("conversationUpdate", _) when activity.MembersAdded is { Length: > 0 } || activity.MembersRemoved is { Length: > 0 } => ct => Members(place, activity, ct),
            _ => null,
        };
        // Somebody who installs it in two places at once is greeted once.
        if (work is not null)
            later.Run(activity.Type == "installationUpdate" ? place.PersonKey : place.RoomKey, work);
        return DoorAnswer.Ok;
    }

    async Task Installed(TeamsPlace place, Activity activity, CancellationToken ct)
    {
        desk.Heard(new(place.IsPersonal && place.User.Length > 0 ? place.PersonKey : place.RoomKey, ""));
        if (activity.ChannelData?.Team?.Id is { Length: > 0 } team)
            await Named(place, team, ct).ConfigureAwait(false);
        if (activity.Action != "add" || place.User.Length == 0 || (await book.Person(place.PersonKey, ct).ConfigureAwait(false))?.Welcomed == true)
            return;
        var (person, _) = await people.Find(place, activity, ct).ConfigureAwait(false);
        if (desk.Welcome(person) is { } welcome && await answers.Alone(person, new(ChatAnswerKind.Accepted, welcome.Brief) { Message = welcome }, ct).ConfigureAwait(false))
            await book.See(place.PersonKey, new PersonNote(Welcomed: true), ct).ConfigureAwait(false);
    }

    // Messages say the team's id alone; where a room of it asks for something elsewhere, people there read its name.
    async ValueTask Named(TeamsPlace place, string team, CancellationToken ct)
    {
        var key = new TeamsKey(place.Tenant, team).ToString();
        if ((await book.Room(key, ct).ConfigureAwait(false))?.TeamName is null && (await spots.Find(new Address.Room(place.RoomKey), ct).ConfigureAwait(false)).Spot is { } spot
            && await sender.Team(spot, team, ct).ConfigureAwait(false) is ConnectorAnswer.Read<TeamsTeam> { Value.Name: { Length: > 0 } name })
            await book.See(key, new RoomNote(TeamName: name), ct).ConfigureAwait(false);
    }

    async Task Channel(TeamsPlace place, Activity activity, CancellationToken ct)
    {
        if (activity.ChannelData?.Channel is not { Id: { Length: > 0 } id } channel)
            return;
        var key = new TeamsKey(place.Tenant, ConversationRef.Base(id)).ToString();
        if (await book.Room(key, ct).ConfigureAwait(false) is null)
            return;
        await book.See(key, new RoomNote(activity.ServiceUrl, Name: channel.Name, TeamName: activity.ChannelData.Team?.Name), ct).ConfigureAwait(false);
        desk.Heard(new(key, channel.Name ?? ""));
    }

    async Task Team(TeamsPlace place, Activity activity, CancellationToken ct)
    {
        if (activity.ChannelData?.Team is not { Id: { Length: > 0 } id } team)
            return;
        foreach (var room in await notes.Rooms(place.Tenant, id, ct).ConfigureAwait(false))
        {
            await book.See(room, new RoomNote(activity.ServiceUrl, TeamName: team.Name), ct).ConfigureAwait(false);
            desk.Heard(new(room, ""));
        }
    }

    async Task Members(TeamsPlace place, Activity activity, CancellationToken ct)
    {
        if (place.IsPersonal)
            return;
        // A channel can have members of its own; else who is in the team is in its channels.
        var data = activity.ChannelData;
        var channel = data?.EventType is "channelMemberAdded" or "channelMemberRemoved" ? data.Channel?.Id : null;
        var where = channel is { Length: > 0 } ? ConversationRef.Base(channel) : data?.Team?.Id is { Length: > 0 } team ? team : place.Conversation;
        foreach (var member in (activity.MembersAdded ?? []).OfType<Account>())
            if (member.Id == activity.Recipient?.Id)
                desk.Heard(new(place.RoomKey, ""));
            else if (await Key(place, member, ct).ConfigureAwait(false) is { } person)
            {
                await people.Move(person, where, isOut: false, ct).ConfigureAwait(false);
                await guests.Meet(place, person, member.Id, ct).ConfigureAwait(false);
            }
        foreach (var member in (activity.MembersRemoved ?? []).OfType<Account>())
            if (member.Id != activity.Recipient?.Id && await Key(place, member, ct).ConfigureAwait(false) is { } person)
            {
                await people.Move(person, where, isOut: true, ct).ConfigureAwait(false);
                foreach (var room in (await notes.Rooms(place.Tenant, where, ct).ConfigureAwait(false)).Append(new TeamsKey(place.Tenant, where).ToString()).Distinct())
                    await desk.Left(new(room, ""), person, ct).ConfigureAwait(false);
            }
    }

    async ValueTask<string?> Key(TeamsPlace place, Account member, CancellationToken ct) =>
        Guid.TryParse(member.AadObjectId, out _) ? new TeamsKey(place.Tenant, member.AadObjectId.ToLowerInvariant()).ToString()
        : member.Id is { Length: > 0 } id ? await notes.Person(place.Tenant, id, ct).ConfigureAwait(false) : null;
}
