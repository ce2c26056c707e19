namespace WorkshopBot.Keeping;

/// <summary>
/// How often this node calls one platform and tenant: as often as the channel allows, half as often after each "later", and slowly back again. So several
/// nodes share what a platform gives without knowing of each other.
/// </summary>
sealed class Pace
{
    const double Slower = 2;
    const double Quicker = 0.95;

    static readonly TimeSpan Most = TimeSpan.FromMinutes(2);

    readonly Lock _lock = new();
    readonly TimeSpan _least;
    TimeSpan _interval;

    public Pace(TimeSpan least) => _least = _interval = least;

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

    /// <summary>The platform asked us to come later. Many who hear it at once slow down once.</summary>
    public void Later(DateTimeOffset now, DateTimeOffset until)
    {
        lock (_lock)
        {
            if (now >= Closed)
                _interval = _interval * Slower is var slower && slower < Most ? (slower > TimeSpan.Zero ? slower : Spans.Again) : Most;
            Closed = until > Closed ? until : Closed;
        }
    }

    /// <summary>A round went through.</summary>
    public void Went()
    {
        lock (_lock)
            _interval = _interval * Quicker is var quicker && quicker > _least ? quicker : _least;
    }
}
