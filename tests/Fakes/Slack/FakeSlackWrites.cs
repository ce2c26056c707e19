using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Slack;

public sealed partial class FakeSlackPerson
{
    /// <summary>A message. In channels it mentions the bot, unless it is told not to; "@Name" of a member mentions them. Under a message, when one is named.</summary>
    public async Task<FakeSlackMessage> Writes(FakeSlackChannel channel, string text, FakeSlackMessage? under = null, bool? mention = null, bool broadcast = false, params FakeSlackFile[] files)
    {
        var message = New(channel, text, under, mention ?? !channel.IsDm, broadcast, files);
        await Sends(channel, message);
        return message;
    }

    /// <summary>Other words in a message of theirs.</summary>
    public async Task Edits(FakeSlackMessage message, string text)
    {
        var before = message.Told();
        var ts = _fake.NewTs();
        var next = message.Shown.DeepClone().AsObject();
        var isMention = message.Channel.Bot is { } bot && message.Text.StartsWith($"<@{bot.BotUserId}>", StringComparison.Ordinal);
        (next["text"], next["blocks"]) = SlackEvents.Typed(message.Channel, text, isMention);
        next["edited"] = new JsonObject { ["user"] = Id, ["ts"] = ts };
        message.Write(next);
        await Tells(message.Channel, SlackEvents.Changed(message, before, ts));
    }

    /// <summary>Slack shows a preview under a message of theirs; nobody edited it.</summary>
    public async Task Previews(FakeSlackMessage message, string link)
    {
        var before = message.Told();
        var next = message.Shown.DeepClone().AsObject();
        next["attachments"] = new JsonArray(new JsonObject { ["from_url"] = link, ["title"] = "A page", ["id"] = 1 });
        message.Write(next);
        await Tells(message.Channel, SlackEvents.Changed(message, before, _fake.NewTs()));
    }

    public async Task Deletes(FakeSlackMessage message)
    {
        var before = message.Told();
        message.IsDeleted = true;
        await Tells(message.Channel, SlackEvents.Deleted(message, before, _fake.NewTs()));
    }

    /// <summary>Puts an emoji under a message.</summary>
    public async Task Reacts(FakeSlackMessage to, string name = "white_check_mark")
    {
        lock (_fake.Gate)
            to.Reacted.Add((name, this));
        await Tells(to.Channel, SlackEvents.Reaction("reaction_added", this, to, name, _fake.NewTs()));
    }

    public async Task TakesBack(FakeSlackMessage to, string name = "white_check_mark")
    {
        lock (_fake.Gate)
            to.Reacted.Remove((name, this));
        await Tells(to.Channel, SlackEvents.Reaction("reaction_removed", this, to, name, _fake.NewTs()));
    }

    /// <summary>Brings the bot into a channel.</summary>
    public async Task Invites(FakeSlackChannel channel)
    {
        channel.HasBot = true;
        if (channel.Bot is { } bot)
            await Tells(channel, SlackEvents.Member("member_joined_channel", channel, bot.BotUserId, Id, _fake.NewTs()));
    }

    /// <summary>Puts the bot out of a channel.</summary>
    public async Task Kicks(FakeSlackChannel channel)
    {
        if (channel.Bot is { } bot)
            await Tells(channel, SlackEvents.Member("member_left_channel", channel, bot.BotUserId, null, _fake.NewTs()));
        channel.HasBot = false;
    }

    public async Task Joins(FakeSlackChannel channel, FakeSlackPerson? by = null)
    {
        channel.Add(this);
        await Tells(channel, SlackEvents.Member("member_joined_channel", channel, Id, by?.Id, _fake.NewTs()));
    }

    public async Task Leaves(FakeSlackChannel channel)
    {
        channel.Remove(this);
        await Tells(channel, SlackEvents.Member("member_left_channel", channel, Id, null, _fake.NewTs()));
    }

    public async Task Renames(FakeSlackChannel channel, string name)
    {
        channel.Name = name;
        await Tells(channel, SlackEvents.Renamed(channel, _fake.NewTs()));
    }

    public async Task Archives(FakeSlackChannel channel, bool archives = true)
    {
        channel.IsArchived = archives;
        await Tells(channel, SlackEvents.Archived(channel, this, archives, _fake.NewTs()));
    }

    /// <summary>Takes the app away from their workspace or organisation, or one install of it where there are both. The two events come in any order, or none does.</summary>
    public async Task Uninstalls(FakeSlackInstall? of = null, bool tells = true)
    {
        if ((of ?? Team.Bot) is not { } bot)
            return;
        bot.IsRevoked = true;
        var both = new[] { SlackEvents.Uninstalled(_fake.NewTs()), SlackEvents.Revoked(bot, _fake.NewTs()) };
        foreach (var one in tells ? _fake.Shuffled(both) : [])
            await _fake.Deliverer.Event(bot, Team, null, one);
    }

    /// <summary>Writes no more than the words of a message, without any delivery: somebody else's history.</summary>
    public FakeSlackMessage Wrote(FakeSlackChannel channel, string text, FakeSlackMessage? under = null) => New(channel, text, under, false, false, []);

    FakeSlackMessage New(FakeSlackChannel channel, string text, FakeSlackMessage? under, bool mention, bool broadcast, FakeSlackFile[] files)
    {
        var ts = _fake.NewTs();
        var (said, blocks) = SlackEvents.Typed(channel, text, mention);
        var first = new JsonObject { ["user"] = Id, ["type"] = "message", ["ts"] = ts, ["client_msg_id"] = Connector.Ids.Guid(ts), ["text"] = said, ["team"] = Team.Id, ["blocks"] = blocks };
        if (IsBot)
            (first["bot_id"], first["app_id"]) = (SlackIds.Of('B', Id), SlackIds.Of('A', Id));
        if (broadcast)
            first["subtype"] = "thread_broadcast";
        if (files.Length > 0)
        {
            first["subtype"] = "file_share";
            first["files"] = new JsonArray([.. files.Select(file => _fake.Uploads.Shared(this, file))]);
        }
        var message = new FakeSlackMessage(channel, ts, under?.ThreadTs ?? under?.Ts, this, first);
        channel.Add(message);
        return message;
    }

    async Task Sends(FakeSlackChannel channel, FakeSlackMessage message)
    {
        if (channel is not { HasBot: true, Bot: { } bot })
            return;
        List<JsonObject> all = [SlackEvents.Message(message)];
        // One message and two subscriptions: it comes twice, in whatever order.
        if (!channel.IsDm && message.Text.Contains($"<@{bot.BotUserId}>", StringComparison.Ordinal))
            all.Add(SlackEvents.Mention(message));
        foreach (var one in _fake.Shuffled(all))
            await _fake.Deliverer.Event(bot, channel.Team, channel, one);
    }

    async Task Tells(FakeSlackChannel channel, JsonObject what)
    {
        if (channel is { HasBot: true, Bot: { } bot })
            await _fake.Deliverer.Event(bot, channel.Team, channel, what);
    }
}
