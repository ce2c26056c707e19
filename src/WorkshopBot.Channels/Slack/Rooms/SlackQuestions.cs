using System.Text.Json;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Slack.Rooms;

/// <summary>What Slack is asked of people and rooms: of each once at a time, again now and then, and where it does not tell not at every turn.</summary>
/// <param name="api">Asks Slack.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Failures, without what anybody said.</param>
sealed class SlackQuestions(SlackApi api, TimeProvider time, ILogger log)
{
    /// <summary>Names and zones change seldom.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    const int MostAsked = 500;

    static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);
    static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    readonly Lock _lock = new();
    readonly Dictionary<string, Task> _asking = new(StringComparer.Ordinal);
    readonly RecentNotes<DateTimeOffset> _notBefore = new(1_000);

    /// <summary>The question under way, where it is worth waiting for: what was asked before is good enough until the answer comes.</summary>
    /// <param name="key">Of whom or what.</param>
    /// <param name="asked">When it was asked last, in seconds since 1970; null for never.</param>
    /// <param name="install">Whose token sees them.</param>
    /// <param name="call">The question.</param>
    /// <param name="see">Notes the answer.</param>
    public Task? Ask(string key, long? asked, InstallId install, SlackCall call, Func<JsonElement, ValueTask<bool>> see)
    {
        if (asked is { } then && time.GetUtcNow().ToUnixTimeSeconds() - then < Fresh.TotalSeconds)
            return null;
        lock (_lock)
        {
            if (!_asking.TryGetValue(key, out var going))
            {
                if (_asking.Count >= MostAsked || (_notBefore.TryGet(key, out var open) && time.GetUtcNow() < open))
                    return null;
                _asking[key] = going = Task.Run(() => Make(key, install, call, asked is null ? CallRank.Person : CallRank.Late, see));
            }
            return asked is null ? going : null;
        }
    }

    // Belongs to all who wait for it, so none of them ends it.
    async Task Make(string key, InstallId install, SlackCall call, CallRank rank, Func<JsonElement, ValueTask<bool>> see)
    {
        try
        {
            switch (await api.Call(install, call, rank, CancellationToken.None).ConfigureAwait(false))
            {
                case SlackReply.Done done:
                    await see(done.Body).ConfigureAwait(false);
                    return;
                // It would be so again, for a while.
                case SlackReply.Lost or SlackReply.Refused:
                    _notBefore.Set(key, time.GetUtcNow() + AfterRefusal);
                    return;
            }
        }
        catch (Exception e)
        {
            log.LogError("What Slack tells of somebody cannot be kept: {Fault}", e.GetType().Name);
        }
        finally
        {
            lock (_lock)
                _asking.Remove(key);
        }
        _notBefore.Set(key, time.GetUtcNow() + AfterFault);
    }
}
