namespace WorkshopBot.Channels.Slack.Install;

/// <summary>What an install calls with. Secrets: saved sealed, and never printed.</summary>
/// <param name="Token">What proves a call.</param>
/// <param name="Refresh">What the next token is got for, once; null where the token does not end, or no next one can be got.</param>
/// <param name="Ends">When the token ends; null for never.</param>
public sealed record InstallTokens(string Token, string? Refresh = null, DateTimeOffset? Ends = null)
{
    public override string ToString() => nameof(InstallTokens);
}
