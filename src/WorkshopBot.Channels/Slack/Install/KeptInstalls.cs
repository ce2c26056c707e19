using Microsoft.Extensions.Logging;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>The bot where people have installed it by OAuth: an install each for workspaces and organisations, kept in the storage with its tokens sealed.</summary>
public sealed class KeptInstalls : SlackInstalls
{
    /// <summary>What is known counts for so long: another node may have heard of an end, or of a new install.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    static readonly TimeSpan FreshNone = TimeSpan.FromSeconds(5);
    const int MostHeld = 1_000;
    const int Tries = 5;

    readonly RecentNotes<(InstallRow? Row, long At)> _held = new(MostHeld);
    readonly InstallRows _rows;
    readonly TokenRenewal _renewal;
    readonly TimeProvider _time;
    readonly ILogger _log;

    /// <param name="book">Where installs are kept.</param>
    /// <param name="seal">Seals tokens.</param>
    /// <param name="ask">Calls Slack.</param>
    /// <param name="client">What the app proves itself with.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Comings and goings, by ids.</param>
    public KeptInstalls(IChatBook book, SlackSeal seal, SlackAsk ask, SlackClient client, TimeProvider time, ILogger log)
    {
        (_time, _log, _rows) = (time, log, new(book, seal, log));
        _renewal = new(_rows, ask, client, time, log, Hold);
    }

    /// <summary>Told when the app is installed somewhere: what waited there can go on.</summary>
    public Action<InstallId>? Returned { get; set; }

    /// <inheritdoc/>
    public override async ValueTask<Installed?> Find(InstallId id, CancellationToken ct) =>
        (id.Team is { } team ? await Live(team, ct).ConfigureAwait(false) : null) ?? (id.Enterprise is { } all ? await Live(all, ct).ConfigureAwait(false) : null);

    /// <inheritdoc/>
    public override async ValueTask<bool> Refused(Installed used, string error, CancellationToken ct)
    {
        if (!IsAboutToken(error))
            return false;
        var name = InstallRows.Name(used.Id);
        var row = await _rows.Find(name, ct).ConfigureAwait(false);
        Hold(name, row);
        if (row?.Live is not { } tokens || tokens.Token != used.Token)
            return row?.Live is not null;
        if (error == Expired && tokens.Refresh is not null)
        {
            await _renewal.Run(name, used.Token).WaitAsync(ct).ConfigureAwait(false);
            return (await Row(name, ct).ConfigureAwait(false))?.Live is { } next && next.Token != used.Token;
        }
        await Revoke(used.Id, error, null, ct).ConfigureAwait(false);
        return false;
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> Revoke(InstallId id, string why, DateTimeOffset? at, CancellationToken ct)
    {
        var name = InstallRows.Name(id);
        for (var tries = 0; tries < Tries; tries++)
        {
            var row = await _rows.Find(name, ct).ConfigureAwait(false);
            // Slack counts in whole seconds.
            if (row is null || row.Note.Over is not null || at?.ToUnixTimeSeconds() < row.Note.At.ToUnixTimeSeconds())
            {
                Hold(name, row);
                return true;
            }
            if (await _rows.Swap(row, row.Note with { Over = why, OverAt = _time.GetUtcNow(), Renewing = null }, null, ct).ConfigureAwait(false) is not { } over)
                continue;
            Hold(name, over);
            _log.LogWarning("The app is not installed any more in {Install} ({Why}): nothing is sent there until it is installed again.", id, why);
            return true;
        }
        return false;
    }

    /// <summary>Notes that the app is installed, in the place of an earlier install. False: the storage takes nothing now.</summary>
    public async ValueTask<bool> Save(Installed installed, InstallTokens tokens, string scopes, CancellationToken ct)
    {
        var name = InstallRows.Name(installed.Id);
        var note = new InstallNote(installed.Id.Enterprise, installed.Id.Team, installed.BotUser, installed.App, scopes, _time.GetUtcNow());
        if (await _rows.Save(note, tokens, ct).ConfigureAwait(false) is not { } row)
            return false;
        Hold(name, row);
        _log.LogInformation("The app is installed in {Install}.", installed.Id);
        // Also for the first time: an organisation takes over what its workspaces had.
        Returned?.Invoke(installed.Id);
        return true;
    }

    async ValueTask<Installed?> Live(string name, CancellationToken ct)
    {
        var row = await Row(name, ct).ConfigureAwait(false);
        if (row?.Live is { Ends: { } ends, Refresh: not null } old && _time.GetUtcNow() >= ends - TokenRenewal.Early)
        {
            // Until it ends the old one is good, and nobody waits for the new one.
            var renewal = _renewal.Run(name, old.Token);
            if (_time.GetUtcNow() >= ends)
            {
                await renewal.WaitAsync(ct).ConfigureAwait(false);
                row = await Row(name, ct).ConfigureAwait(false);
            }
        }
        // One that has ended is still tried where there may be a next one: what that call is told says more than nothing would.
        return row?.Live is { } live && !(live.Refresh is null && _time.GetUtcNow() >= live.Ends) ? new(row.Note.Id, live.Token, row.Note.BotUser, row.Note.App) : null;
    }

    async ValueTask<InstallRow?> Row(string name, CancellationToken ct)
    {
        if (_held.TryGet(name, out var held) && _time.GetElapsedTime(held.At) < (held.Row is null ? FreshNone : Fresh))
            return held.Row;
        var row = await _rows.Find(name, ct).ConfigureAwait(false);
        Hold(name, row);
        return row;
    }

    void Hold(string name, InstallRow? row) => _held.Set(name, (row, _time.GetTimestamp()));
}
