using NodaTime;
using NodaTime.TimeZones;

namespace WorkshopBot.Workshops.Schedule;

/// <summary>How a time of day somebody named fits a zone: it comes once, it is left out when clocks go forward, or it comes twice when they go back.</summary>
public enum LocalFit { Once, Skipped, Twice }

/// <summary>
/// The hours of one place, by rules that come with the house (the tz database as NodaTime ships it) and are the same on every machine. It knows no clock: what
/// time it is comes in. Two are the same when their ids are.
/// </summary>
public sealed class Zone : IEquatable<Zone>
{
    private static readonly ZoneLocalMappingResolver Rule = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>No zone is a day off, so between these every time has its instant in the calendar.</summary>
    private static readonly DateTime First = DateTime.MinValue.AddDays(1), Last = DateTime.MaxValue.AddDays(-1);

    private DateTimeZone? rules;

    internal Zone(string id) => Id = id;

    public static Zone Utc => Of("UTC");

    /// <summary>Its id in the tz database, as it was named: an alias stays one, so that somebody in Oslo is not told of Berlin. One of Windows is turned into that of its main place.</summary>
    public string Id { get; }

    /// <summary>What it is called beside a time, in every language; <see cref="Find"/> knows it by this too.</summary>
    public string Name => Id.StartsWith("Etc/", StringComparison.Ordinal) ? Said(Rules.MinOffset.ToTimeSpan()) : Id.Replace('_', ' ');

    private DateTimeZone Rules => rules ??= DateTimeZoneProviders.Tzdb[Id];

    /// <summary>The zone under an id of the tz database, alias or not, of Windows, or such as "UTC+02"; in any case and with blanks for underscores. Null: nobody knows it.</summary>
    public static Zone? Find(string? id) => ZoneTable.Find(id);

    /// <summary>The same for where something must be shown: UTC where nobody knows the zone.</summary>
    public static Zone Of(string? id) => ZoneTable.Find(id) ?? ZoneTable.Find("UTC")!;

    /// <summary>Ids that somebody may have meant by one that nobody knows, nearest first: by the town, a word of it, a slip of one or two letters, or the country in English.</summary>
    public static IReadOnlyList<string> Near(string id) => ZoneTable.Near(id);

    /// <summary>What clocks there show at an instant.</summary>
    public DateTime Local(DateTimeOffset at) => Shift(at.UtcDateTime, Ahead(at.UtcDateTime));

    /// <summary>The day it is there at an instant.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at));

    /// <summary>
    /// The instant, in UTC, at which clocks there show a time. The rule for the hours of a change: a time that comes twice is taken the first time; one that is left out is the first
    /// instant after what was left out, be it half an hour or a day.
    /// </summary>
    public DateTimeOffset Instant(DateTime local) => IsWithin(local)
        ? Rules.ResolveLocal(LocalDateTime.FromDateTime(local), Rule).ToInstant().ToDateTimeOffset()
        : new(Shift(local, -Ahead(local)), TimeSpan.Zero);

    /// <summary>The first instant of a day there.</summary>
    public DateTimeOffset Start(DateOnly day) => Instant(day.ToDateTime(TimeOnly.MinValue));

    public LocalFit Fit(DateTime local) => !IsWithin(local) ? LocalFit.Once
        : Rules.MapLocal(LocalDateTime.FromDateTime(local)).Count switch { 0 => LocalFit.Skipped, 1 => LocalFit.Once, _ => LocalFit.Twice };

    /// <summary>What it is called beside the time of an instant: with how far it is ahead of UTC where the same time comes twice.</summary>
    public string NameAt(DateTimeOffset at) => Fit(Local(at)) == LocalFit.Twice ? $"{Name}, {Said(Ahead(at.UtcDateTime))}" : Name;

    public bool Equals(Zone? other) => other is not null && Id == other.Id;

    public override bool Equals(object? obj) => Equals(obj as Zone);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    public override string ToString() => Id;

    private TimeSpan Ahead(DateTime utc) => Rules.GetUtcOffset(NodaTime.Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc))).ToTimeSpan();

    // At either end of the calendar it goes no further, rather than to fail.
    private static DateTime Shift(DateTime time, TimeSpan by) => new(Math.Clamp(time.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));

    private static string Said(TimeSpan offset) => offset == TimeSpan.Zero ? "UTC" : FormattableString.Invariant($"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");

    private static bool IsWithin(DateTime time) => time >= First && time <= Last;
}
