using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>Which install something came by, and from which workspace (slack.md, section 1.3).</summary>
/// <param name="Install">Whose token sees it.</param>
/// <param name="Team">The workspace; null where it was done in none.</param>
/// <param name="App">Id of our app, where it is told.</param>
/// <param name="IsShared">People of other organisations are in the conversation.</param>
sealed record SlackOrigin(InstallId Install, string? Team, string? App, bool IsShared)
{
    /// <summary>What a turn's name begins with.</summary>
    public string Scope => Team ?? Install.Tenant;

    public SlackPlace At(string channel, string user) => new(Install, channel, user) { Team = Team, IsShared = IsShared };

    /// <summary>Null where it names neither a workspace nor an organisation.</summary>
    public static SlackOrigin? Of(EventEnvelope envelope) => envelope.Authorizations is [{ } first, ..]
        ? Of(first.EnterpriseId, first.TeamId ?? envelope.TeamId, first.IsEnterpriseInstall == true, envelope.ApiAppId, envelope.IsExtSharedChannel == true)
        : Of(envelope.EnterpriseId ?? envelope.ContextEnterpriseId, envelope.TeamId, false, envelope.ApiAppId, envelope.IsExtSharedChannel == true);

    /// <summary>What somebody of another organisation does in a view comes with their own workspace and organisation: only the view says whose app it is, an organisation's where it is installed in all of it.</summary>
    public static SlackOrigin? Of(SlackInteraction act) => act.View?.AppInstalledTeamId is { Length: > 0 } home && home != act.Team?.Id && home != act.Enterprise?.Id
        ? home[0] == 'E' ? Of(home, null, true, null, true) : Of(null, home, false, null, false)
        : Of(act.Enterprise?.Id, act.Team?.Id, act.IsEnterpriseInstall == true, null, false);

    /// <param name="command">The fields of a slash command.</param>
    public static SlackOrigin? Of(IReadOnlyDictionary<string, string> command) =>
        Of(command.GetValueOrDefault("enterprise_id"), command.GetValueOrDefault("team_id"), command.GetValueOrDefault("is_enterprise_install") == "true", command.GetValueOrDefault("api_app_id"), false);

    static SlackOrigin? Of(string? enterprise, string? team, bool isWhole, string? app, bool isShared)
    {
        (enterprise, team) = (enterprise is "" ? null : enterprise, team is "" ? null : team);
        if ((enterprise ?? team) is null || (enterprise is not null && !SlackIds.IsId(enterprise)) || (team is not null && !SlackIds.IsId(team)))
            return null;
        return new(new(enterprise, isWhole && enterprise is not null ? null : team), team, app, isShared);
    }
}
