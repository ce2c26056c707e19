using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Rooms;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>Finds whom an answer is for. What is done in no conversation, or in one of two people, is done in the person's own chat.</summary>
/// <param name="people">Who is who.</param>
/// <param name="spots">Where somebody's own chat is.</param>
/// <param name="time">The clock.</param>
sealed class Listeners(SlackPeople people, SlackSpots spots, TimeProvider time)
{
    /// <summary>The longest that somebody waits for a chat of their own to be opened; it goes on being opened, and they are known by their id until then.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

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
        var own = await Own(person, ct).ConfigureAwait(false);
        return new(place, person, new(new SlackKey(SlackKey.Read(person.Key)!.Tenant, own?.Channel ?? place.User).ToString(), ""), true) { IsElsewhere = place.Channel.Length > 0 && own is not null && own.Channel != place.Channel };
    }

    async ValueTask<SlackSpot?> Own(Person person, CancellationToken ct)
    {
        using var moment = new CancellationTokenSource(Moment, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, moment.Token);
        try
        {
            return await spots.Find(new Address.Person(person.Key), both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
