namespace WorkshopBot.Workshops.Values;

/// <summary>A date somebody named: its first instant and the zone it was read in, so that every reader sees it in his own.</summary>
public sealed record Day(DateTimeOffset At, string Zone)
{
    /// <summary>The calendar date in the zone it was named in.</summary>
    public DateOnly Date => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(At, TimeZoneInfo.FindSystemTimeZoneById(Zone)).DateTime);

    public static Day Of(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new(new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime(), zone.Id);
    }
}
