namespace WorkshopBot.Fakes.Slack;

/// <summary>What goes wrong next: each entry so many times, for the calls it is meant for, in the order they were written.</summary>
sealed class SlackScript
{
    readonly List<Entry> _entries = [];
    readonly Dictionary<string, (DateTimeOffset Until, HashSet<string> Refused)> _held = new(StringComparer.Ordinal);

    public void Add(SlackFault fault, int times, string? on, string? channel, int after)
    {
        lock (_entries)
            _entries.Add(new(fault, on, channel) { Times = times, After = after });
    }

    public void Clear()
    {
        lock (_entries)
        {
            _entries.Clear();
            _held.Clear();
        }
    }

    /// <summary>From now on no call like this is taken for a while.</summary>
    public void Hold(string calls, string call, DateTimeOffset until)
    {
        lock (_entries)
            _held[calls] = (until, [call]);
    }

    /// <summary>How long calls like this are not taken yet, and whether this very call was refused before; null: they are.</summary>
    public (TimeSpan Left, bool IsAgain)? Held(string calls, string call, DateTimeOffset now)
    {
        lock (_entries)
            return _held.TryGetValue(calls, out var held) && now < held.Until ? (held.Until - now, !held.Refused.Add(call)) : null;
    }

    public SlackFault? Next(string method, string? channel)
    {
        lock (_entries)
        {
            foreach (var entry in _entries)
            {
                if (entry.Times == 0 || (entry.On is { } on && on != method) || (entry.Channel is { } wanted && wanted != channel))
                    continue;
                if (entry.After > 0)
                {
                    entry.After--;
                    continue;
                }
                entry.Times--;
                return entry.Fault;
            }
            return null;
        }
    }

    sealed record Entry(SlackFault Fault, string? On, string? Channel)
    {
        public required int Times { get; set; }

        public required int After { get; set; }
    }
}
