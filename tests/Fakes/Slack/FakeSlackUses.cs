using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

public sealed partial class FakeSlackPerson
{
    readonly Dictionary<(FakeSlackShown On, string Block, string Action), List<JsonObject>> _offered = [];

    /// <summary>Types a command; what is answered is shown to them.</summary>
    public async Task<FakeSlackAnswer> Types(FakeSlackChannel channel, string command, string text = "")
    {
        var bot = BotOf(channel);
        var payload = SlackPayloads.Command(_fake, bot, this, channel, command, SlackEvents.Typed(channel, text, false).Text);
        return _fake.Acks.Command(new(bot, this, channel, null), await _fake.Deliverer.Send(FakeSlackKind.Command, payload), command);
    }

    /// <summary>Presses a button, found by its words or its action.</summary>
    public Task<FakeSlackAnswer> Presses(FakeSlackShown on, string title) => Presses(on, on.Button(title));

    public async Task<FakeSlackAnswer> Presses(FakeSlackShown on, FakeSlackButton button)
    {
        var action = new JsonObject { ["type"] = "button" };
        foreach (var name in new[] { "action_id", "block_id", "text", "value", "style" })
            if ((name == "block_id" ? button.Block : button.Element)[name] is { } member)
                action[name] = member.DeepClone();
        return await Acts(on, action);
    }

    /// <summary>Puts words into a field; a date is written as Slack writes it.</summary>
    public async Task Fills(FakeSlackShown on, string field, string text)
    {
        var found = on.Field(field);
        on.Put(this, found, SlackState.Filled(found.Element, text));
        await Used(on, found);
    }

    /// <summary>Chooses by the words of the options; where they must be looked for, it looks for them first. Of several fields that are not in a form, the app hears at once.</summary>
    public async Task<FakeSlackAnswer> Chooses(FakeSlackShown on, string field, params string[] words)
    {
        var found = on.Field(field);
        List<JsonObject> chosen = [];
        foreach (var word in words)
        {
            var all = found.Type.EndsWith("external_select", StringComparison.Ordinal) ? _offered.GetValueOrDefault((on, found.BlockId, found.ActionId)) ?? [] : [.. SlackBlocks.Options(found.Element)];
            if (found.Type.EndsWith("external_select", StringComparison.Ordinal) && all.All(option => SlackBlocks.Words(option["text"]) != word))
            {
                await Suggests(on, field, word);
                all = _offered.GetValueOrDefault((on, found.BlockId, found.ActionId)) ?? [];
            }
            chosen.Add(all.Find(option => SlackBlocks.Words(option["text"]) == word) ?? throw new ArgumentException($"There is no '{word}' among: {string.Join(", ", all.Select(option => SlackBlocks.Words(option["text"])))}"));
        }
        on.Put(this, found, SlackState.Chosen(found.Element, chosen));
        return await Used(on, found);
    }

    /// <summary>Chooses people or conversations.</summary>
    public async Task<FakeSlackAnswer> Picks(FakeSlackShown on, string field, params string[] ids)
    {
        var found = on.Field(field);
        on.Put(this, found, SlackState.Picked(found.Element, ids));
        return await Used(on, found);
    }

    /// <summary>Types into a choice that is looked for; the words of what is offered.</summary>
    public async Task<IReadOnlyList<string>> Suggests(FakeSlackShown on, string field, string text)
    {
        var found = on.Field(field);
        if (text.Length < (found.Element["min_query_length"] is JsonValue least ? (int)least : 3))
            return [];
        var payload = SlackPayloads.Suggestion(_fake, BotOf(on), this, on, found, text);
        var offered = _fake.Acks.Options(await _fake.Deliverer.Send(FakeSlackKind.Options, payload), this);
        _offered[(on, found.BlockId, found.ActionId)] = offered;
        return [.. offered.Select(option => SlackBlocks.Words(option["text"]))];
    }

    /// <summary>Sends the window in front off. What their client would not let them send stands under the fields, and nothing is sent.</summary>
    public async Task<FakeSlackAnswer> Submits()
    {
        var view = View ?? throw new InvalidOperationException("No window is open.");
        if (view.Submit.Length == 0)
            throw new InvalidOperationException($"There is nothing to send in:\n{view.Says}");
        view.Errors = SlackAcks.Missing(view);
        return view.Errors.Count > 0 ? FakeSlackAnswer.None : _fake.Acks.Submitted(view, await _fake.Deliverer.Send(FakeSlackKind.Interaction, SlackPayloads.Submitted(_fake, view)));
    }

    /// <summary>Closes the window in front, or all of them.</summary>
    public async Task Closes(bool all = false)
    {
        if (View is not { } view)
            throw new InvalidOperationException("No window is open.");
        var payload = SlackPayloads.Closed(_fake, view, all);
        lock (_fake.Gate)
        {
            view.IsOpen = false;
            Stack.Remove(view);
        }
        if (all)
            Clear();
        if (view.Notifies)
            await _fake.Deliverer.Send(FakeSlackKind.Interaction, payload);
    }

    /// <summary>Uses a shortcut; on a message, when one is named.</summary>
    public async Task<FakeSlackAnswer> Uses(string shortcut, FakeSlackMessage? on = null)
    {
        var bot = on is null ? Bot : BotOf(on.Channel);
        return _fake.Acks.Taken(await _fake.Deliverer.Send(FakeSlackKind.Interaction, SlackPayloads.Shortcut(_fake, bot, this, shortcut, on)), this, shortcut);
    }

    /// <summary>Opens the app: its home, or its messages.</summary>
    public Task OpensHome(string tab = "home") => _fake.Deliverer.Event(Bot, Team, null, SlackEvents.HomeOpened(this, tab, _fake.NewTs()));

    /// <summary>Allows the app on its page, for their workspace or the whole organisation; where their browser is sent then.</summary>
    public Uri Allows(Uri page, bool forAll = false) => _fake.OAuth.Decide(this, page, allows: true, forAll);

    public Uri Denies(Uri page) => _fake.OAuth.Decide(this, page, allows: false, forAll: false);

    FakeSlackInstall Bot => Team.Bot ?? throw new InvalidOperationException("The app is not installed here.");

    static FakeSlackInstall BotOf(FakeSlackChannel channel) => channel.Bot ?? throw new InvalidOperationException("The app is not installed here.");

    FakeSlackInstall BotOf(FakeSlackShown on) => on switch { FakeSlackView view => view.Bot, FakeSlackMessage message => message.Bot ?? BotOf(message.Channel), _ => Bot };

    /// <summary>Fields of a form wait for it to be sent; the others are told at once.</summary>
    async Task<FakeSlackAnswer> Used(FakeSlackShown on, FakeSlackField field)
    {
        if (field.IsInput && !(field.Block["dispatch_action"] is JsonValue value && value.TryGetValue<bool>(out var on1) && on1))
            return FakeSlackAnswer.None;
        var action = on.Held(this, field);
        (action["action_id"], action["block_id"]) = (field.ActionId, field.BlockId);
        if (field.Element["placeholder"] is { } placeholder)
            action["placeholder"] = placeholder.DeepClone();
        return await Acts(on, action);
    }

    async Task<FakeSlackAnswer> Acts(FakeSlackShown on, JsonObject action) =>
        _fake.Acks.Taken(await _fake.Deliverer.Send(FakeSlackKind.Interaction, SlackPayloads.Pressed(_fake, BotOf(on), this, on, action)), this, Strict.Text(action, "action_id") ?? "");
}
