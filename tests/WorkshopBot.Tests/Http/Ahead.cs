namespace WorkshopBot.Tests.Http;

/// <summary>The clock of this machine, put ahead to a time of its own, and further as told. Waiting is measured in real time.</summary>
sealed class Ahead(DateTimeOffset start) : TimeProvider
{
    TimeSpan _by = start - System.GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public void Pass(TimeSpan time) => _by += time;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _by;
}
