using WorkshopBot.Channels;

namespace WorkshopBot.Keeping;

/// <summary>
/// How often this node calls one platform and tenant: as often as the channel allows, half as often after each "later", and slowly back again. Where edits are counted for
/// all rooms together, each lane has its turn for them, one after the other, and what other nodes did shows in the lanes. So several nodes share what a platform gives
/// without knowing of each other.
/// </summary>
sealed class Pace(ChannelLimits limits)
{
    const double Slower = 2;
    const double Quicker = 0.95;

    /// <summary>So many edits may be made at once after a quiet time; the others of a minute are spread over it.</summary>
    const int AtOnce = 4;

    /// <summary>Of what a platform gives, so much is planned: several nodes have their own few at once, and hear of each other a little late.</summary>
    const double Planned = 0.7;

    /// <summary>What a round is reckoned to come to before there was one.</summary>
    const int Reckoned = 3;

    const double MostSlow = 64;
    const double QuickerByMinute = 0.9;

    static readonly TimeSpan Most = TimeSpan.FromMinutes(2);

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>A turn that nobody took in this time is forgotten, and what a lane's round comes to.</summary>
    static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    readonly Lock _lock = new();
    readonly Dictionary<string, LaneTurn> _turns = new(StringComparer.Ordinal);
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
            var turn = _turns.GetValueOrDefault(lane, new(now));
            if (turn.Reserved == 0)
            {
                var between = Between(most, now);
                _free = Max(_free, now) + between * turn.Edits;
                turn = turn with { At = Max(_free - between * Math.Max(AtOnce, turn.Edits), now), Reserved = turn.Edits };
            }
            _turns[lane] = turn;
            return turn.At;
        }
    }

    /// <summary>
    /// So many edits were made in a lane up to now, by whomever. What is more than this node knows of, others made: it counts as its own do, and if the lane had a
    /// turn here, that was it.
    /// </summary>
    public void Saw(string lane, long total, DateTimeOffset now)
    {
        if (limits.EditsPerMinute is not { } most)
            return;
        lock (_lock)
        {
            var turn = _turns.GetValueOrDefault(lane, new(now));
            if (total > turn.Total)
            {
                // Of what was made over a longer time, only a minute's worth is still counted.
                var others = (total - turn.Total.Value) * Math.Min(1, Minute / Max(now - turn.Seen, Spans.Again));
                _free = Max(_free, now) + Between(most, now) * (others - turn.Reserved);
                turn = turn with { Reserved = 0 };
            }
            _turns[lane] = turn with { Total = total, Seen = now };
        }
    }

    /// <summary>A lane needs no round: somebody else did it.</summary>
    public void Pass(string lane, DateTimeOffset now)
    {
        lock (_lock)
            if (_turns.TryGetValue(lane, out var turn) && turn.Reserved > 0)
            {
                _turns[lane] = turn with { Reserved = 0 };
                _free -= Between(limits.EditsPerMinute!.Value, now) * turn.Reserved;
            }
    }

    /// <summary>A lane's round came to so many edits; the next is reckoned to come to as many. Null for a lane that has no turns.</summary>
    public void Made(string? lane, int edits, DateTimeOffset now)
    {
        if (limits.EditsPerMinute is not { } most)
            return;
        lock (_lock)
        {
            var turn = lane is null ? null : _turns.GetValueOrDefault(lane, new(now));
            _free = Max(_free, now) + Between(most, now) * (edits - (turn?.Reserved ?? 0));
            // A round that only posted tells nothing of the next.
            if (turn is not null)
                _turns[lane!] = turn with { Reserved = 0, Edits = edits > 0 ? edits : turn.Edits, Total = turn.Total + edits, Seen = now };
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
                _turns[lane] = _turns[lane] with { Reserved = 0 };
            _free = Closed;
        }
    }

    /// <summary>A round went through.</summary>
    public void Went()
    {
        lock (_lock)
            _interval = _interval * Quicker is var quicker && quicker > limits.EditEvery ? quicker : limits.EditEvery;
    }

    TimeSpan Between(int most, DateTimeOffset now) => Minute / Math.Max(1, most * Planned) * Slow(now);

    // By the minute and not by the round: with many lanes it would be over before the next "later" could tell anything.
    double Slow(DateTimeOffset now) => Math.Max(1, _slow * Math.Pow(QuickerByMinute, Math.Max(0, (now - _slowed).TotalMinutes)));

    void Sweep(DateTimeOffset now)
    {
        if (now - _swept < Forgotten)
            return;
        _swept = now;
        foreach (var (lane, turn) in _turns)
            if (now - Max(turn.At, turn.Seen) > Forgotten)
                _turns.Remove(lane);
    }

    static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>A lane, and when it may have its next round.</summary>
    sealed record LaneTurn(DateTimeOffset At)
    {
        /// <summary>So many edits are set aside for that round; zero where none was asked for.</summary>
        public int Reserved { get; init; }

        /// <summary>What a round of it is reckoned to come to.</summary>
        public int Edits { get; init; } = Reckoned;

        /// <summary>The edits made in it so far that this node knows of; null before it looked.</summary>
        public long? Total { get; init; }

        /// <summary>When that was.</summary>
        public DateTimeOffset Seen { get; init; } = At;
    }
}
