using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>What somebody did with a button, a form or a shortcut of ours. Pure.</summary>
/// <param name="act">What came.</param>
/// <param name="origin">The install.</param>
/// <param name="bot">Id of the bot's own user.</param>
sealed class SlackInteractions(SlackInteraction act, SlackOrigin origin, string? bot)
{
    const int MostOfUrl = 2_000;

    public SlackRead Read() => act.Type switch
    {
        "block_actions" or "view_submission" or "view_closed" or "block_suggestion" or "shortcut" or "message_action" when !SlackIds.IsId(act.User?.Id) => SlackRead.Malformed,
        "block_actions" => Pressed(),
        "view_submission" => Submitted(),
        "view_closed" => View() is { } view && SlackValues.Inputs(act.View?.State) is var (values, _) ? new SlackInput.Closed(Place(), view, values) { TurnId = Turn(view.Id, view.Hash, "closed") } : SlackRead.Malformed,
        "block_suggestion" => Suggest(),
        "shortcut" => Shortcut(null),
        "message_action" => OnMessage(),
        _ => SlackRead.Nothing,
    };

    SlackRead Pressed()
    {
        if (act.Actions is not [{ } action, ..] || SlackValues.Inputs(act.View?.State, act.State) is not var (values, _))
            return SlackRead.Malformed;
        // A choice in an input is none until a button is pressed.
        var verb = BlockAction.Verb(action.ActionId ?? "");
        if (!ActionData.IsVerb(verb) || SlackValues.Carried(SlackValues.Of(action)) is not { } carried)
            return SlackRead.Nothing;
        var message = act.Container?.MessageTs ?? act.Message?.Ts;
        if (Named(action.ActionTs) is not { } turn || (act.View is not null && View() is null) || (act.View is null && !SlackIds.IsTs(message)))
            return SlackRead.Malformed;
        var thread = act.Container?.ThreadTs ?? act.Message?.ThreadTs;
        return new SlackInput.Pressed(Place(), verb, values.SetItems(carried), SlackIds.IsTrigger(act.TriggerId) ? act.TriggerId : "")
        {
            TurnId = turn, Carried = carried, View = View(), Message = act.View is null ? message : null, Thread = SlackIds.IsTs(thread) && thread != message ? thread : null,
            IsEphemeral = act.Container?.IsEphemeral == true, ResponseUrl = ResponseUrl,
        };
    }

    SlackRead Submitted()
    {
        if (View() is not { } view || Named(null) is not { } turn || SlackValues.Inputs(act.View?.State) is not var (values, blocks))
            return SlackRead.Malformed;
        return view.Context.Verb.Length == 0 ? SlackRead.Nothing
            : new SlackInput.Submitted(Place(), view, view.Context.Verb, values.SetItems(view.Context.Data)) { TurnId = turn, Blocks = blocks };
    }

    SlackRead Suggest() => act is { ActionId: { } field, Value: var text }
        ? new SlackInput.Suggest(Place(), BlockAction.Input(act.BlockId ?? "") ?? field, text ?? "", act.View is { } view ? ModalContext.Read(view.PrivateMetadata) : Asked(act.BlockId ?? ""))
        : SlackRead.Malformed;

    // A message brings no context of ours, and one that only its person sees does not even come with it.
    ModalContext Asked(string block) => new("", ActionData.Line(BlockAction.Form(block)), Place().Channel, null);

    SlackRead OnMessage() => act.Message is { } message && SlackIds.IsId(act.Channel?.Id) && new SlackMessages(origin, bot).Typed(message with { Ts = message.Ts ?? act.MessageTs }, act.Channel.Id) is { } typed
        ? Shortcut(typed) : SlackRead.Malformed;

    SlackRead Shortcut(SlackInput.Typed? message) => act.CallbackId is { Length: > 0 and <= 255 } name && SlackIds.IsTrigger(act.TriggerId) && Named(null) is { } turn
        ? new SlackInput.Shortcut(Place(), name, act.TriggerId)
        {
            TurnId = turn, Message = message, Author = message is null ? "" : message.Place.UserName, ResponseUrl = message is null ? null : ResponseUrl,
        }
        : SlackRead.Malformed;

    SlackPlace Place() => origin.At(SlackIds.Known(act.Channel?.Id ?? act.Container?.ChannelId) ?? "", act.User!.Id!) with
    {
        UserTeam = SlackIds.Known(act.User.TeamId), UserName = SlackIds.Name(act.User.Name ?? act.User.Username), ChannelName = SlackCommands.Room(act.Channel?.Name),
    };

    SlackViewRef? View() => act.View is { } view && SlackIds.IsId(view.Id) ? new(view.Id, view.Hash ?? "", ModalContext.Read(view.PrivateMetadata), view.Type == "home") : null;

    string? ResponseUrl => act.ResponseUrl is { Length: > 0 and <= MostOfUrl } url ? url : null;

    // What has no trigger has at least a time.
    string? Named(string? acted) => SlackIds.IsTrigger(act.TriggerId) ? Turn(act.TriggerId) : SlackIds.IsTs(acted) ? Turn(act.User!.Id!, acted) : null;

    string Turn(params ReadOnlySpan<string> parts) => SlackIds.Turn([origin.Scope, .. parts]);
}
