using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>Who did something, and where, by Slack's own ids.</summary>
/// <param name="Install">Whose token sees it.</param>
/// <param name="Channel">The conversation; empty where it was done in none (a view, a global shortcut).</param>
/// <param name="User">Who; empty where it was nobody.</param>
sealed record SlackPlace(InstallId Install, string Channel, string User)
{
    /// <summary>The user's own workspace, where Slack told it.</summary>
    public string? UserTeam { get; init; }

    /// <summary>The workspace it was done in, where it is known: an install of a whole organisation has several.</summary>
    public string? Team { get; init; }

    /// <summary>What Slack calls the user in passing; empty for nothing.</summary>
    public string UserName { get; init; } = "";

    /// <summary>What Slack calls the conversation in passing; empty for nothing.</summary>
    public string ChannelName { get; init; } = "";

    /// <summary>People of other organisations are in the conversation.</summary>
    public bool IsShared { get; init; }

    /// <summary>Where it was done, whoever's token saw it: the workspace's own install answers for it, or its organisation's.</summary>
    public InstallId Home => Install with { Team = Install.Team ?? Team };

    public bool IsPersonal => Channel.StartsWith('D');
}
