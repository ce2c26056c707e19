namespace WorkshopBot.Turns;

/// <summary>
/// What a mailbox knows of other nodes that write to its workshop. Whoever has just won lets the others come first for a moment: their caches are out of date now,
/// its own is not, so it would win again and again.
/// </summary>
sealed class Rivals(TimeProvider time)
{
    /// <summary>For how long somebody who wrote is thought to go on writing.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromSeconds(1);

    /// <summary>The longest rest: turns wait meanwhile.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    long? _seen;
    long? _won;
    TimeSpan _latency;

    /// <summary>Somebody else's commit was met.</summary>
    public void Seen() => _seen = time.GetTimestamp();

    /// <summary>A commit of our own came through; it was begun then.</summary>
    public void Won(long began)
    {
        _won = time.GetTimestamp();
        _latency = time.GetElapsedTime(began, _won.Value);
    }

    /// <summary>How long to wait before the next commit: what is left of twice the time the last one took, while others write too.</summary>
    public TimeSpan Rest()
    {
        if (_won is not { } won || _seen is not { } seen || time.GetElapsedTime(seen) > Near)
            return TimeSpan.Zero;
        var rest = (2 * _latency < Longest ? 2 * _latency : Longest) - time.GetElapsedTime(won);
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }
}
