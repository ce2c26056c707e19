using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>
/// What was pressed on messages and on the bot's home, or asked for by a shortcut or a command: what shows something opens a modal, what acts is told to its person alone. What
/// is done in a modal is with <see cref="ModalActs"/>.
/// </summary>
/// <param name="desk">Serves turns.</param>
/// <param name="listeners">Who is where.</param>
/// <param name="answers">Tells people.</param>
/// <param name="modals">Opens modals.</param>
/// <param name="cards">Makes blocks.</param>
/// <param name="starts">A workshop asked for in no room.</param>
/// <param name="messages">Looks at messages that are put on a map.</param>
/// <param name="home">The bot's own page of one person.</param>
/// <param name="later">What goes on after the request.</param>
sealed class SlackPresses(IChatDesk desk, Listeners listeners, SlackAnswers answers, SlackModals modals, SlackCards cards, SlackStarts starts, PutMessages messages, SlackHome home, Afterwards later)
{
    public async Task<SlackAck> Pressed(SlackInput.Pressed pressed, CancellationToken ct)
    {
        var opens = pressed.View is { IsHome: true } || SlackStarts.Asks(pressed, pressed.Place) || (pressed.Data.GetValueOrDefault(SlackVerbs.Opens) == "true" && pressed.Place is { Channel.Length: > 0, IsPersonal: false });
        return await InTime(pressed.Place.Install, pressed.Trigger, opens, async opening =>
        {
            var to = await listeners.Find(pressed.Place, ct).ConfigureAwait(false) with { Thread = pressed.Thread, ResponseUrl = pressed.ResponseUrl, Replaces = pressed.IsEphemeral, AtHome = pressed.View is { IsHome: true } };
            opening?.Language = to.Person.Language;
            return await Pressed(pressed, to, opening, ct).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    // Names and the storage may be slow from here on, and the trigger is not good for long.
    async Task<SlackAck> InTime(InstallId install, string trigger, bool opens, Func<Opening?, Task<SlackAck>> serve)
    {
        var served = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var opening = opens ? modals.Await(install, trigger, served.Task) : null;
        try
        {
            return await serve(opening).ConfigureAwait(false);
        }
        catch when (opening is not null)
        {
            // What was opened already must not go on promising something.
            later.Run($"failed {trigger}", async stop =>
            {
                if (await opening.View.ConfigureAwait(false) is { } empty)
                    await modals.Update(install, empty, null, SlackCards.Words(Speech.Say("not-saved", opening.Language), BlockSurface.Modal, opening.Language), ModalContext.None, opening.Language, stop).ConfigureAwait(false);
            });
            throw;
        }
        finally
        {
            served.TrySetResult();
        }
    }

    async Task<SlackAck> Pressed(SlackInput.Pressed pressed, Listener to, Opening? opening, CancellationToken ct)
    {
        if (SlackStarts.Asks(pressed, to.Place))
            return await starts.Open(to with { Retries = pressed.Data.ContainsKey(SlackVerbs.Retries) }, pressed.TurnId, pressed.Trigger, opening ?? Opening.None(), ct).ConfigureAwait(false);
        Arrived(pressed, to);
        var kept = pressed.Data.ContainsKey(SlackVerbs.Kept);
        // In somebody's own chat the answer takes the place of what was asked, but a message that is kept stays.
        to = to with { Replaces = pressed.IsEphemeral || (to.IsPrivate && !kept && pressed.Message is not null), Retries = pressed.Data.ContainsKey(SlackVerbs.Retries) };
        var turn = new SlackTurns(to.Person, to.Room, to.IsPrivate).Pressed(pressed, pressed.Verb, pressed.Data);
        var ack = await Answered(to, turn, pressed.Trigger, to.AtHome || pressed.Data.GetValueOrDefault(SlackVerbs.Opens) == "true", ct, opening).ConfigureAwait(false);
        if (pressed.View is { IsHome: true })
            home.Show(to);
        return ack;
    }

    /// <summary>Serves a turn and tells its person: in a modal what has inputs or was asked to be shown, else beside what they did.</summary>
    public async Task<SlackAck> Answered(Listener to, Turn turn, string trigger, bool opens, CancellationToken ct, Opening? opening = null)
    {
        var serving = desk.Deliver(turn, ct);
        opening ??= opens && to.HasModals ? modals.Await(to.Place.Install, trigger, serving, to.Person.Language) : Opening.None();
        var answer = await serving.ConfigureAwait(false);
        later.Run(to.Sees, stop => Shown(to, turn.Action, trigger, opening, opens, answer, stop));
        return SlackAck.Ok;
    }

    async Task Shown(Listener to, ChatAction? did, string trigger, Opening opening, bool opens, ChatAnswer answer, CancellationToken ct)
    {
        var (install, language) = (to.Place.Install, to.Person.Language);
        if (answer.Kind is ChatAnswerKind.NotSaved or ChatAnswerKind.Failed && did is { } action)
            await Again(answer.Text, action).ConfigureAwait(false);
        else if (!answer.Private && answer.Message is { } message && cards.Of(message, BlockSurface.Modal) is { } card && (card.Submit is not null || (opens && to.HasModals) || await opening.View.ConfigureAwait(false) is not null))
        {
            var (form, context) = BegunForm.In(card, answer, new("", ActionData.None, to.IsPrivate ? "" : to.Place.Channel, to.Thread), language);
            var shown = await modals.Show(install, trigger, opening, form, context, language, ct).ConfigureAwait(false);
            if (shown == ModalShown.TooLate && did is { } late)
                await Again(Speech.Say("too-late", language), late).ConfigureAwait(false);
            else if (shown != ModalShown.Yes)
                await answers.Told(to, answer, ct).ConfigureAwait(false);
            else
                await answers.Clear(to, ct).ConfigureAwait(false);
            if (shown == ModalShown.Yes && answer.Opened)
                answers.Probe(to);
        }
        else
        {
            await answers.Told(to, answer, ct).ConfigureAwait(false);
            if (await opening.View.ConfigureAwait(false) is { } empty)
                await modals.Update(install, empty, null, SlackCards.Words(answer.Text, BlockSurface.Modal, language), ModalContext.None, language, ct).ConfigureAwait(false);
        }

        async Task Again(string said, ChatAction action)
        {
            var retry = SlackCards.Retry(said, action, language);
            if (await opening.View.ConfigureAwait(false) is { } empty)
            {
                await modals.Update(install, empty, null, retry, new("", ActionData.None, to.Place.Channel, to.Thread), language, ct).ConfigureAwait(false);
                await answers.Clear(to, ct).ConfigureAwait(false);
            }
            else
                // What was to show something new leaves what it was pressed on where it is.
                await answers.Say(to with { Replaces = to.Replaces && (to.Retries || !opens) }, retry, said, ct).ConfigureAwait(false);
        }
    }

    public async Task<SlackAck> Shortcut(SlackInput.Shortcut shortcut, CancellationToken ct) => (shortcut.Name, shortcut.Message) switch
    {
        (SlackNames.StartWorkshop, _) => await InTime(shortcut.Place.Install, shortcut.Trigger, true, opening => Start(shortcut, opening!, ct)).ConfigureAwait(false),
        (SlackNames.PutOnMap, { } message) => await InTime(shortcut.Place.Install, shortcut.Trigger, true, opening => Put(shortcut, message, opening!, ct)).ConfigureAwait(false),
        _ => SlackAck.Ok,
    };

    async Task<SlackAck> Start(SlackInput.Shortcut shortcut, Opening opening, CancellationToken ct)
    {
        var to = await listeners.Find(shortcut.Place, ct).ConfigureAwait(false) with { IsPrivate = true };
        opening.Language = to.Person.Language;
        return await starts.Open(to, shortcut.TurnId, shortcut.Trigger, opening, ct).ConfigureAwait(false);
    }

    async Task<SlackAck> Put(SlackInput.Shortcut shortcut, SlackInput.Typed message, Opening opening, CancellationToken ct)
    {
        // The bot may not be where the message is.
        var to = await listeners.Find(shortcut.Place, ct).ConfigureAwait(false) with { Thread = message.Thread, ResponseUrl = shortcut.ResponseUrl };
        opening.Language = to.Person.Language;
        if (await messages.Read(shortcut, message, ct).ConfigureAwait(false) is { } data)
            return await Answered(to, new SlackTurns(to.Person, to.Room, to.IsPrivate).Pressed(shortcut, SlackVerbs.Put, data), shortcut.Trigger, opens: true, ct, opening).ConfigureAwait(false);
        later.Run(to.Sees, stop => Shown(to, null, shortcut.Trigger, opening, false, new(ChatAnswerKind.Refused, Speech.Say("nothing-to-put", to.Person.Language)), stop));
        return SlackAck.Ok;
    }

    // A button that is pressed is on a message that has arrived, whatever was known of it.
    void Arrived(SlackInput.Pressed pressed, Listener to)
    {
        if (pressed is { IsEphemeral: false, Message: { } id } && pressed.Data.GetValueOrDefault(SlackVerbs.Kept) is { Length: > 0 } key && pressed.Data.GetValueOrDefault(SlackVerbs.Workshop) is { Length: > 0 } workshop)
            desk.Seen(workshop, key, to.IsPrivate ? new Address.Person(to.Person.Key) : new Address.Room(to.Room.Key), id);
    }
}
