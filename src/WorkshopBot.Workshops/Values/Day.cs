using WorkshopBot.Workshops.Schedule;


namespace WorkshopBot.Workshops.Values;

/// <summary>A date somebody named: its first instant and the zone it was read in, so that every reader sees it in his own.</summary>
public sealed record Day(DateTimeOffset At, string Zone)
{
    private static readonly DateTimeOffset Latest = DateTimeOffset.MaxValue.AddHours(-12);

    /// <summary>
    /// The calendar date in the zone it was named in. It is the midnight nearest to its instant, so that it stays the same when a country changes its hours afterwards,
    /// and where nobody knows the zone.
    /// </summary>
    public DateOnly Date => Schedule.Zone.Of(Zone).Day(At > Latest ? At : At.AddHours(12));

    public static Day Of(DateOnly date, Zone zone) => new(zone.Start(date), zone.Id);
}
