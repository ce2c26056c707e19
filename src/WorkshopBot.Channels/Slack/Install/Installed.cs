namespace WorkshopBot.Channels.Slack.Install;

/// <summary>The app as it is installed somewhere: what it calls with, and who it is there.</summary>
/// <param name="Id">Where.</param>
/// <param name="Token">What proves a call; a secret.</param>
/// <param name="BotUser">Id of the bot's own user.</param>
/// <param name="App">Id of the app; empty where it was not told.</param>
public sealed record Installed(InstallId Id, string Token, string BotUser, string App)
{
    // A record would write its token into any log line it is put in.
    public override string ToString() => $"Slack {Id}";
}
