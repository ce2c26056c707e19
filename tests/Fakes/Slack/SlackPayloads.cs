using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>What is sent when somebody uses something of the app, in Slack's shapes.</summary>
static class SlackPayloads
{
    public static JsonObject Command(FakeSlack fake, FakeSlackInstall bot, FakeSlackPerson person, FakeSlackChannel channel, string command, string text)
    {
        var fields = new JsonObject { ["token"] = "legacy-verification-token", ["team_id"] = channel.Team.Id, ["team_domain"] = channel.Team.Domain };
        if (channel.Team.Enterprise is { } enterprise)
            (fields["enterprise_id"], fields["enterprise_name"]) = (enterprise.Id, enterprise.Name);
        foreach (var (name, value) in new (string, string)[]
        {
            ("channel_id", channel.Id), ("channel_name", channel.Kind == "channel" ? channel.Name : channel.IsDm ? "directmessage" : "privategroup"), ("user_id", person.Id), ("user_name", person.UserName),
            ("command", command), ("text", text), ("api_app_id", fake.AppId), ("is_enterprise_install", bot.IsForAll ? "true" : "false"),
            ("response_url", fake.Triggers.NewAddress("commands", new(bot, person, channel, null))), ("trigger_id", fake.Triggers.NewTrigger(person, bot)),
        })
            fields[name] = value;
        return fields;
    }

    public static JsonObject Pressed(FakeSlack fake, FakeSlackInstall bot, FakeSlackPerson person, FakeSlackShown on, JsonObject action)
    {
        var payload = Of("block_actions", fake, bot, person, Team(on));
        Within(payload, on);
        payload["trigger_id"] = fake.Triggers.NewTrigger(person, bot);
        if (on is FakeSlackMessage message)
        {
            payload["channel"] = Channel(message.Channel);
            if (message.Only is null)
                payload["message"] = message.Told();
            payload["state"] = new JsonObject { ["values"] = message.Values(person) };
            payload["response_url"] = fake.Triggers.NewAddress("actions", new(bot, person, message.Channel, message));
        }
        var made = action.DeepClone().AsObject();
        made["action_ts"] = fake.NewTs();
        payload["actions"] = new JsonArray(made);
        return payload;
    }

    public static JsonObject Suggestion(FakeSlack fake, FakeSlackInstall bot, FakeSlackPerson person, FakeSlackShown on, FakeSlackField field, string text)
    {
        var payload = Of("block_suggestion", fake, bot, person, Team(on));
        Within(payload, on);
        if (on is FakeSlackMessage message)
        {
            payload["channel"] = Channel(message.Channel);
            if (message.Only is null)
                payload["message"] = message.Told();
        }
        (payload["action_id"], payload["block_id"], payload["value"]) = (field.ActionId, field.BlockId, text);
        return payload;
    }

    public static JsonObject Submitted(FakeSlack fake, FakeSlackView view)
    {
        var payload = Of("view_submission", fake, view.Bot, view.Person, Team(view));
        payload["trigger_id"] = fake.Triggers.NewTrigger(view.Person, view.Bot);
        payload["view"] = view.Told();
        payload["response_urls"] = new JsonArray([.. view.Fields.Where(field => field.Element["response_url_enabled"] is not null).Select(field => Address(fake, view, field)).OfType<JsonNode>()]);
        return payload;
    }

    public static JsonObject Closed(FakeSlack fake, FakeSlackView view, bool isCleared)
    {
        var payload = Of("view_closed", fake, view.Bot, view.Person, Team(view));
        payload["view"] = view.Told();
        payload["is_cleared"] = isCleared;
        return payload;
    }

    public static JsonObject Shortcut(FakeSlack fake, FakeSlackInstall bot, FakeSlackPerson person, string callback, FakeSlackMessage? on)
    {
        var payload = Of(on is null ? "shortcut" : "message_action", fake, bot, person, on?.Channel.Team);
        payload["action_ts"] = fake.NewTs();
        payload["callback_id"] = callback;
        payload["trigger_id"] = fake.Triggers.NewTrigger(person, bot);
        if (on is null)
            return payload;
        payload["channel"] = Channel(on.Channel);
        payload["response_url"] = fake.Triggers.NewAddress("app", new(bot, person, on.Channel, null));
        payload["message_ts"] = on.Ts;
        payload["message"] = on.Told();
        return payload;
    }

    static JsonObject Of(string type, FakeSlack fake, FakeSlackInstall bot, FakeSlackPerson person, FakeSlackTeam? team)
    {
        var isTold = team is not null || fake.TellsTeam || !bot.IsForAll;
        team ??= bot.Team ?? person.Team;
        var told = new JsonObject { ["id"] = team.Id, ["domain"] = team.Domain };
        if (team.Enterprise is { } enterprise)
            (told["enterprise_id"], told["enterprise_name"]) = (enterprise.Id, enterprise.Name);
        return new()
        {
            ["type"] = type, ["team"] = isTold ? told : null, ["user"] = new JsonObject { ["id"] = person.Id, ["username"] = person.UserName, ["name"] = person.UserName, ["team_id"] = person.Team.Id },
            ["api_app_id"] = fake.AppId, ["token"] = "legacy-verification-token", ["is_enterprise_install"] = bot.IsForAll,
            ["enterprise"] = team.Enterprise is { } org ? new JsonObject { ["id"] = org.Id, ["name"] = org.Name } : null,
        };
    }

    // What is done in a window comes from the workspace of whoever does it, though the app is not installed there.
    static FakeSlackTeam Team(FakeSlackShown on) => on switch { FakeSlackMessage message => message.Channel.Team, FakeSlackView view => view.Person.Team, _ => throw new ArgumentException("Nobody sees it.") };

    static void Within(JsonObject payload, FakeSlackShown on)
    {
        if (on is FakeSlackView view)
        {
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
            payload["view"] = view.Told();
        }
        else if (on is FakeSlackMessage message)
        {
            var container = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel.Id, ["is_ephemeral"] = message.Only is not null };
            if (message.ThreadTs is { } root)
                container["thread_ts"] = root;
            payload["container"] = container;
        }
    }

    static JsonObject Channel(FakeSlackChannel channel) => new() { ["id"] = channel.Id, ["name"] = channel.Kind == "channel" ? channel.Name : channel.IsDm ? "directmessage" : "privategroup" };

    static JsonObject? Address(FakeSlack fake, FakeSlackView view, FakeSlackField field)
    {
        var value = view.Values(view.Person)[field.BlockId]![field.ActionId]!.AsObject();
        return fake.Find(Strict.Text(value, SlackState.Member(field.Type))) is { } channel
            ? new() { ["response_url"] = fake.Triggers.NewAddress("app", new(view.Bot, view.Person, channel, null)), ["channel_id"] = channel.Id, ["block_id"] = field.BlockId, ["action_id"] = field.ActionId }
            : null;
    }
}
