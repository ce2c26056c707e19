using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Api;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>The bot in the one workspace whose token the operator has set. Slack is asked once whose it is; a token that is over stays so until the bot is started with another.</summary>
public sealed class OneInstall(string token, SlackAsk ask, TimeProvider time, ILogger log) : SlackInstalls
{
    /// <summary>How long one question may take.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly Lock _lock = new();
    Task<Installed?>? _me;
    bool _over;
    int _failed;
    long _since;
    DateTimeOffset _known;
    TimeSpan _pause;

    /// <inheritdoc/>
    public override async ValueTask<Installed?> Find(InstallId id, CancellationToken ct) => await Me().WaitAsync(ct).ConfigureAwait(false) is { } me && !IsOver && Fits(me.Id, id) ? me : null;

    /// <summary>Where it is; null where its token is over. Throws as <see cref="Find"/> does.</summary>
    public async ValueTask<InstallId?> Id(CancellationToken ct) => (await Me().WaitAsync(ct).ConfigureAwait(false))?.Id;

    /// <inheritdoc/>
    public override ValueTask<bool> Refused(Installed used, string error, CancellationToken ct)
    {
        if (IsAboutToken(error))
            End(error);
        return ValueTask.FromResult(false);
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> Revoke(InstallId id, string why, DateTimeOffset? at, CancellationToken ct)
    {
        // What happened before its token was seen to be good happened to an earlier one.
        if (await Me().WaitAsync(ct).ConfigureAwait(false) is { } me && !(at?.ToUnixTimeSeconds() < Known.ToUnixTimeSeconds()) && (me.Id.Team is { } team ? id.Team == team : id.Team is null && id.Enterprise == me.Id.Enterprise))
            End(why);
        return true;
    }

    // Ids of workspaces are never given twice, so one proves itself; that it has joined an organisation since need not be known.
    static bool Fits(InstallId mine, InstallId asked) => mine.Team is { } team ? asked.Team == team : asked.Enterprise is not null && asked.Enterprise == mine.Enterprise;

    bool IsOver
    {
        get
        {
            lock (_lock)
                return _over;
        }
    }

    DateTimeOffset Known
    {
        get
        {
            lock (_lock)
                return _known;
        }
    }

    void End(string why)
    {
        lock (_lock)
        {
            if (_over)
                return;
            _over = true;
        }
        log.LogError("Slack does not take Slack:BotToken any more ({Why}): nothing is sent there. Install the app again, set its token, and start the bot anew.", why);
    }

    // Belongs to all who wait for it, so none of them ends it. What failed is asked again after a pause, and until then nobody is.
    Task<Installed?> Me()
    {
        lock (_lock)
        {
            if (_me is { IsCompletedSuccessfully: false, IsCompleted: true } && time.GetElapsedTime(_since) >= _pause)
                _me = null;
            return _me ??= Task.Run(Ask);
        }
    }

    async Task<Installed?> Ask()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        SlackReply reply;
        var asked = time.GetUtcNow();
        try
        {
            reply = await AuthTest.Ask(ask, token, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            reply = new SlackReply.Unknown();
        }
        switch (reply)
        {
            case SlackReply.Done done when AuthTest.Read(done, token) is { } me:
                lock (_lock)
                    _known = asked;
                return me;
            case SlackReply.Refused refused when IsAboutToken(refused.Error):
                End(refused.Error);
                return null;
        }
        lock (_lock)
            (_since, _pause) = (time.GetTimestamp(), reply is SlackReply.Later later ? later.After : Backoff.Of(_failed++, 1));
        log.LogWarning("Slack does not say who the bot is ({Reply}); it is asked again.", reply is SlackReply.Refused other ? other.Error : reply.GetType().Name);
        throw new HttpRequestException("Slack does not say who the bot is.");
    }
}
