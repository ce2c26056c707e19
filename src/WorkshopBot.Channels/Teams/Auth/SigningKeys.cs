using Microsoft.Extensions.Logging;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>
/// The keys a cloud signs with, fetched when first needed, again every day, and at once when a token names one that is not known.
/// Those who wait for that are served with what came; when nothing comes the old keys stay.
/// </summary>
public sealed class SigningKeys : IDisposable
{
    /// <summary>How long keys are used before they are fetched again.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromDays(1);

    /// <summary>Between fetches for unknown keys, since anybody can name one.</summary>
    public static readonly TimeSpan Floor = TimeSpan.FromMinutes(1);

    /// <summary>Between fetches while there are no keys at all.</summary>
    public static readonly TimeSpan WhileNone = TimeSpan.FromSeconds(5);

    /// <summary>Until the daily fetch is tried again.</summary>
    public static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(10);

    /// <summary>For both documents together.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly Lock _lock = new();
    readonly HttpClient _http = KeyDocument.Client();
    readonly CancellationTokenSource _over = new();
    readonly Uri _address;
    readonly TimeProvider _time;
    readonly ILogger _log;
    readonly ITimer _daily;
    ILookup<string, SigningKey>? _keys;
    Task? _fetch;
    bool _failed;
    long _asked;            // when one was last fetched because somebody asked
    TimeSpan _pause;        // how long after that nobody may

    /// <summary>Of a set of keys, or of the document that names where the set is. The clock counts the time between fetches.</summary>
    public SigningKeys(Uri address, TimeProvider time, ILogger log)
    {
        (_address, _time, _log) = (address, time, log);
        _daily = time.CreateTimer(_ => Renew(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The keys of that id, none where nobody published one; null when that cannot be told now.</summary>
    internal async ValueTask<IReadOnlyList<SigningKey>?> Find(string id, CancellationToken ct)
    {
        for (var mine = false; ;)
        {
            Task fetch;
            lock (_lock)
            {
                if (_keys?[id].ToList() is { Count: > 0 } found)
                    return found;
                if (_fetch is null)
                {
                    // What was fetched for this very question will not be better a moment later.
                    if (mine || _time.GetElapsedTime(_asked) < _pause)
                        return _failed ? null : [];
                    mine = true;
                    if (_keys is not null)
                        Pause(Floor);
                }
                fetch = Start();
            }
            await fetch.WaitAsync(ct).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _daily.Dispose();
        _over.Cancel();
        _http.Dispose();
        _over.Dispose();
    }

    void Renew()
    {
        lock (_lock)
            Start();
    }

    // Under the lock.
    void Pause(TimeSpan pause) => (_asked, _pause) = (_time.GetTimestamp(), pause);

    // Under the lock. No request's own patience ends what many wait for.
    Task Start() => _fetch ??= Task.Run(Fetch);

    async Task Fetch()
    {
        IReadOnlyList<SigningKey>? keys = null;
        try
        {
            using var patience = new CancellationTokenSource(Patience, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _over.Token);
            keys = await KeyDocument.Fetch(_http, _address, either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (KeyDocument.IsTrouble(e))
        {
            _log.LogWarning("The keys of {Host} could not be fetched: {Fault} {Status}", _address.Host, e.GetType().Name, (e as HttpRequestException)?.StatusCode);
        }
        finally
        {
            lock (_lock)
            {
                (_fetch, _failed) = (null, keys is null);
                if (keys is not null)
                    _keys = keys.ToLookup(key => key.Key.KeyId, StringComparer.Ordinal);
                else if (_keys is null)
                    Pause(WhileNone);
            }
            _daily.Change(keys is null ? AfterTrouble : Age, Timeout.InfiniteTimeSpan);
        }
    }
}
