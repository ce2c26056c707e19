using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace WorkshopBot.Journal.Checking;

/// <summary>The families of this room's own rows, but for workshops, which are checked as a whole. The names are those under which the rows are written.</summary>
static class RowFamilies
{
    const int HashCharacters = 26;
    const int TickDigits = 19;

    public static readonly IReadOnlyList<RowFamily> Own =
    [
        new("room-", "rooms", (_, row) => row.Key == "workshop" ? Index(row) : RowReading.Unknown),
        new("tenant-", "workshops of tenants", (_, row) => !row.Key.StartsWith("w-", StringComparison.Ordinal) ? RowReading.Unknown : Index(row) is var read && (read.Workshop is null || row.Key == "w-" + read.Workshop) ? read : Misplaced),
        new("p-", "seats", (_, row) => row.Key == "seat" ? Json(row, StoredJson.Default.Seat) : RowReading.Unknown),
        new("seats-", "listed seats", (_, row) => !row.Key.StartsWith("s-", StringComparison.Ordinal) ? RowReading.Unknown
            : StoredJson.TryRead(row, StoredJson.Default.SeatListRow) is not { Room: not null, Person: not null } seat ? Unreadable
            : row.Key == "s-" + HashedName.Of(seat.Room, seat.Person) ? RowReading.Fine : Misplaced),
        new("agenda-", "looks", Look),
        new("code-", "codes", (_, row) => row.Key != "code" ? RowReading.Unknown : StoredJson.TryRead(row, StoredJson.Default.KeptCode) is { Workshop: { } workshop, Name: not null } ? To(workshop) : Unreadable),
        new("codes-", "listed codes", (_, row) => IsListed(row.Key) ? row.Data.IsEmpty ? RowReading.Fine : Unreadable : RowReading.Unknown),
        new("tries-", "counted tries", (_, row) => row.Key == "tries" ? Json(row, StoredJson.Default.TriedCodes) : RowReading.Unknown),
        new("n-", "notes", (_, row) => row.Key == "note" ? RowReading.Fine : RowReading.Unknown),
    ];

    public static RowReading Unreadable { get; } = new("cannot be read");

    public static RowReading Misplaced { get; } = new("stands in another's place");

    static RowReading Json<T>(StoredRow row, JsonTypeInfo<T> type) where T : class => StoredJson.TryRead(row, type) is null ? Unreadable : RowReading.Fine;

    static RowReading Index(StoredRow row) => StoredJson.TryRead(row, StoredJson.Default.IndexRow) is { Workshop: { Length: > 0 } workshop } ? To(workshop) : Unreadable;

    static RowReading To(string workshop) => RowRules.IsName(CommitRows.Partition(workshop)) ? new(null, workshop) : new("names a workshop that cannot be");

    // A look may come before the first commit of its workshop, so it leads to nothing for sure.
    static RowReading Look(string partition, StoredRow row)
    {
        if (row.Key.Length <= TickDigits || row.Key[TickDigits] != '-' || !long.TryParse(row.Key.AsSpan(0, TickDigits), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return RowReading.Unknown;
        if (StoredJson.TryRead(row, StoredJson.Default.LookRow) is not { Workshop: { Length: > 0 } workshop })
            return Unreadable;
        return row.Key.AsSpan(TickDigits + 1).SequenceEqual(workshop) && partition == Agenda.PartitionOf(workshop) ? RowReading.Fine : Misplaced;
    }

    static bool IsListed(string key) => key.Length == TickDigits + 1 + HashCharacters && key[TickDigits] == '-' && long.TryParse(key.AsSpan(0, TickDigits), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
