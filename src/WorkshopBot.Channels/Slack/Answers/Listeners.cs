using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Rooms;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>Finds whom an answer is for. What is done in no conversation, or in one of two people, is done in the person's own chat.</summary>
/// <param name="people">Who is who.</param>
/// <param name="spots">Where somebody's own chat is.</param>
sealed class Listeners(SlackPeople people, SlackSpots spots)
{
    /// <param name="place">Who and where.</param>
    /// <param name="isOurs">A chat of two people is certainly the person's own with the bot: the bot was told of a message there.</param>
    /// <param name="ct">Gives up.</param>
    public async ValueTask<Listener> Find(SlackPlace place, CancellationToken ct, bool isOurs = false)
    {
        // Any other is not remembered as theirs.
        var (person, room) = await people.Find(place.IsPersonal && !isOurs ? place with { Channel = "" } : place, ct).ConfigureAwait(false);
        if (place.Channel.Length > 0 && !place.IsPersonal)
            return new(place, person, room, false);
        // A slash command can be typed in a chat with somebody else.
        var own = await spots.Find(new Address.Person(person.Key), ct).ConfigureAwait(false);
        return new(place, person, new(new SlackKey(SlackKey.Read(person.Key)!.Tenant, own?.Channel ?? place.User).ToString(), ""), true) { IsElsewhere = place.Channel.Length > 0 && own is not null && own.Channel != place.Channel };
    }
}
