namespace WorkshopBot.Fakes.Slack;

/// <summary>The most calls there were in any minute.</summary>
/// <param name="Method">The method; posts are counted once for their channel and once for the workspace.</param>
/// <param name="Key">The workspace, the organisation, or the channel.</param>
/// <param name="Most">How many, those that were refused not among them.</param>
public sealed record FakeSlackPeak(string Method, string Key, int Most);

/// <summary>Counts calls by method and workspace, and messages by channel, and says no as Slack does.</summary>
sealed class SlackRates(TimeProvider time)
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Messages a workspace takes in a minute.</summary>
    const int Workspace = 300;

    readonly Dictionary<(string Method, string Key), Queue<DateTimeOffset>> _calls = [];
    readonly Dictionary<(string Method, string Key), int> _peaks = [];
    readonly Dictionary<string, (double Left, DateTimeOffset At)> _buckets = [];

    /// <summary>Messages a channel takes at once; after them one a second.</summary>
    public int Burst { get; set; } = 4;

    public int Hits { get; private set; }

    public IReadOnlyList<FakeSlackPeak> Peaks
    {
        get
        {
            lock (_calls)
                return [.. _peaks.Select(pair => new FakeSlackPeak(pair.Key.Method, pair.Key.Key, pair.Value))];
        }
    }

    /// <summary>Null: it may go on, and is counted. Else the seconds to wait.</summary>
    public int? Take(string method, string workspace, int perMinute)
    {
        lock (_calls)
            return perMinute > 0 && Full(method, workspace, perMinute) is { } wait ? No(wait) : Count(method, workspace);
    }

    /// <summary>The same for a message into a channel.</summary>
    public int? Post(string channel, string workspace)
    {
        lock (_calls)
        {
            var now = time.GetUtcNow();
            var (left, at) = _buckets.GetValueOrDefault(channel, (Burst, now));
            left = Math.Min(Burst, left + (now - at).TotalSeconds);
            if (left < 1)
                return No(TimeSpan.FromSeconds(1 - left));
            if (Full("chat.postMessage", workspace, Workspace) is { } wait)
                return No(wait);
            _buckets[channel] = (left - 1, now);
            Count("chat.postMessage", channel);
            return Count("chat.postMessage", workspace);
        }
    }

    TimeSpan? Full(string method, string key, int most)
    {
        var calls = Within((method, key));
        return calls.Count < most ? null : calls.Peek() + Minute - time.GetUtcNow();
    }

    int? Count(string method, string key)
    {
        var calls = Within((method, key));
        calls.Enqueue(time.GetUtcNow());
        _peaks[(method, key)] = Math.Max(_peaks.GetValueOrDefault((method, key)), calls.Count);
        return null;
    }

    int No(TimeSpan wait)
    {
        Hits++;
        return Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
    }

    Queue<DateTimeOffset> Within((string, string) one)
    {
        if (!_calls.TryGetValue(one, out var calls))
            _calls[one] = calls = [];
        while (calls.TryPeek(out var first) && time.GetUtcNow() - first >= Minute)
            calls.Dequeue();
        return calls;
    }
}
