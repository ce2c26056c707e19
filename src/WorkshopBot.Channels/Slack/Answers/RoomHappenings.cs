using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Slack.Rooms;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>What happens to rooms, to who is in them, and to the install. In a room nothing is said until somebody asks; whoever invites the bot gets one line of their own.</summary>
/// <param name="desk">Told of rooms that are there, and of people who are gone.</param>
/// <param name="listeners">Who is where.</param>
/// <param name="rooms">What is known of rooms.</param>
/// <param name="installs">Where the app is installed.</param>
/// <param name="answers">Writes to the inviter.</param>
/// <param name="later">What goes on after the request.</param>
/// <param name="log">Told when Slack keeps something from us.</param>
sealed class RoomHappenings(IChatDesk desk, Listeners listeners, SlackRooms rooms, SlackInstalls installs, SlackAnswers answers, Afterwards later, ILogger log)
{
    public async Task<SlackAck> Take(SlackInput.Happened happened, CancellationToken ct)
    {
        var place = happened.Place;
        switch (happened.What)
        {
            // Nothing is called any more from here on, so this does not wait.
            case SlackHappening.Uninstalled or SlackHappening.TokensRevoked:
                if (!await installs.Revoke(place.Install, LostReason.Uninstalled, happened.At, ct).ConfigureAwait(false))
                    return new(SlackAckKind.Again);
                break;
            case SlackHappening.MemberLeft:
                await desk.Left(await rooms.Room(place, ct).ConfigureAwait(false), await rooms.PersonKey(place, ct).ConfigureAwait(false), ct).ConfigureAwait(false);
                break;
            case SlackHappening.ChannelMoved:
                await rooms.Moved(place, happened.Detail, ct).ConfigureAwait(false);
                break;
            case SlackHappening.BotInvited:
                later.Run($"invited {place.Channel}", stop => Invited(place, happened.Detail, stop));
                break;
            // Whatever is called there next is told why it cannot be, and is the last until the room is back.
            case SlackHappening.BotRemoved or SlackHappening.ChannelArchived or SlackHappening.ChannelDeleted:
                later.Run($"room {place.Channel}", async stop => await rooms.Forget(place, stop).ConfigureAwait(false));
                break;
            // What is there goes on as what it was; an install of the whole organisation answers for it from now on.
            case SlackHappening.MigrationFinished:
                later.Run($"migrated {place.Install}", stop => Back(place.Install.Team is { } team ? [team] : [], happened.Detail, stop));
                break;
            case SlackHappening.AccessGranted:
                later.Run($"granted {place.Install}", stop => Back(happened.Detail.Split(' ', StringSplitOptions.RemoveEmptyEntries), place.Install.Enterprise ?? "", stop));
                break;
            // Calls are refused until it is over, and made again later; whoever runs the bot should know why.
            case SlackHappening.MigrationStarted:
                log.LogInformation("The workspace of {Install} is being moved into an organisation; what cannot be called there waits", place.Install);
                break;
            case SlackHappening.RateLimited:
                log.LogWarning("Slack keeps events of {Install} from us: there were too many in a minute", place.Install);
                break;
            case SlackHappening.ChannelRenamed or SlackHappening.ChannelUnarchived or SlackHappening.ChannelConverted:
                later.Run($"room {place.Channel}", async stop =>
                {
                    await rooms.Forget(place, stop).ConfigureAwait(false);
                    desk.Heard(await rooms.Room(place, stop).ConfigureAwait(false));
                });
                break;
        }
        return SlackAck.Ok;
    }

    // An organisation's install answers for these workspaces now: what waited there can go on.
    async Task Back(string[] teams, string organisation, CancellationToken ct)
    {
        foreach (var team in teams)
        {
            if (organisation.Length > 0)
                await rooms.Joined(team, organisation, ct).ConfigureAwait(false);
            foreach (var room in await rooms.All(new(organisation, team), ct).ConfigureAwait(false))
                desk.Heard(new(room, ""));
        }
    }

    async Task Invited(SlackPlace place, string inviter, CancellationToken ct)
    {
        desk.Heard(await rooms.Room(place, ct).ConfigureAwait(false));
        if (inviter.Length == 0)
            return;
        var to = await listeners.Find(place with { User = inviter, Channel = "" }, ct).ConfigureAwait(false);
        if (desk.Welcome(to.Person) is { } welcome)
            await answers.Alone(to.Person, new(ChatAnswerKind.Accepted, welcome.Brief) { Message = welcome }, ct).ConfigureAwait(false);
    }
}
