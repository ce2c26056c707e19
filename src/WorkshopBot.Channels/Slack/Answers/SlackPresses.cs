using System.Collections.Immutable;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>
/// What was pressed, sent or asked for: what shows something opens a modal or goes on in the one it was pressed in; what acts is told to its person alone. A form that is sent is
/// answered in the answer itself, with what is wrong beside the input it is wrong with.
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
        if (pressed.View is { IsHome: false } view)
            return await InModal(pressed, view, ct).ConfigureAwait(false);
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
            var (form, context) = Begun(card, answer, new("", ActionData.None, to.IsPrivate ? "" : to.Place.Channel, to.Thread), language);
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

    // What is pressed in a modal goes on in it.
    async Task<SlackAck> InModal(SlackInput.Pressed pressed, SlackViewRef view, CancellationToken ct)
    {
        var context = view.Context;
        var to = await In(pressed.Place, context, ct).ConfigureAwait(false);
        if (SlackStarts.Asks(pressed, to.Place))
            return await starts.Open(to, pressed.TurnId, pressed.Trigger, Opening.Of(view.Id), ct).ConfigureAwait(false);
        var turn = new SlackTurns(to.Person, to.Room, to.IsPrivate).Pressed(pressed, pressed.Verb, pressed.Data);
        if (pressed.Verb == SlackVerbs.Afresh)
        {
            await desk.Keep(to.Person, pressed.Carried, ct).ConfigureAwait(false);
            turn = turn with { Action = new(SlackVerbs.Form, pressed.Carried) };
        }
        var answer = await desk.Deliver(turn, ct).ConfigureAwait(false);
        later.Run(to.Sees, async stop =>
        {
            var said = answer;
            // What stands in the form is not saved anywhere: it is not written over.
            if (said.Kind is ChatAnswerKind.NotSaved or ChatAnswerKind.Failed && await modals.Push(to.Place.Install, pressed.Trigger, SlackCards.Words(said.Text, BlockSurface.Modal, to.Person.Language), to.Person.Language, stop).ConfigureAwait(false))
                return;
            if (said.Private)
                said = await answers.Alone(to.Person, said, stop).ConfigureAwait(false) ? new(ChatAnswerKind.Accepted, Speech.Say("goes-on-alone", to.Person.Language)) : said with { Private = false };
            if (said.File is not null)
                await answers.Told(to, said, stop).ConfigureAwait(false);
            var (card, goesOn) = Begun(InView(said), said, context, to.Person.Language);
            if (await modals.Update(to.Place.Install, view.Id, view.Hash, card, goesOn, to.Person.Language, stop).ConfigureAwait(false) != ModalShown.Yes)
                await answers.Told(to, said, stop).ConfigureAwait(false);
        });
        return SlackAck.Ok;
    }

    public async Task<SlackAck> Submitted(SlackInput.Submitted submitted, CancellationToken ct)
    {
        var context = submitted.View.Context;
        var data = submitted.Data;
        if (context.AsksWhere)
        {
            if (await starts.Where(submitted, ct).ConfigureAwait(false) is not { } where)
                return ViewAnswer.Errors(submitted.Blocks, [new(SlackStarts.Channel, Speech.Say("where.not-there", (await listeners.Find(submitted.Place, ct).ConfigureAwait(false)).Person.Language))]);
            (context, data) = (context with { Channel = where }, data.Remove(SlackStarts.Channel));
        }
        var to = await In(submitted.Place, context, ct).ConfigureAwait(false);
        var answer = await desk.Deliver(new SlackTurns(to.Person, to.Room, to.IsPrivate).Pressed(submitted, submitted.Verb, data), ct).ConfigureAwait(false);
        // Who starts on the bot's own page sees it there when they go back.
        if (answer.Opened && submitted.Data.ContainsKey(SlackStarts.Channel))
            home.Show(to);
        if (context.Begun && answer.Kind == ChatAnswerKind.Accepted)
            await desk.Keep(to.Person, context.Data, ct).ConfigureAwait(false);
        // Where it was opened on the bot's home, that is true again.
        if (context.Channel.Length == 0 && answer.Kind == ChatAnswerKind.Accepted)
            home.Show(to);
        // Errors leave all that was typed where it is.
        if (answer.Kind is ChatAnswerKind.NotSaved or ChatAnswerKind.Failed && submitted.Blocks.Count > 0)
            return ViewAnswer.Errors(submitted.Blocks, [new(submitted.Blocks.First().Key, answer.Text)]);
        if (!answer.Faults.IsEmpty && answer.Faults.All(fault => submitted.Blocks.ContainsKey(fault.Key)))
            return ViewAnswer.Errors(submitted.Blocks, answer.Faults);
        var card = InView(answer);
        if ((answer.Kind != ChatAnswerKind.Accepted || card.Submit is not null) && !answer.Private && modals.View(card, context with { AsksWhere = false }, to.Person.Language) is { } view)
        {
            if (answer.Opened)
                answers.Probe(to);
            return ViewAnswer.Update(view);
        }
        answers.Tell(to, answer);
        return ViewAnswer.Clear;
    }

    /// <summary>What was typed into a form that is closed unsent waits for its person.</summary>
    public async Task<SlackAck> Closed(SlackInput.Closed closed, CancellationToken ct)
    {
        var context = closed.View.Context;
        if (context is { Was: { } was, AsksWhere: false } && FormBlocks.Typed(closed.Values, was) is { IsEmpty: false } typed)
            await desk.Keep((await listeners.Find(closed.Place, ct).ConfigureAwait(false)).Person, context.Data.SetItems(typed), ct).ConfigureAwait(false);
        return SlackAck.Ok;
    }

    static (BlockCard Card, ModalContext Context) Begun(BlockCard card, ChatAnswer answer, ModalContext context, string language) =>
        answer.Afresh is { } afresh && card.Submit is { } submit ? (BegunForm.With(card, afresh, language), context with { Verb = submit.Verb, Data = SubmitData.Read(submit.Data), Begun = true, Was = ActionData.None }) : (card, context);

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

    /// <summary>Choices of a field that hold a text.</summary>
    public async Task<SlackAck> Suggest(SlackInput.Suggest suggest, CancellationToken ct)
    {
        var to = await In(suggest.Place, suggest.Context, ct).ConfigureAwait(false);
        return ViewAnswer.Options(await desk.Choices(to.Room, to.Person, suggest.Context.Data.SetItem(SlackVerbs.Field, suggest.Field), suggest.Text, ViewAnswer.MostOptions, ct).ConfigureAwait(false));
    }

    BlockCard InView(ChatAnswer answer) => (answer.Message is { } message ? cards.Of(message, BlockSurface.Modal) : null) ?? SlackCards.Words(answer.Text, BlockSurface.Modal, answer.Message?.Language ?? "");

    async ValueTask<Listener> In(SlackPlace place, ModalContext context, CancellationToken ct) => await listeners.Find(place with { Channel = context.Channel }, ct).ConfigureAwait(false) with { Thread = context.Thread };

    // A button that is pressed is on a message that has arrived, whatever was known of it.
    void Arrived(SlackInput.Pressed pressed, Listener to)
    {
        if (pressed is { IsEphemeral: false, Message: { } id } && pressed.Data.GetValueOrDefault(SlackVerbs.Kept) is { Length: > 0 } key && pressed.Data.GetValueOrDefault(SlackVerbs.Workshop) is { Length: > 0 } workshop)
            desk.Seen(workshop, key, to.IsPrivate ? new Address.Person(to.Person.Key) : new Address.Room(to.Room.Key), id);
    }
}
