namespace WorkshopBot.Channels.Slack.Install;

/// <summary>Where the app is installed: in one workspace, or in a whole organisation. One token each.</summary>
/// <param name="Enterprise">The organisation; null where the workspace belongs to none.</param>
/// <param name="Team">The workspace; null for an install of the whole organisation.</param>
public sealed record InstallId(string? Enterprise, string? Team)
{
    /// <summary>People and rooms belong to the organisation where there is one.</summary>
    public string Tenant => Enterprise ?? Team ?? "";

    /// <summary>What <see cref="ToString"/> has written; null for anything else.</summary>
    public static InstallId? Read(string? written) =>
        written?.Split('/') is [var enterprise, var team] ? new(enterprise == "-" ? null : enterprise, team == "-" ? null : team) : null;

    public override string ToString() => $"{Enterprise ?? "-"}/{Team ?? "-"}";
}
