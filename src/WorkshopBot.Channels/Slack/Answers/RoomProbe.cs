using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Rooms;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>Looks at a room in which a workshop was just opened, and tells who opened it what they may not know: that others read along, or that the bot cannot write there.</summary>
/// <param name="rooms">What is known of rooms.</param>
/// <param name="name">What people call the bot.</param>
sealed class RoomProbe(SlackRooms rooms, string name)
{
    public async Task Run(Listener to, Func<BlockCard, CancellationToken, Task> say, CancellationToken ct)
    {
        var room = await rooms.Look(to.Place.Install, to.Place.Channel, ct).ConfigureAwait(false);
        string?[] told =
        [
            room is null or { IsMember: false } ? Speech.Say("room.not-in", to.Person.Language, name) : null,
            room is { IsShared: true } ? Speech.Say("room.shared", to.Person.Language) : room is { IsPrivate: true } ? Speech.Say("room.private", to.Person.Language) : null,
        ];
        if (string.Join('\n', told.OfType<string>()) is { Length: > 0 } text)
            await say(SlackCards.Words(text, BlockSurface.Message, to.Person.Language), ct).ConfigureAwait(false);
    }
}
