namespace WorkshopBot.Journal;

/// <summary>Looks this node has set and need not set again. Forgetting one costs a needless write, so it forgets freely and never grows beyond its bound.</summary>
sealed class KnownLooks
{
    public const int Most = 4096;

    readonly Lock _lock = new();
    readonly Dictionary<(string Workshop, DateTimeOffset? Asked), DateTimeOffset> _looks = [];

    public int Count
    {
        get
        {
            lock (_lock)
                return _looks.Count;
        }
    }

    /// <summary>Whether a look as asked for (null: any time soon) is known that lies after <paramref name="safe"/>.</summary>
    public bool Has(string workshop, DateTimeOffset? asked, DateTimeOffset safe)
    {
        lock (_lock)
            return _looks.TryGetValue((workshop, asked), out var at) && at > safe;
    }

    public void Remember(string workshop, DateTimeOffset? asked, DateTimeOffset at, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_looks.Count >= Most)
                foreach (var (look, _) in _looks.Where(look => look.Value <= now).ToList())
                    _looks.Remove(look);
            if (_looks.Count >= Most)
                _looks.Clear();
            _looks[(workshop, asked)] = at;
        }
    }
}
