namespace WorkshopBot.Journal;

/// <summary>The seats of people in rooms, one row each, saved under their ETag. Finding throws <see cref="StorageUnavailableException"/>; writing does not.</summary>
public sealed class Seats(IRowStore rows)
{
    const string Key = "seat";

    static string Partition(string room, string person) => "p-" + HashedName.Of(room, person);

    public async ValueTask<FoundSeat?> Find(string room, string person, CancellationToken ct = default) =>
        await rows.Get(Partition(room, person), Key, ct).ConfigureAwait(false) is { } row ? new(Read(row), row.ETag) : null;

    /// <summary>Saves over the state <paramref name="etag"/> names; null: there must be none yet. The answer's one ETag is for the next save.</summary>
    public ValueTask<WriteResult> Save(string room, string person, Seat seat, string? etag, CancellationToken ct = default)
    {
        var data = StoredJson.Write(seat, StoredJson.Default.Seat);
        return rows.Write(Partition(room, person), [etag is null ? new RowChange.Insert(Key, data) : new RowChange.Replace(Key, data, etag)], ct);
    }

    public ValueTask<WriteResult> Remove(string room, string person, string etag, CancellationToken ct = default) =>
        rows.Write(Partition(room, person), [new RowChange.Delete(Key, etag)], ct);

    static Seat Read(StoredRow row)
    {
        var seat = StoredJson.Read(row, StoredJson.Default.Seat);
        // Left out when empty, and an array that was never set cannot even be counted.
        return seat.Known.IsDefault || seat.Turns.IsDefault ? seat with { Known = seat.Known.IsDefault ? [] : seat.Known, Turns = seat.Turns.IsDefault ? [] : seat.Turns } : seat;
    }
}
