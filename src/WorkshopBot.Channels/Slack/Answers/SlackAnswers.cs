using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Rooms;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>
/// Tells people what came of what they did (settled: "Who hears what"). In a room only they see it; where that cannot be, and where a talk goes on, it is told in their own chat.
/// </summary>
/// <param name="writer">Writes to one person.</param>
/// <param name="spots">Where somebody's own chat is.</param>
/// <param name="files">Hands files over.</param>
/// <param name="cards">Makes blocks.</param>
/// <param name="probe">Looks at a room in which a workshop was opened.</param>
/// <param name="later">What goes on after the request.</param>
sealed class SlackAnswers(SlackWriter writer, SlackSpots spots, SlackFiles files, SlackCards cards, RoomProbe probe, Afterwards later)
{
    /// <summary>Returns at once; what one person is told in one room is told in its order.</summary>
    public void Tell(Listener to, ChatAnswer answer)
    {
        if (answer.Kind != ChatAnswerKind.Ignored)
            later.Run(to.Hears, ct => Told(to, answer, ct));
    }

    public async Task Told(Listener to, ChatAnswer answer, CancellationToken ct)
    {
        if (answer.Private && (!to.IsPrivate || to.IsElsewhere))
            answer = await Alone(to.Person, answer, ct).ConfigureAwait(false) ? new(ChatAnswerKind.Accepted, Speech.Say("goes-on-alone", to.Person.Language)) : answer;
        if (answer.File is { } file && await Handed(to, file, ct).ConfigureAwait(false))
            // What has been handed over needs no link.
            answer = answer with { Message = answer.Message is { } message ? message with { Links = [], Notice = Speech.Say("file-sent", to.Person.Language) } : null };
        await Say(to, Card(answer), answer.Message?.Brief ?? answer.Text, ct, IsReceipt(answer)).ConfigureAwait(false);
        if (answer.Opened)
            await Probed(to, ct).ConfigureAwait(false);
    }

    /// <summary>Looks at a room in which a workshop was opened, and says only what is wrong there. Returns at once.</summary>
    public void Probe(Listener to) => later.Run(to.Hears, ct => Probed(to, ct));

    /// <summary>Shows something to one person where they are. What only says that something was taken comes after all else, and where too much is said at once not at all: the board shows it.</summary>
    public async Task Say(Listener to, BlockCard card, string brief, CancellationToken ct, bool isReceipt = false)
    {
        // What is put beside something in their own chat would be gone when they look again.
        if (to.ResponseUrl is { } url && (to.Replaces || !to.IsPrivate || to.IsElsewhere) && await writer.Answer(url, card, brief, to.Replaces, to.Thread, ct).ConfigureAwait(false))
            return;
        if (!to.IsPrivate && to.Place.Channel.Length > 0
            && await writer.Alone(to.Place.Install, to.Place.Channel, to.Place.User, to.Thread, card, brief, isReceipt ? CallRank.Late : CallRank.Person, ct).ConfigureAwait(false) is var told
            && (told is SlackReply.Done or SlackReply.Unknown || (isReceipt && told is SlackReply.Later)))
            return;
        if (await spots.Find(new Address.Person(to.Person.Key), ct).ConfigureAwait(false) is { } own)
            await writer.Direct(own.Install, own.Channel, to.IsPrivate && !to.IsElsewhere ? to.Thread : null, card, ct).ConfigureAwait(false);
    }

    /// <summary>Takes away what was pressed where it only said that nothing had come of something: now something has, elsewhere.</summary>
    public async ValueTask Clear(Listener to, CancellationToken ct)
    {
        if (to is { Retries: true, ResponseUrl: { } url })
            await writer.Remove(url, ct).ConfigureAwait(false);
    }

    /// <summary>Says that nothing came of a press, as far as there is an address for it. Returns at once.</summary>
    public void Fail(SlackInput.Pressed pressed, string said)
    {
        if (pressed.ResponseUrl is { } url)
            later.Run($"failed {pressed.Place.User}", async ct => await writer.Answer(url, SlackCards.Words(said, BlockSurface.Message, ""), said, replaces: false, pressed.Thread, ct).ConfigureAwait(false));
    }

    /// <summary>Goes on in the person's own chat. False: they cannot be reached there.</summary>
    public async ValueTask<bool> Alone(Person person, ChatAnswer answer, CancellationToken ct) =>
        await spots.Find(new Address.Person(person.Key), ct).ConfigureAwait(false) is { } own
            && await writer.Direct(own.Install, own.Channel, null, Card(answer), ct).ConfigureAwait(false) is SlackReply.Done or SlackReply.Unknown;

    /// <summary>An answer as a message.</summary>
    public BlockCard Card(ChatAnswer answer) => (answer.Message is { } message ? cards.Of(message, BlockSurface.Message) : null) ?? SlackCards.Words(answer.Text, BlockSurface.Message, answer.Message?.Language ?? "");

    async Task Probed(Listener to, CancellationToken ct)
    {
        if (!to.IsPrivate)
            await probe.Run(to, (card, stop) => Say(to with { ResponseUrl = null }, card, card.Text, stop), ct).ConfigureAwait(false);
    }

    static bool IsReceipt(ChatAnswer answer) => answer is { Kind: ChatAnswerKind.Accepted, Shows: false, Opened: false, Private: false, File: null };

    async ValueTask<bool> Handed(Listener to, ChatFile file, CancellationToken ct) =>
        await spots.Find(new Address.Person(to.Person.Key), ct).ConfigureAwait(false) is { } own && await files.Upload(own.Install, own.Channel, file.Name, file.Bytes, ct).ConfigureAwait(false) is SlackReply.Done or SlackReply.Unknown;
}
