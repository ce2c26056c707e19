using WorkshopBot.Channels.Slack.Api;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>Where the app is installed, and with which token it calls there. Reading throws what reading the storage throws, and <see cref="HttpRequestException"/> while Slack cannot be asked who the bot is.</summary>
public abstract class SlackInstalls
{
    /// <summary>The code of a token that has ended by itself.</summary>
    protected const string Expired = "token_expired";

    private protected SlackInstalls()
    {
    }

    /// <summary>Whether a call that is refused so is refused for its token.</summary>
    public static bool IsAboutToken(string error) => SlackErrors.All.TryGetValue(error, out var known) && known.Kind is SlackErrorKind.Revoked or SlackErrorKind.Expired;

    /// <summary>The app as it is installed in a workspace, by itself or by its organisation; null for nowhere, or not any more: then nothing is called.</summary>
    public abstract ValueTask<Installed?> Find(InstallId id, CancellationToken ct);

    /// <summary>
    /// Slack has refused a call for its token (<see cref="IsAboutToken"/>). True: there is another token by now, and the call may be made once more.
    /// False: there is none, now or ever; <see cref="Find"/> says which.
    /// </summary>
    public abstract ValueTask<bool> Refused(Installed used, string error, CancellationToken ct);

    /// <summary>The app is not installed there any more: nothing is called from now on. What people did there stays, for when it is installed again. False: that could not be saved now.</summary>
    /// <param name="id">Where; an install of the whole organisation is another than that of a workspace.</param>
    /// <param name="why">A code.</param>
    /// <param name="at">When it happened, where Slack said it: what has been installed again since stays.</param>
    /// <param name="ct">Ends the wait.</param>
    public abstract ValueTask<bool> Revoke(InstallId id, string why, DateTimeOffset? at, CancellationToken ct);
}
