namespace WorkshopBot.Channels.Slack.Install;

/// <summary>One of the Slacks there are: where it is called, and where answers to what it sends may go.</summary>
/// <param name="Name">As it is set.</param>
/// <param name="ApiUrl">Where its methods are; ends in a slash.</param>
/// <param name="AnswerHost">The one host of its response_urls.</param>
public sealed record SlackCloud(string Name, Uri ApiUrl, string AnswerHost)
{
    /// <summary>Everybody's.</summary>
    public static readonly SlackCloud Public = new("Public", new("https://slack.com/api/"), "hooks.slack.com");

    /// <summary>GovSlack, the US government's.</summary>
    public static readonly SlackCloud UsGov = new("UsGov", new("https://slack-gov.com/api/"), "hooks.slack-gov.com");

    public static IReadOnlyList<SlackCloud> All { get; } = [Public, UsGov];
}
