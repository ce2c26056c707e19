namespace WorkshopBot.Fakes.Connector;

/// <summary>So many calls of a kind in one conversation within so many seconds, and no more.</summary>
public sealed record ThrottleLimit(string Op, int Seconds, int Most);

/// <summary>How near a limit was come to, in whatever conversation came nearest.</summary>
public sealed record ThrottlePeak(ThrottleLimit Limit, int Seen);

/// <summary>Counts calls in sliding windows, for each conversation and the whole tenant, and says no as the Connector does.</summary>
sealed class ThrottleTable(TimeProvider time)
{
    public const string Send = "send";
    public const string Create = "createConversation";
    public const string GetMembers = "getMembers";
    public const string GetConversations = "getConversations";
    public const string Tenant = "tenant";

    /// <summary>For one bot, and for all of them together; with one bot the second never comes into it, but it is written down.</summary>
    public static readonly IReadOnlyList<ThrottleLimit> Limits =
    [
        .. new[] { Send, Create }.SelectMany(op => new ThrottleLimit[] { new(op, 1, 7), new(op, 2, 8), new(op, 30, 60), new(op, 3600, 1800), new(op, 1, 14), new(op, 2, 16) }),
        .. new[] { GetMembers, GetConversations }.SelectMany(op => new ThrottleLimit[] { new(op, 1, 14), new(op, 2, 16), new(op, 30, 120), new(op, 3600, 3600) }),
        new(GetMembers, 1, 28), new(GetMembers, 2, 32),
        new(Tenant, 1, 50),
    ];

    readonly Dictionary<(string Op, string Thread), List<long>> _calls = [];
    readonly Dictionary<ThrottleLimit, int> _peaks = [];
    int _hits;

    public int Hits => _hits;

    public IReadOnlyList<ThrottlePeak> Peaks
    {
        get
        {
            lock (_calls)
                return [.. Limits.Select(limit => new ThrottlePeak(limit, _peaks.GetValueOrDefault(limit)))];
        }
    }

    /// <summary>Null: it may go on, and is counted. Else the seconds to wait.</summary>
    public int? Take(params (string Op, string Thread)[] all)
    {
        lock (_calls)
        {
            var now = time.GetTimestamp();
            foreach (var one in all)
                foreach (var limit in Limits.Where(limit => limit.Op == one.Op))
                    if (Within(one, limit, now) is var within && within.Count >= limit.Most)
                    {
                        _hits++;
                        return Math.Max(1, (int)Math.Ceiling(limit.Seconds - time.GetElapsedTime(within[^limit.Most], now).TotalSeconds));
                    }
            foreach (var one in all)
            {
                if (!_calls.TryGetValue(one, out var calls))
                    _calls[one] = calls = [];
                calls.Add(now);
                foreach (var limit in Limits.Where(limit => limit.Op == one.Op))
                    _peaks[limit] = Math.Max(_peaks.GetValueOrDefault(limit), Within(one, limit, now).Count);
            }
            return null;
        }
    }

    List<long> Within((string Op, string Thread) one, ThrottleLimit limit, long now)
    {
        if (!_calls.TryGetValue(one, out var calls))
            return [];
        var first = calls.FindLastIndex(at => time.GetElapsedTime(at, now).TotalSeconds >= limit.Seconds) + 1;
        return calls.GetRange(first, calls.Count - first);
    }
}
