using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>What people do in a modal: press something in it, look for a choice, send it, or close it.</summary>
/// <param name="desk">Serves turns.</param>
/// <param name="listeners">Who is where.</param>
/// <param name="answers">Tells people.</param>
/// <param name="modals">Changes modals.</param>
/// <param name="cards">Makes blocks.</param>
/// <param name="starts">A workshop asked for in no room.</param>
/// <param name="home">The bot's own page of one person.</param>
/// <param name="later">What goes on after the request.</param>
sealed class ModalActs(IChatDesk desk, Listeners listeners, SlackAnswers answers, SlackModals modals, SlackCards cards, SlackStarts starts, SlackHome home, Afterwards later)
{
    /// <summary>What is pressed in a modal goes on in it.</summary>
    public async Task<SlackAck> Pressed(SlackInput.Pressed pressed, SlackViewRef view, CancellationToken ct)
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
            var (card, goesOn) = BegunForm.In(InView(said), said, context, to.Person.Language);
            if (await modals.Update(to.Place.Install, view.Id, view.Hash, card, goesOn, to.Person.Language, stop).ConfigureAwait(false) != ModalShown.Yes)
                await answers.Told(to, said, stop).ConfigureAwait(false);
        });
        return SlackAck.Ok;
    }

    /// <summary>A form that is sent is answered in the answer itself, with what is wrong beside the input it is wrong with.</summary>
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
        if (context.Begun && answer.Kind == ChatAnswerKind.Accepted)
            await desk.Keep(to.Person, context.Data, ct).ConfigureAwait(false);
        // Where it was opened on the bot's home, that is true again when they go back.
        if (submitted.View.Context.Channel.Length == 0 && answer.Kind == ChatAnswerKind.Accepted)
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

    /// <summary>Choices of a field that hold a text.</summary>
    public async Task<SlackAck> Suggest(SlackInput.Suggest suggest, CancellationToken ct)
    {
        var to = await In(suggest.Place, suggest.Context, ct).ConfigureAwait(false);
        return ViewAnswer.Options(await desk.Choices(to.Room, to.Person, suggest.Context.Data.SetItem(SlackVerbs.Field, suggest.Field), suggest.Text, ViewAnswer.MostOptions, ct).ConfigureAwait(false));
    }

    BlockCard InView(ChatAnswer answer) => (answer.Message is { } message ? cards.Of(message, BlockSurface.Modal) : null) ?? SlackCards.Words(answer.Text, BlockSurface.Modal, answer.Message?.Language ?? "");

    async ValueTask<Listener> In(SlackPlace place, ModalContext context, CancellationToken ct) => await listeners.Find(place with { Channel = context.Channel }, ct).ConfigureAwait(false) with { Thread = context.Thread };
}
