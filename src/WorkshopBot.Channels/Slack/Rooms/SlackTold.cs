using System.Text.Json;
using WorkshopBot.Channels.Slack.Install;

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
        if (Member(body, "user") is not { } user)
            return new(Asked: asked);
        var profile = Member(user, "profile");
        var own = Member(user, "enterprise_user") is { } member ? Text(member, "enterprise_id") : null;
        var team = Text(user, "team_id");
        // The workspaces of an organisation are none of them foreign to the others.
        var foreign = own is not null ? own != install.Enterprise && team != install.Team : install.Enterprise is null && team is not null && team != install.Team;
        return new(
            Name: Name((profile is { } told ? Text(told, "display_name") ?? Text(told, "real_name") : null) ?? Text(user, "real_name") ?? Text(user, "name")),
            Zone: Text(user, "tz"), Locale: Text(user, "locale"), Asked: asked,
            Guest: foreign || Is(user, "is_restricted") || Is(user, "is_ultra_restricted") || Is(user, "is_stranger"));
    }

    /// <param name="body">The answer of conversations.info.</param>
    /// <param name="asked">When, in seconds since 1970.</param>
    public static SlackRoomNote Room(JsonElement body, long asked) => Member(body, "channel") is not { } channel ? new(Asked: asked) : new(
        Name: Is(channel, "is_mpim") || Is(channel, "is_im") ? null : Name(Text(channel, "name")), Shared: Is(channel, "is_ext_shared"), Private: Is(channel, "is_private"), Archived: Is(channel, "is_archived"),
        Asked: asked);

    /// <summary>A name as it is shown: not longer than names are, and no half characters.</summary>
    public static string? Name(string? told)
    {
        var name = told?.Trim();
        if (name is not { Length: > MostName })
            return name is { Length: > 0 } ? name : null;
        return name[..(char.IsHighSurrogate(name[MostName - 1]) ? MostName - 1 : MostName)];
    }

    static JsonElement? Member(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && ActionData.Whole(value) is { Length: > 0 } text ? text : null;

    static bool Is(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
