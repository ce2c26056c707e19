using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Rooms;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>A workshop that is asked for in no channel, by the shortcut or from the bot's home: the form that opens it also asks where.</summary>
/// <param name="desk">Makes the form.</param>
/// <param name="modals">Shows it.</param>
/// <param name="cards">Makes blocks.</param>
/// <param name="answers">Tells what cannot be shown.</param>
/// <param name="rooms">Who is in a channel.</param>
/// <param name="later">What goes on after the request.</param>
sealed class SlackStarts(IChatDesk desk, SlackModals modals, SlackCards cards, SlackAnswers answers, SlackRooms rooms, Afterwards later)
{
    /// <summary>Name of the input with the channel.</summary>
    public const string Channel = "where";

    /// <summary>Whether a press asks for a workshop where no channel is.</summary>
    public static bool Asks(SlackInput.Pressed pressed, SlackPlace place) => (place.Channel.Length == 0 || place.IsPersonal) && pressed.Verb == SlackVerbs.Form && pressed.Data.GetValueOrDefault(SlackVerbs.Of) == SlackVerbs.Start;

    /// <summary>Shows the form; what came of it too late, or to nothing just now, is offered again.</summary>
    public async Task<SlackAck> Open(Listener to, string turn, string trigger, Opening opening, CancellationToken ct)
    {
        // In a room of its own, in which nothing runs and nobody writes.
        var nowhere = new Room($"{to.Person.Key}/start", "");
        var asked = new SlackTurns(to.Person, nowhere, IsPrivate: false).Pressed(new SlackInput.Shortcut(to.Place, "", trigger) { TurnId = turn }, SlackVerbs.Form, ActionData.None.Add(SlackVerbs.Of, SlackVerbs.Start));
        var answer = await desk.Deliver(asked, ct).ConfigureAwait(false);
        later.Run(to.Sees, async stop =>
        {
            var (install, language) = (to.Place.Install, to.Person.Language);
            var shown = answer.Message is { } message && cards.Of(message, BlockSurface.Modal) is { Submit: not null } card
                ? await modals.Show(install, trigger, opening, WithWhere(card, language), ModalContext.None with { AsksWhere = true }, language, stop).ConfigureAwait(false) : ModalShown.No;
            if (shown == ModalShown.Yes)
            {
                await answers.Clear(to, stop).ConfigureAwait(false);
                return;
            }
            var isLost = answer.Kind is ChatAnswerKind.NotSaved or ChatAnswerKind.Failed;
            var said = isLost ? answer.Text : Speech.Say(shown == ModalShown.TooLate ? "too-late" : "start-there", language);
            var told = isLost || shown == ModalShown.TooLate ? SlackCards.Retry(said, asked.Action!, language) : SlackCards.Words(said, BlockSurface.Message, language);
            if (await opening.View.ConfigureAwait(false) is not { } empty || await modals.Update(install, empty, null, told, ModalContext.None, language, stop).ConfigureAwait(false) != ModalShown.Yes)
                await answers.Say(to with { Replaces = to.Retries }, told, said, stop).ConfigureAwait(false);
        });
        return SlackAck.Ok;
    }

    /// <summary>The channel that was chosen; null where the bot or the person is not in it: what a form says grants nothing.</summary>
    public async ValueTask<string?> Where(SlackInput.Submitted submitted, CancellationToken ct) =>
        submitted.Data.GetValueOrDefault(Channel) is { Length: > 0 } channel && await rooms.IsIn(submitted.Place.Install, channel, submitted.Place.User, ct).ConfigureAwait(false) ? channel : null;

    /// <summary>The form that opens a workshop, with a channel to choose.</summary>
    public static BlockCard WithWhere(BlockCard card, string language)
    {
        var blocks = JsonNode.Parse(card.Blocks.Span)!.AsArray();
        // Asked one by one it would go on in a chat in which no channel can be chosen.
        blocks.RemoveAll(block => (string?)block?["type"] == "actions");
        blocks.Add(new JsonObject
        {
            ["type"] = "input", ["block_id"] = BlockAction.Block(Channel), ["optional"] = false, ["label"] = BlockWriter.Plain(Speech.Say("where", language)), ["hint"] = BlockWriter.Plain(Speech.Say("where.hint", language)),
            ["element"] = new JsonObject
            {
                ["type"] = "conversations_select", ["action_id"] = Channel, ["default_to_current_conversation"] = true,
                ["filter"] = new JsonObject { ["include"] = new JsonArray("public", "private"), ["exclude_bot_users"] = true },
            },
        });
        return card with { Blocks = Encoding.UTF8.GetBytes(blocks.ToJsonString()) };
    }
}
