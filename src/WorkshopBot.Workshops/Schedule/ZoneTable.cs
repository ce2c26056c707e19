using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace WorkshopBot.Workshops.Schedule;

/// <summary>The zones there are, by all their names.</summary>
internal static class ZoneTable
{
    /// <summary>How many ids a refusal names.</summary>
    private const int MostNear = 3;

    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;

    private static readonly FrozenDictionary<string, Zone> Known = Names();

    public static Zone? Find(string? id)
    {
        if (id is null || id.Length > Limits.Name) return null;
        var name = Key(id);
        // What Windows calls UTC+13 is in the table; any other offset is a zone without a table.
        return Known.GetValueOrDefault(name) ?? (name.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name.ToUpperInvariant()) is { } fixedZone ? new(fixedZone.Id) : null);
    }

    public static IReadOnlyList<string> Near(string id)
    {
        var town = Town(Key(id));
        if (town.Length is 0 or > Limits.Name) return [];
        return [.. Source.CanonicalIdMap.Where(pair => pair.Key.Contains('/', StringComparison.Ordinal) && !pair.Key.StartsWith("Etc/", StringComparison.Ordinal))
            .Select(pair => (Id: pair.Key, Canonical: pair.Value, Off: Off(town, Town(pair.Key)))).Concat(InCountry(town)).Where(near => near.Off is not null)
            // Of several names of one place, the one that fits best, then the one it has now.
            .OrderBy(near => near.Off).ThenBy(near => near.Id == near.Canonical ? 0 : 1).ThenBy(near => near.Id, StringComparer.Ordinal)
            .DistinctBy(near => near.Canonical).Take(MostNear).Select(near => near.Id)];
    }

    /// <summary>How far the town somebody typed is from one there is; null: too far to be meant.</summary>
    private static int? Off(string typed, string town)
    {
        if (typed.Equals(town, StringComparison.OrdinalIgnoreCase)) return 0;
        if ((typed.Length > 2 && $"_{town}".Contains($"_{typed}", StringComparison.OrdinalIgnoreCase)) || $"_{typed}_".Contains($"_{town}_", StringComparison.OrdinalIgnoreCase)) return 1;
        var off = Lines.Known.Distance(typed, town);
        return off <= 2 && off * 2 < town.Length ? 1 + off : null;
    }

    private static IEnumerable<(string Id, string Canonical, int? Off)> InCountry(string name) =>
        (Source.ZoneLocations ?? []).Where(place => Key(place.CountryName).Equals(name, StringComparison.OrdinalIgnoreCase)).Select(place => (place.ZoneId, Source.CanonicalIdMap[place.ZoneId], (int?)0));

    private static FrozenDictionary<string, Zone> Names()
    {
        var zones = Source.GetIds().ToDictionary(Key, id => new Zone(id), StringComparer.OrdinalIgnoreCase);
        // Where Windows and the tz database use one name, the database's own counts.
        foreach (var (windows, id) in Source.WindowsMapping.PrimaryMapping) zones.TryAdd(Key(windows), zones[Key(id)]);
        return zones.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static string Key(string id) => id.Trim().Replace(' ', '_');

    private static string Town(string id) => id[(id.LastIndexOf('/') + 1)..];
}
