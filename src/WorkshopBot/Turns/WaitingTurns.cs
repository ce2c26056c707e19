namespace WorkshopBot.Turns;

/// <summary>The turns that wait for one workshop, oldest first, and no more of them than can be answered in time. Its owner holds the lock.</summary>
sealed class WaitingTurns
{
    public const int MostTurns = 256;
    public const int MostBytes = 1024 * 1024;
    public const int BatchTurns = 32;
    public const int BatchBytes = 200 * 1024;

    readonly Queue<Pending> _turns = [];
    long _bytes;

    public int Count => _turns.Count;

    /// <summary>False: full.</summary>
    public bool Add(Pending turn)
    {
        if (_turns.Count >= MostTurns || (_turns.Count > 0 && _bytes + turn.Bytes > MostBytes))
            return false;
        _turns.Enqueue(turn);
        _bytes += turn.Bytes;
        return true;
    }

    /// <summary>Fills a batch up; one turn always fits, however large.</summary>
    public void Fill(List<Pending> batch)
    {
        var bytes = batch.Sum(turn => (long)turn.Bytes);
        while (batch.Count < BatchTurns && _turns.TryPeek(out var next) && (batch.Count == 0 || bytes + next.Bytes <= BatchBytes))
        {
            batch.Add(_turns.Dequeue());
            bytes += next.Bytes;
            _bytes -= next.Bytes;
        }
    }
}
