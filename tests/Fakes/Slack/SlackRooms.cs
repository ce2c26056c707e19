using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Conversations, people and workspaces, as the app asks for them.</summary>
sealed class SlackRooms(FakeSlack fake)
{
    public JsonObject Open(SlackAsked asked)
    {
        if (asked.Has("channel"))
            return fake.Find(asked.Text("channel")) is { } known && known.IsSeenBy(asked.Install) ? Opened(asked, known) : SlackAsked.No("channel_not_found");
        var ids = asked.Must("users").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (ids.Length is 0 or > 8)
            return SlackAsked.No(ids.Length == 0 ? "users_list_not_supplied" : "too_many_users");
        if (Lacks(asked, ids.Length == 1 ? "im:write" : "mpim:write") is { } lack)
            return lack;
        List<FakeSlackPerson> people = [];
        foreach (var id in ids)
        {
            if (fake.FindPerson(id) is not { } person)
                return SlackAsked.No("user_not_found");
            if (!asked.Install.Covers(person.Team))
                return SlackAsked.No("user_not_visible");
            if (person.IsDeactivated)
                return SlackAsked.No("user_disabled");
            people.Add(person);
        }
        return Opened(asked, people is [var one] ? one.Dm : people[0].Team.GroupChat([.. people]));
    }

    public JsonObject Info(SlackAsked asked) => Seen(asked, "read", out var channel) is { } no ? no
        : SlackAsked.Ok(new() { ["channel"] = channel.Described(asked.Install, asked.Is("include_num_members"), asked.Is("include_locale")) });

    public JsonObject Members(SlackAsked asked)
    {
        if (Seen(asked, "read", out var channel) is { } no)
            return no;
        var ids = channel.Members.Select(person => person.Id).Concat(channel is { HasBot: true, Bot: { } bot } ? [bot.BotUserId] : []).ToList();
        return Paged(asked, ids, 1000, "members", id => id);
    }

    public JsonObject History(SlackAsked asked)
    {
        if (Seen(asked, "history", out var channel) is { } no)
            return no;
        if (!channel.HasBot)
            return SlackAsked.No("not_in_channel");
        return Messages(asked, channel.Messages.Where(message => !message.IsReply), newestFirst: true);
    }

    public JsonObject Replies(SlackAsked asked)
    {
        if (Seen(asked, "history", out var channel) is { } no)
            return no;
        if (!channel.HasBot)
            return SlackAsked.No("not_in_channel");
        var ts = asked.Must("ts");
        var all = channel.Messages.Where(message => message.Ts == ts || message.ThreadTs == ts).ToList();
        return all.Count == 0 ? SlackAsked.No("thread_not_found") : Messages(asked, all, newestFirst: false);
    }

    public JsonObject User(SlackAsked asked)
    {
        if (fake.Installs.Find(install => install.BotUserId == asked.Text("user")) is { } bot)
            return SlackAsked.Ok(new() { ["user"] = new JsonObject { ["id"] = bot.BotUserId, ["team_id"] = asked.Install.Key, ["name"] = fake.BotName, ["is_bot"] = true, ["deleted"] = false, ["profile"] = new JsonObject { ["real_name"] = fake.BotName, ["display_name"] = "" } } });
        return fake.FindPerson(asked.Text("user")) is not { } person ? SlackAsked.No("user_not_found")
            : !asked.Install.Covers(person.Team) && !IsMet(asked.Install, person) ? SlackAsked.No("user_not_visible")
            : SlackAsked.Ok(new() { ["user"] = person.Described(asked.Install, asked.Is("include_locale")) });
    }

    public JsonObject Team(SlackAsked asked)
    {
        var team = asked.Has("team") ? fake.FindTeam(asked.Text("team")) : asked.Install.Team;
        if (team is null || !asked.Install.Covers(team))
            return SlackAsked.No("team_not_found");
        var about = new JsonObject { ["id"] = team.Id, ["name"] = team.Name, ["domain"] = team.Domain, ["email_domain"] = "", ["icon"] = new JsonObject { ["image_default"] = true } };
        if (team.Enterprise is { } enterprise)
            (about["enterprise_id"], about["enterprise_name"]) = (enterprise.Id, enterprise.Name);
        return SlackAsked.Ok(new() { ["team"] = about });
    }

