using WorkshopBot.Channels;

namespace WorkshopBot.Keeping;

/// <summary>
/// How often this node calls one platform and tenant: as often as the channel allows, half as often after each "later", and slowly back again. Where edits are counted for
/// all rooms together, each lane has its turn for them, one after the other. So several nodes share what a platform gives without knowing of each other.
/// </summary>
sealed class Pace(ChannelLimits limits)
{
    const double Slower = 2;
    const double Quicker = 0.95;

    /// <summary>So many edits may be made at once after a quiet time; the others of a minute are spread over it.</summary>
    const int AtOnce = 5;

    /// <summary>What a round is reckoned to come to before there was one.</summary>
    const int Reckoned = 3;

    const double MostSlow = 64;
    const double QuickerByMinute = 0.9;

    static readonly TimeSpan Most = TimeSpan.FromMinutes(2);

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>A turn that nobody took in this time is forgotten, and what a lane's round comes to.</summary>
    static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    readonly Lock _lock = new();
    readonly Dictionary<string, (DateTimeOffset At, bool IsOpen, int Edits)> _turns = new(StringComparer.Ordinal);
    TimeSpan _interval = limits.EditEvery;
    double _slow = 1;
    DateTimeOffset _slowed;
    DateTimeOffset _free;
    DateTimeOffset _swept;

    /// <summary>The least time between two rounds of one lane.</summary>
    public TimeSpan Interval
    {
        get
        {
            lock (_lock)
                return _interval;
        }
    }

    /// <summary>Nobody is called there before.</summary>
    public DateTimeOffset Closed { get; private set; }

    /// <summary>The first two parts of a place's key.</summary>
    public static string Workspace(string place)
    {
        var platform = place.IndexOf(':', StringComparison.Ordinal);
        var tenant = place.IndexOf(':', platform + 1);
        return tenant < 0 ? place : place[..tenant];
    }

    /// <summary>When a lane may have its next round; one whose time has come takes it with that.</summary>
    public DateTimeOffset Turn(string lane, DateTimeOffset now)
    {
        if (limits.EditsPerMinute is not { } most)
            return now;
        lock (_lock)
        {
            Sweep(now);
            var (at, isOpen, edits) = _turns.GetValueOrDefault(lane, (now, false, Reckoned));
            if (!isOpen)
            {
                var between = Between(most, now);
                _free = Max(_free, now) + between * edits;
                at = Max(_free - between * Math.Max(AtOnce, edits), now);
            }
            _turns[lane] = (at, at > now, edits);
            return at;
        }
    }

    /// <summary>A lane needs no round: somebody else did it.</summary>
    public void Pass(string lane, DateTimeOffset now)
    {
        lock (_lock)
            if (_turns.TryGetValue(lane, out var turn) && turn.IsOpen)
            {
                _turns[lane] = turn with { IsOpen = false };
                _free -= Between(limits.EditsPerMinute!.Value, now) * turn.Edits;
            }
    }

    /// <summary>A lane's round came to so many edits; the next is reckoned to come to as many. Null for a lane that has no turns.</summary>
    public void Made(string? lane, int edits, DateTimeOffset now)
    {
        if (limits.EditsPerMinute is not { } most)
            return;
        lock (_lock)
        {
            var reckoned = lane is not null && _turns.TryGetValue(lane, out var turn) ? turn.Edits : 0;
            _free = Max(_free, now) + Between(most, now) * (edits - reckoned);
            if (lane is not null)
                _turns[lane] = (now, false, Math.Max(1, edits));
        }
    }

    /// <summary>The platform asked us to come later. Many who hear it at once slow down once.</summary>
    public void Later(DateTimeOffset now, DateTimeOffset until)
    {
        lock (_lock)
        {
            if (now >= Closed)
            {
                _interval = _interval * Slower is var slower && slower < Most ? (slower > TimeSpan.Zero ? slower : Spans.Again) : Most;
                // Until the minute is over what is counted is what was made before.
                if (now - _slowed >= Minute)
                    (_slow, _slowed) = (Math.Min(Slow(now) * Slower, MostSlow), now);
            }
            Closed = until > Closed ? until : Closed;
            // Whoever had a turn asks for another, or all would come back at once.
            foreach (var lane in _turns.Keys.ToList())
                _turns[lane] = _turns[lane] with { IsOpen = false };
            _free = Closed;
        }
    }

    /// <summary>A round went through.</summary>
    public void Went()
    {
        lock (_lock)
            _interval = _interval * Quicker is var quicker && quicker > limits.EditEvery ? quicker : limits.EditEvery;
    }

    TimeSpan Between(int most, DateTimeOffset now) => Minute / Math.Max(1, most - AtOnce) * Slow(now);

    // By the minute and not by the round: with many lanes it would be over before the next "later" could tell anything.
    double Slow(DateTimeOffset now) => Math.Max(1, _slow * Math.Pow(QuickerByMinute, Math.Max(0, (now - _slowed).TotalMinutes)));

    void Sweep(DateTimeOffset now)
    {
        if (now - _swept < Forgotten)
            return;
        _swept = now;
        foreach (var (lane, turn) in _turns)
            if (now - turn.At > Forgotten)
                _turns.Remove(lane);
    }

    static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
