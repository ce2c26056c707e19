using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Api;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>
/// Gets the next token for an install whose tokens end. What it is got for is good once, so one process does it at a time: it marks the row first, and what it got is saved before
/// it is used. Until then the old token goes on being used.
/// </summary>
sealed class TokenRenewal(InstallRows rows, SlackAsk ask, SlackClient client, TimeProvider time, ILogger log, Action<string, InstallRow?> found)
{
    /// <summary>How long before its end a token is replaced.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromHours(2);

    /// <summary>So long nobody else tries; more than one try ever takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>How long one call may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(30);
    static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(10);
    const int Tries = 3;
    const int MostNoted = 1_000;

    readonly Lock _lock = new();
    readonly Dictionary<string, Task> _going = new(StringComparer.Ordinal);
    readonly RecentNotes<DateTimeOffset> _notBefore = new(MostNoted);
    readonly Dictionary<string, (InstallRow Held, InstallTokens Next)> _unsaved = new(StringComparer.Ordinal);

    /// <summary>Ends when there is another token than the one used, or none can be got now. Never throws.</summary>
    public Task Run(string name, string used)
    {
        lock (_lock)
        {
            if (_going.TryGetValue(name, out var going))
                return going;
            return _notBefore.TryGet(name, out var until) && time.GetUtcNow() < until ? Task.CompletedTask : _going[name] = Task.Run(() => Try(name, used));
        }
    }

    // Belongs to all who wait for it, so none of them ends it.
    async Task Try(string name, string used)
    {
        var pause = AfterTrouble;
        try
        {
            pause = await Renew(name, used).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            log.LogWarning("A token could not be renewed: {Fault}", e.GetType().Name);
        }
        lock (_lock)
        {
            _notBefore.Set(name, time.GetUtcNow() + pause);
            _going.Remove(name);
        }
    }

    // How long to wait before the next try.
    async Task<TimeSpan> Renew(string name, string used)
    {
        if (Unsaved(name) is { } left)
            return await Keep(left.Held, left.Next).ConfigureAwait(false);
        for (var tries = 0; tries < Tries;)
        {
            var row = await rows.Find(name, default).ConfigureAwait(false);
            if (row?.Live is not { Refresh: { } refresh } tokens || tokens.Token != used)
            {
                found(name, row);
                return TimeSpan.Zero;
            }
            var now = time.GetUtcNow();
            if (row.Note.Renewing > now)
            {
                if (now < tokens.Ends)
                    return Between;
                await Task.Delay(Between, time).ConfigureAwait(false);
            }
            else if (await rows.Swap(row, row.Note with { Renewing = now + Lease }, tokens, default).ConfigureAwait(false) is { } held)
                return await Exchange(held, tokens, refresh).ConfigureAwait(false);
            else
                tries++;
        }
        return AfterTrouble;
    }

    async Task<TimeSpan> Exchange(InstallRow held, InstallTokens tokens, string refresh)
    {
        var pause = AfterTrouble;
        for (var tries = 0; tries < Tries; tries++)
        {
            var now = time.GetUtcNow();
            switch (await Ask(refresh).ConfigureAwait(false))
            {
                // Its workspace may have joined an organisation since.
                case SlackReply.Done done when OAuthReply.Read(done, now) is { } next && InstallRows.Name(next.Id) == held.Name:
                    lock (_lock)
                        _unsaved[held.Name] = (held, next.Tokens);
                    return await Keep(held, next.Tokens).ConfigureAwait(false);
                case SlackReply.Refused refused when refused.Error == "invalid_refresh_token" || SlackInstalls.IsAboutToken(refused.Error):
                    log.LogError("Slack gives no further token for {Install} ({Error}). The one there is ends at {Ends}; install the app there again.", held.Note.Id, refused.Error, tokens.Ends);
                    if (await rows.Swap(held, held.Note with { Renewing = null }, tokens with { Refresh = null }, default).ConfigureAwait(false) is not { } last)
                        return AfterTrouble;
                    found(held.Name, last);
                    return TimeSpan.Zero;
                case SlackReply.Unknown when tries + 1 < Tries:
                    // It may have been handed over; for a short while the same call hands it over again.
                    await Task.Delay(Between * (1 << tries), time).ConfigureAwait(false);
                    continue;
                case SlackReply.Later later:
                    pause = later.After;
                    break;
                case SlackReply.Unknown:
                    break;
                case var other:
                    log.LogError("Slack does not renew the token of {Install} ({Error}). Are Slack:ClientId and Slack:ClientSecret those of the app?", held.Note.Id, other is SlackReply.Refused no ? no.Error : other.GetType().Name);
                    pause = AfterRefusal;
                    break;
            }
            break;
        }
        await rows.Swap(held, held.Note with { Renewing = null }, tokens, default).ConfigureAwait(false);
        return pause;
    }

    // Nobody else has these: they are put over whatever of the same install and with the same old token is there by now.
    async Task<TimeSpan> Keep(InstallRow held, InstallTokens next)
    {
        var row = held;
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await rows.Swap(row, row.Note with { Renewing = null }, next, default).ConfigureAwait(false) is { } saved)
                return Kept(held.Name, saved);
            if (await rows.Find(held.Name, default).ConfigureAwait(false) is not { } there || there.Note.At != held.Note.At || there.Live?.Token != held.Tokens!.Token)
                return Kept(held.Name, await rows.Find(held.Name, default).ConfigureAwait(false));
            row = there;
        }
        return Between;
    }

    TimeSpan Kept(string name, InstallRow? row)
    {
        lock (_lock)
            _unsaved.Remove(name);
        found(name, row);
        return TimeSpan.Zero;
    }

    (InstallRow Held, InstallTokens Next)? Unsaved(string name)
    {
        lock (_lock)
            return _unsaved.TryGetValue(name, out var left) ? left : null;
    }

    async Task<SlackReply> Ask(string refresh)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            return await ask(new(SlackMethods.Access) { { "grant_type", "refresh_token" }, { "refresh_token", refresh } }, client.Proof, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new SlackReply.Unknown();
        }
    }
}
