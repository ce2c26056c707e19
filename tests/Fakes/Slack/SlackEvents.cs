using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>The events Slack tells, in its shapes.</summary>
static partial class SlackEvents
{
    /// <summary>What goes around every event.</summary>
    public static JsonObject Envelope(FakeSlack fake, FakeSlackInstall bot, FakeSlackTeam team, FakeSlackChannel? channel, JsonObject inner)
    {
        var number = fake.NewNumber();
        var envelope = new JsonObject { ["token"] = "legacy-verification-token", ["team_id"] = team.Id, ["context_team_id"] = team.Id, ["context_enterprise_id"] = team.Enterprise?.Id };
        if (team.Enterprise is { } enterprise)
            envelope["enterprise_id"] = enterprise.Id;
        envelope["api_app_id"] = fake.AppId;
        envelope["event"] = inner.DeepClone();
        envelope["type"] = "event_callback";
        envelope["event_id"] = SlackIds.Of('E', "event" + number).Replace("E0", "Ev0", StringComparison.Ordinal);
        envelope["event_time"] = fake.Time.GetUtcNow().ToUnixTimeSeconds();
        envelope["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = bot.Enterprise?.Id, ["team_id"] = bot.Team?.Id, ["user_id"] = bot.BotUserId, ["is_bot"] = true, ["is_enterprise_install"] = bot.IsForAll,
        });
        envelope["is_ext_shared_channel"] = channel?.IsShared ?? false;
        envelope["event_context"] = "4-" + SlackIds.Secret("context" + number);
        return envelope;
    }

    /// <summary>By what an event is subscribed to.</summary>
    public static string Subscription(JsonObject inner) => (Strict.Text(inner, "type"), Strict.Text(inner, "channel_type")) switch
    {
        ("message", ("im" or "mpim") and var kind) => "message." + kind,
        ("message", var kind) => $"message.{kind}s",
        var (type, _) => type ?? "",
    };

    /// <summary>What somebody typed, as Slack keeps it: escaped, with live mentions, and once more as blocks.</summary>
    public static (string Text, JsonArray Blocks) Typed(FakeSlackChannel channel, string text, bool mention)
    {
        var bot = channel.Bot?.BotUserId;
        var parts = new JsonArray();
        if (mention && bot is not null)
            parts.Add(User(bot));
        var at = 0;
        foreach (Match named in At().Matches(text))
            if (channel.Members.FirstOrDefault(person => text.AsSpan(named.Index + 1).StartsWith(person.Name) && IsEnd(text, named.Index + 1 + person.Name.Length)) is { } person && named.Index >= at)
            {
                Add(text[at..named.Index], parts.Count == 1 && at == 0 && mention);
                parts.Add(User(person.Id));
                at = named.Index + 1 + person.Name.Length;
            }
        Add(text[at..], parts.Count == 1 && at == 0 && mention);
        var said = string.Concat(parts.OfType<JsonObject>().Select(part => Strict.Text(part, "type") == "user" ? $"<@{Strict.Text(part, "user_id")}>" : Escaped(Strict.Text(part, "text")!)));
        return (said, [new JsonObject
        {
            ["type"] = "rich_text", ["block_id"] = SlackIds.Secret("block" + text, 5),
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = parts }),
        }]);

        void Add(string plain, bool isAfterBot)
        {
            if (plain.Length > 0)
                parts.Add(new JsonObject { ["type"] = "text", ["text"] = isAfterBot ? " " + plain : plain });
        }
    }

    public static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    public static JsonObject Message(FakeSlackMessage message)
    {
        var told = Of(message);
        told["channel_type"] = message.Channel.Kind;
        if (Strict.Text(told, "subtype") == "thread_broadcast" && message.ThreadTs is { } root && message.Channel.Find(root) is { } parent)
            told["root"] = parent.Told();
        return told;
    }

    public static JsonObject Mention(FakeSlackMessage message)
    {
        var told = Of(message);
        told["type"] = "app_mention";
        told.Remove("subtype");
        return told;
    }

    public static JsonObject Changed(FakeSlackMessage message, JsonObject before, string ts) =>
        Hidden(message, "message_changed", ts, new() { ["message"] = message.Told(), ["previous_message"] = before });

    public static JsonObject Deleted(FakeSlackMessage message, JsonObject before, string ts) =>
        Hidden(message, "message_deleted", ts, new() { ["previous_message"] = before, ["deleted_ts"] = message.Ts });

    public static JsonObject Reaction(string type, FakeSlackPerson by, FakeSlackMessage to, string name, string ts) => new()
    {
        ["type"] = type, ["user"] = by.Id, ["reaction"] = name, ["item"] = new JsonObject { ["type"] = "message", ["channel"] = to.Channel.Id, ["ts"] = to.Ts },
        ["item_user"] = to.By?.Id ?? to.Bot?.BotUserId, ["event_ts"] = ts,
    };

    public static JsonObject Member(string type, FakeSlackChannel channel, string user, string? inviter, string ts)
    {
        var told = new JsonObject { ["type"] = type, ["user"] = user, ["channel"] = channel.Id, ["channel_type"] = channel.Kind == "channel" ? "C" : "G", ["team"] = channel.Team.Id };
        if (inviter is not null)
            told["inviter"] = inviter;
        told["event_ts"] = ts;
        return told;
    }

    public static JsonObject Renamed(FakeSlackChannel channel, string ts) => new()
    {
        ["type"] = channel.Kind == "channel" ? "channel_rename" : "group_rename",
        ["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name, ["name_normalized"] = channel.Name, ["created"] = 1763600000 }, ["event_ts"] = ts,
    };

    public static JsonObject Archived(FakeSlackChannel channel, FakeSlackPerson by, bool isArchived, string ts) => new()
    {
        ["type"] = $"{(channel.Kind == "channel" ? "channel" : "group")}_{(isArchived ? "archive" : "unarchive")}", ["channel"] = channel.Id, ["user"] = by.Id, ["is_moved"] = 0, ["event_ts"] = ts,
    };

    public static JsonObject Uninstalled(string ts) => new() { ["type"] = "app_uninstalled", ["event_ts"] = ts };

    public static JsonObject Revoked(FakeSlackInstall bot, string ts) =>
        new() { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(bot.BotUserId) }, ["event_ts"] = ts };

    public static JsonObject Migration(string type, FakeSlackEnterprise into) => new() { ["type"] = type, ["enterprise_id"] = into.Id };

    public static JsonObject Granted(FakeSlackTeam team, string ts) => new() { ["type"] = "team_access_granted", ["team_ids"] = new JsonArray(team.Id), ["event_ts"] = ts };

    public static JsonObject HomeOpened(FakeSlackPerson person, string tab, string ts)
    {
        var told = new JsonObject { ["type"] = "app_home_opened", ["user"] = person.Id, ["channel"] = person.Dm.Id, ["tab"] = tab, ["event_ts"] = ts };
        if (tab == "home" && person.Home is { } home)
            told["view"] = home.Told();
        return told;
    }

    static JsonObject Of(FakeSlackMessage message)
    {
        var told = message.Told();
        told["channel"] = message.Channel.Id;
        told["event_ts"] = message.Ts;
        if (message.By is { } by && !message.Channel.Team.Equals(by.Team) && message.Channel.IsShared)
        {
            (told["user_team"], told["source_team"]) = (by.Team.Id, by.Team.Id);
            told["user_profile"] = new JsonObject { ["avatar_hash"] = "g1", ["image_72"] = "https://example.invalid/p72.png", ["first_name"] = by.Name.Split(' ')[0], ["real_name"] = by.Name, ["display_name"] = by.DisplayName, ["team"] = by.Team.Id, ["name"] = by.UserName, ["is_restricted"] = by.IsGuest, ["is_ultra_restricted"] = false };
        }
        return told;
    }

    static JsonObject Hidden(FakeSlackMessage message, string subtype, string ts, JsonObject with)
    {
        var told = new JsonObject { ["type"] = "message", ["subtype"] = subtype };
        foreach (var (name, value) in with)
            told[name] = value?.DeepClone();
        (told["channel"], told["hidden"], told["ts"], told["event_ts"], told["channel_type"]) = (message.Channel.Id, true, ts, ts, message.Channel.Kind);
        return told;
    }

    static JsonObject User(string id) => new() { ["type"] = "user", ["user_id"] = id };

    static bool IsEnd(string text, int at) => at >= text.Length || !char.IsLetterOrDigit(text[at]);

    [GeneratedRegex("@")]
    private static partial Regex At();
}
