using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Schedule;

/// <summary>
/// When something ends. What was said is a time on the clocks of a zone, and that is what counts: when a country changes its rules afterwards, the instant follows
/// the clocks (<see cref="Again"/>).
/// </summary>
/// <param name="At">The instant, by the rules known when it was made.</param>
/// <param name="Zone">Id of the zone it was named in.</param>
/// <param name="Local">What clocks there were to show, as it was named: at an hour that is left out, <paramref name="At"/> is when they next show anything.</param>
public sealed record Deadline(DateTimeOffset At, string Zone, DateTime Local)
{
    /// <summary>At a time of a zone's clocks; which instant that is where there is none or two, <see cref="Schedule.Zone.Instant"/> says.</summary>
    public static Deadline Named(DateTime local, Zone zone) => new(zone.Instant(local), zone.Id, local);

    /// <summary>At an instant, such as in two hours.</summary>
    public static Deadline Exact(DateTimeOffset at, Zone zone) => new(at, zone.Id, zone.Local(at));

    /// <summary>The same by the rules of today. An instant that still fits the clocks stays, so that of two that fit the one that was meant is kept; so does one of a zone nobody knows.</summary>
    public Deadline Again() => Schedule.Zone.Find(Zone) is { } zone && zone.Local(At) != Local && zone.Instant(Local) is var now && now != At ? this with { At = now } : this;

    /// <summary>For a phrase: everybody reads it in their own zone.</summary>
    public Arg Moment => new Arg.Moment(At, Zone);
}
