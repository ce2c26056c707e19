using System.Text.Json;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Rooms;

/// <summary>What Slack tells of a person or a room when it is asked, as notes.</summary>
static class SlackTold
{
    const int MostName = 80;

    /// <param name="body">The answer of users.info.</param>
    /// <param name="install">Whose guest they are, or not.</param>
    /// <param name="asked">When, in seconds since 1970.</param>
    public static SlackPersonNote Person(JsonElement body, InstallId install, long asked)
    {
        if (SlackJson.Member(body, "user") is not { } user)
            return new(Asked: asked);
        var profile = SlackJson.Member(user, "profile");
        var own = SlackJson.Member(user, "enterprise_user") is { } member ? SlackJson.Said(member, "enterprise_id") : null;
        var team = SlackJson.Said(user, "team_id");
        // The workspaces of an organisation are none of them foreign to the others.
        var foreign = own is not null ? own != install.Enterprise && team != install.Team : install.Enterprise is null && team is not null && team != install.Team;
        return new(
            Name: Name((profile is { } told ? SlackJson.Said(told, "display_name") ?? SlackJson.Said(told, "real_name") : null) ?? SlackJson.Said(user, "real_name") ?? SlackJson.Said(user, "name")),
            Zone: SlackJson.Said(user, "tz"), Locale: SlackJson.Said(user, "locale"), Asked: asked,
            Guest: foreign || SlackJson.Is(user, "is_restricted") || SlackJson.Is(user, "is_ultra_restricted") || SlackJson.Is(user, "is_stranger"));
    }

    /// <param name="body">The answer of conversations.info.</param>
    /// <param name="asked">When, in seconds since 1970.</param>
    public static SlackRoomNote Room(JsonElement body, long asked) => SlackJson.Member(body, "channel") is not { } channel ? new(Asked: asked) : new(
        Name: SlackJson.Is(channel, "is_mpim") || SlackJson.Is(channel, "is_im") ? null : Name(SlackJson.Said(channel, "name")), Shared: SlackJson.Is(channel, "is_ext_shared"), Private: SlackJson.Is(channel, "is_private"), Archived: SlackJson.Is(channel, "is_archived"),
        Asked: asked);

    /// <summary>A name as it is shown: not longer than names are, and no half characters.</summary>
    public static string? Name(string? told)
    {
        var name = told?.Trim();
        if (name is not { Length: > MostName })
            return name is { Length: > 0 } ? name : null;
        return name[..(char.IsHighSurrogate(name[MostName - 1]) ? MostName - 1 : MostName)];
    }
}