    public JsonObject Test(FakeSlackInstall install)
    {
        var about = new JsonObject
        {
            ["url"] = $"https://{install.Team?.Domain ?? "org"}.slack.com/", ["team"] = install.Team?.Name ?? install.Enterprise!.Name, ["user"] = fake.BotName, ["team_id"] = install.Key,
            ["user_id"] = install.BotUserId, ["bot_id"] = install.BotId, ["is_enterprise_install"] = install.IsForAll,
        };
        if (install.Enterprise is { } enterprise)
            about["enterprise_id"] = enterprise.Id;
        return SlackAsked.Ok(about);
    }

    static bool IsMet(FakeSlackInstall bot, FakeSlackPerson person) => person.Channels.Any(channel => channel.IsSeenBy(bot));

    JsonObject? Seen(SlackAsked asked, string scope, out FakeSlackChannel channel)
    {
        channel = fake.Find(asked.Text("channel"))!;
        if (channel is null || !channel.IsSeenBy(asked.Install))
            return SlackAsked.No("channel_not_found");
        return Lacks(asked, $"{channel.Kind switch { "channel" => "channels", "group" => "groups", var kind => kind }}:{scope}");
    }

    static JsonObject? Lacks(SlackAsked asked, string scope) =>
        asked.Install.Scopes.Contains(scope) ? null : new() { ["ok"] = false, ["error"] = "missing_scope", ["needed"] = scope, ["provided"] = string.Join(',', asked.Install.Scopes) };

    static JsonObject Opened(SlackAsked asked, FakeSlackChannel channel) =>
        SlackAsked.Ok(new() { ["no_op"] = true, ["already_open"] = true, ["channel"] = asked.Is("return_im") ? channel.Described(asked.Install, false, false) : new() { ["id"] = channel.Id } });

    static JsonObject Messages(SlackAsked asked, IEnumerable<FakeSlackMessage> all, bool newestFirst)
    {
        if (asked.Number("limit") is > 999)
            return SlackAsked.No("invalid_limit");
        foreach (var name in new[] { "oldest", "latest" })
            if (asked.Has(name) && !SlackIds.IsTs(asked.Must(name)) && asked.Text(name) != "0")
                return SlackAsked.No("invalid_ts_" + name);
        var (oldest, latest, inclusive) = (asked.Text("oldest"), asked.Text("latest"), asked.Is("inclusive"));
        // Ids of one length are ordered as their text is.
        bool After(string ts, string than) => string.CompareOrdinal(ts, than) is var order && (order > 0 || (inclusive && order == 0));
        var within = all.Where(message => (oldest is not { Length: > 1 } || After(message.Ts, oldest)) && (latest is not { Length: > 1 } || After(latest, message.Ts))).OrderBy(message => message.Ts, StringComparer.Ordinal).ToList();
        if (newestFirst)
            within.Reverse();
        return Paged(asked, within, 100, "messages", message => message.Told(asked.Is("include_all_metadata")));
    }

    static JsonObject Paged<T>(SlackAsked asked, List<T> all, int most, string name, Func<T, JsonNode> told)
    {
        var start = 0;
        if (asked.Has("cursor") && (!asked.Must("cursor").StartsWith("next:", StringComparison.Ordinal) || !int.TryParse(asked.Must("cursor").AsSpan(5), System.Globalization.CultureInfo.InvariantCulture, out start)))
            return SlackAsked.No("invalid_cursor");
        var size = asked.Number("limit") ?? most;
        var page = all.Skip(start).Take(size).Select(told).ToArray();
        var isMore = start + size < all.Count;
        return SlackAsked.Ok(new() { [name] = new JsonArray(page), ["has_more"] = isMore, ["response_metadata"] = new JsonObject { ["next_cursor"] = isMore ? $"next:{start + size}" : "" } });
    }
}
