using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Messages by the app: written, changed, taken away.</summary>
sealed class SlackChat(FakeSlack fake)
{
    const int MostText = 4000;

    public JsonObject Post(SlackAsked asked)
    {
        var (channel, error) = Into(asked);
        if (channel is null)
            return SlackAsked.No(error);
        if ((Thread(channel, asked.Text("thread_ts")) ?? SlackContent.Fault(fake, asked)) is { } fault)
            return fault;
        var message = Written(asked.Install, channel, asked.Text("thread_ts"), Body(asked));
        return SlackAsked.Ok(new() { ["channel"] = channel.Id, ["ts"] = message.Ts, ["message"] = message.Told() });
    }

    public JsonObject PostEphemeral(SlackAsked asked)
    {
        var (channel, error) = Into(asked);
        if (channel is null)
            return SlackAsked.No(error);
        if (fake.FindPerson(asked.Text("user")) is not { IsDeactivated: false } person || !channel.Members.Contains(person))
            return SlackAsked.No("user_not_in_channel");
        if ((Thread(channel, asked.Text("thread_ts")) ?? SlackContent.Fault(fake, asked, MostText, bytes: true)) is { } fault)
            return fault;
        var message = Written(asked.Install, channel, asked.Text("thread_ts"), Body(asked), person);
        return SlackAsked.Ok(new() { ["message_ts"] = message.Ts });
    }

    public JsonObject Update(SlackAsked asked)
    {
        var (message, error) = Own(asked, "cant_update_message");
        if (message is null)
            return SlackAsked.No(error);
        if (message.Channel.IsArchived)
            return SlackAsked.No("is_inactive");
        if (SlackContent.Fault(fake, asked, MostText) is { } fault)
            return fault;
        Change(message, Body(asked));
        return SlackAsked.Ok(new() { ["channel"] = message.Channel.Id, ["ts"] = message.Ts, ["text"] = message.Text, ["message"] = message.Told() });
    }

    public JsonObject Delete(SlackAsked asked)
    {
        var (message, error) = Own(asked, "cant_delete_message");
        if (message is null)
            return SlackAsked.No(error);
        Remove(message);
        return SlackAsked.Ok(new() { ["channel"] = message.Channel.Id, ["ts"] = message.Ts });
    }

    public JsonObject Permalink(SlackAsked asked)
    {
        if (fake.Find(asked.Text("channel")) is not { } channel || !channel.IsSeenBy(asked.Install))
            return SlackAsked.No("channel_not_found");
        if (channel.Find(asked.Text("message_ts")) is not { } message)
            return SlackAsked.No("message_not_found");
        return SlackAsked.Ok(new() { ["channel"] = channel.Id, ["permalink"] = Link(message) });
    }

    public static string Link(FakeSlackMessage message) =>
        $"https://{message.Channel.Team.Domain}.slack.com/archives/{message.Channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}{(message.ThreadTs is { } root ? $"?thread_ts={root}&cid={message.Channel.Id}" : "")}";

    /// <summary>A new message of the app, for everybody or for one.</summary>
    public FakeSlackMessage Written(FakeSlackInstall bot, FakeSlackChannel channel, string? thread, JsonObject body, FakeSlackPerson? only = null)
    {
        var ts = fake.NewTs();
        var first = new JsonObject { ["user"] = bot.BotUserId, ["type"] = "message", ["ts"] = ts, ["bot_id"] = bot.BotId, ["app_id"] = fake.AppId, ["team"] = channel.Team.Id };
        var message = new FakeSlackMessage(channel, ts, thread, null, Filled(first, body)) { Only = only, Bot = bot };
        channel.Add(message);
        if (only is null)
            Echo(bot, channel, SlackEvents.Message(message));
        return message;
    }

    /// <summary>Another form of a message; what is not said stays.</summary>
    public void Change(FakeSlackMessage message, JsonObject body)
    {
        var before = message.Told();
        message.Write(Filled(message.Shown.DeepClone().AsObject(), body));
        if (message is { Only: null, Bot: { } bot })
            Echo(bot, message.Channel, SlackEvents.Changed(message, before, fake.NewTs()));
    }

    public void Remove(FakeSlackMessage message)
    {
        var before = message.Told();
        message.IsDeleted = true;
        if (message is { Only: null, Bot: { } bot })
            Echo(bot, message.Channel, SlackEvents.Deleted(message, before, fake.NewTs()));
    }

    /// <summary>Where somebody may write, or why not.</summary>
    public static JsonObject? Thread(FakeSlackChannel channel, string? thread) =>
        thread is null ? null
        : channel.All.FirstOrDefault(message => message.Ts == thread) is not { Only: null } parent || (parent.IsDeleted && !channel.Thread(thread).Any()) ? SlackAsked.No("thread_not_found")
        : parent.IsReply ? SlackAsked.No("cannot_reply_to_message")
        : null;

    JsonObject Filled(JsonObject message, JsonObject body)
    {
        foreach (var (name, value) in body)
            if (name == "metadata" && value is JsonObject { Count: 0 })
                message.Remove(name);
            else
                message[name] = name == "blocks" ? SlackBlocks.Named(value!.AsArray(), fake.NewName) : value?.DeepClone();
        return message;
    }

    JsonObject Body(SlackAsked asked)
    {
        var body = new JsonObject { ["text"] = SlackContent.Text(fake, asked) };
        foreach (var name in new[] { "blocks", "metadata", "attachments" })
            if (asked.TryJson(name, out var node) && node is not null)
                body[name] = node;
        return body;
    }

    (FakeSlackChannel? Channel, string Error) Into(SlackAsked asked)
    {
        var channel = fake.Find(asked.Text("channel"));
        // Somebody's id opens their own chat.
        if (channel is null && fake.FindPerson(asked.Text("channel")) is { } person && asked.Install.Covers(person.Team))
            channel = person.Dm;
        if (channel is null || !channel.IsSeenBy(asked.Install))
            return (null, "channel_not_found");
        if (channel.IsArchived)
            return (null, "is_archived");
        if (!channel.HasBot && !(asked.Method.Name == "chat.postMessage" && asked.Install.Scopes.Contains("chat:write.public")))
            return (null, "not_in_channel");
        return channel.IsDm && !fake.HasMessagesTab ? (null, "messages_tab_disabled") : (channel, "");
    }

    (FakeSlackMessage? Message, string Error) Own(SlackAsked asked, string foreign) =>
        fake.Find(asked.Text("channel")) is not { } channel || !channel.IsSeenBy(asked.Install) ? (null, "channel_not_found")
        : channel.Find(asked.Text("ts")) is not { } message ? (null, "message_not_found")
        : message.Bot != asked.Install ? (null, foreign)
        : (message, "");

    void Echo(FakeSlackInstall bot, FakeSlackChannel channel, JsonObject what)
    {
        if (fake.Echoes && channel.HasBot)
            fake.Deliverer.Background(bot, channel.Team, channel, what);
    }
}
