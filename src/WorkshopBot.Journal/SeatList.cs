namespace WorkshopBot.Journal;

/// <summary>
/// Which seats hold something of a workshop: a seat's own row is found only by who knows room and person, and must be found when the workshop is long over.
/// A seat is put on the list before it is written, so that none is forgotten. Reading throws <see cref="StorageUnavailableException"/>; writing does not.
/// </summary>
public sealed class SeatList(IRowStore rows)
{
    const string Seat = "s-";
    const string SeatsEnd = "s.";       // '.' follows '-'

    static string Partition(string workshop) => "seats-" + workshop;

    /// <summary>Puts a seat on the list, also when it is there already. Null: done.</summary>
    public async ValueTask<StorageFault?> Add(string workshop, string room, string person, CancellationToken ct = default)
    {
        var row = StoredJson.Write(new SeatListRow(room, person), StoredJson.Default.SeatListRow);
        return await rows.Write(Partition(workshop), [new RowChange.Put(Seat + HashedName.Of(room, person), row)], ct).ConfigureAwait(false) is WriteResult.Unavailable { Fault: var fault } ? fault : null;
    }

    /// <summary>The next seats of the list, at most <paramref name="most"/>, beyond the key <paramref name="after"/>; from the beginning without one.</summary>
    public async ValueTask<IReadOnlyList<ListedSeat>> Next(string workshop, string? after, int most, CancellationToken ct = default) =>
        // The name right after the key: no name has a character before the blank.
        [.. (await rows.Range(Partition(workshop), after is null ? Seat : after + " ", SeatsEnd, most, ct).ConfigureAwait(false)).Select(Read)];

    /// <summary>Takes a seat off the list, unless it was put there again meanwhile.</summary>
    public ValueTask<WriteResult> Remove(string workshop, ListedSeat seat, CancellationToken ct = default) =>
        rows.Write(Partition(workshop), [new RowChange.Delete(seat.Key, seat.ETag)], ct);

    static ListedSeat Read(StoredRow row)
    {
        var seat = StoredJson.Read(row, StoredJson.Default.SeatListRow);
        return new(seat.Room, seat.Person, row.Key, row.WrittenAt, row.ETag);
    }
}
