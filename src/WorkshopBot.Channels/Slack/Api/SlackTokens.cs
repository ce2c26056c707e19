using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Slack.Api;

/// <summary>Where the tokens of installs come from, and what is told of them. Any of these may throw where the storage is away; nothing was called then.</summary>
/// <param name="Find">The install; null where there is none.</param>
/// <param name="Renew">One whose token has run out, with another; null where it cannot be renewed.</param>
/// <param name="Revoke">Slack takes its token no more, with Slack's own code.</param>
public sealed record SlackTokens(
    Func<InstallId, CancellationToken, ValueTask<Installed?>> Find, Func<Installed, CancellationToken, ValueTask<Installed?>> Renew, Func<Installed, string, CancellationToken, ValueTask> Revoke);
