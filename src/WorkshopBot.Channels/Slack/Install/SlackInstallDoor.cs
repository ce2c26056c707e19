namespace WorkshopBot.Channels.Slack.Install;

/// <summary>Lets somebody install the app in a workspace, or in a whole organisation (OAuth).</summary>
public sealed class SlackInstallDoor
{
    /// <summary>Where the install begins.</summary>
    public const string Start = "/slack/install";

    /// <summary>Where Slack sends people back to.</summary>
    public const string Back = "/slack/oauth";
}
