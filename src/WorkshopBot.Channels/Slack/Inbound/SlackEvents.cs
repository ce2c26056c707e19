using System.Globalization;
using System.Text.Json;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>What happened in Slack without anybody waiting for an answer. Pure. Votes by reaction come later: until then a reaction is nothing.</summary>
/// <param name="origin">The install.</param>
/// <param name="bot">Id of the bot's own user.</param>
/// <param name="at">When it happened, where Slack says it.</param>
sealed class SlackEvents(SlackOrigin origin, string? bot, DateTimeOffset? at)
{
    const int MostTeams = 500;

    public SlackRead Read(JsonElement happened)
    {
        var (user, channel) = (Id(happened, "user"), Id(happened, "channel"));
        switch (SlackJson.Text(happened, "type"))
        {
            case "app_mention":
                return Message(happened, true);
            case "message":
                return Message(happened, false);
            case "app_home_opened":
                return user is null ? SlackRead.Malformed : SlackJson.Text(happened, "tab") != "home" || user == bot ? SlackRead.Nothing : new SlackInput.HomeOpened(origin.At("", user)) { TurnId = Turn(happened, user, "home") };
            case "member_joined_channel":
                return user is null || channel is null ? SlackRead.Malformed
                    : user == bot ? Room(happened, channel, SlackHappening.BotInvited, "", Id(happened, "inviter")) : SlackRead.Nothing;
            case "member_left_channel":
                return user is null || channel is null ? SlackRead.Malformed : user == bot ? Room(happened, channel, SlackHappening.BotRemoved) : Room(happened, channel, SlackHappening.MemberLeft, user);
            case "channel_left" or "group_left":
                return Room(happened, channel, SlackHappening.BotRemoved);
            case "channel_rename" or "group_rename":
                return happened.TryGetProperty("channel", out var named) ? Room(happened, Id(named, "id"), SlackHappening.ChannelRenamed) : SlackRead.Malformed;
            case "channel_archive" or "group_archive":
                return Room(happened, channel, SlackHappening.ChannelArchived, user ?? "");
            case "channel_unarchive" or "group_unarchive":
                return Room(happened, channel, SlackHappening.ChannelUnarchived, user ?? "");
            case "channel_deleted" or "group_deleted":
                return Room(happened, channel, SlackHappening.ChannelDeleted, user ?? "");
            case "channel_id_changed":
                return Id(happened, "new_channel_id") is { } now ? Room(happened, Id(happened, "old_channel_id"), SlackHappening.ChannelMoved, "", now) : SlackRead.Malformed;
            case "app_uninstalled":
                return Install(happened, SlackHappening.Uninstalled);
            case "tokens_revoked":
                return IsOurs(happened) ? Install(happened, SlackHappening.TokensRevoked) : SlackRead.Nothing;
            case "grid_migration_started":
                return Install(happened, SlackHappening.MigrationStarted);
            case "grid_migration_finished":
                return Install(happened, SlackHappening.MigrationFinished);
            case "team_access_granted":
                return new SlackInput.Happened(origin.At("", ""), SlackHappening.AccessGranted) { Detail = string.Join(' ', Ids(happened, "team_ids")), TurnId = Turn(happened, nameof(SlackHappening.AccessGranted)) };
            default:
                return SlackRead.Nothing;
        }
    }

    /// <summary>Slack holds events back: there were too many.</summary>
    public SlackRead Limited(long minute)
    {
        return new SlackInput.Happened(origin.At("", ""), SlackHappening.RateLimited) { TurnId = SlackIds.Turn(origin.Scope, "limited", minute.ToString(CultureInfo.InvariantCulture)) };
    }

    SlackRead Message(JsonElement happened, bool isMention) =>
        SlackJson.Read(happened, SlackJson.Default.SlackMessage) is { } message ? new SlackMessages(origin, bot).Read(message, isMention) : SlackRead.Malformed;

    SlackRead Room(JsonElement happened, string? channel, SlackHappening what, string user = "", string? detail = null) =>
        channel is null ? SlackRead.Malformed : new SlackInput.Happened(origin.At(channel, user), what) { Detail = detail ?? "", TurnId = Turn(happened, channel, user, what.ToString()) };

    SlackRead Install(JsonElement happened, SlackHappening what) =>
        new SlackInput.Happened(origin.At("", ""), what) { Detail = Id(happened, "enterprise_id") ?? "", At = at, TurnId = Turn(happened, what.ToString()) };

    // Users' own tokens are revoked too; we have none of them. The list holds ids of users.
    bool IsOurs(JsonElement happened) =>
        happened.TryGetProperty("tokens", out var tokens) && tokens.ValueKind == JsonValueKind.Object && tokens.TryGetProperty("bot", out var bots) && bots.ValueKind == JsonValueKind.Array
        && bot is not null && bots.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(bot));

    string Turn(JsonElement happened, params ReadOnlySpan<string> parts) => SlackIds.Turn([origin.Scope, .. parts, SlackJson.Text(happened, "event_ts") is { } ts && SlackIds.IsTs(ts) ? ts : ""]);

    static IEnumerable<string> Ids(JsonElement happened, string name) =>
        happened.TryGetProperty(name, out var all) && all.ValueKind == JsonValueKind.Array ? all.EnumerateArray().Select(one => SlackIds.Known(one.ValueKind == JsonValueKind.String ? one.GetString() : null)).OfType<string>().Take(MostTeams) : [];

    static string? Id(JsonElement happened, string name) => SlackIds.Known(SlackJson.Text(happened, name));
}
