namespace WorkshopBot.Journal;

/// <summary>
/// Which workshop a room speaks of, and which workshops a tenant owns. It only finds: whether the room belongs to the workshop is for the workshop's own journal to say.
/// Names are the platforms' own, of any characters. Finding throws <see cref="StorageUnavailableException"/>; writing does not.
/// </summary>
public sealed class WorkshopIndex(IRowStore rows)
{
    const string Key = "workshop";
    const string Member = "w-";
    const string MembersEnd = "w.";     // '.' follows '-'

    static string Room(string room) => "room-" + HashedName.Of(room);
    static string Tenant(string tenant) => "tenant-" + HashedName.Of(tenant);

    public async ValueTask<IndexedRoom?> FindRoom(string room, CancellationToken ct = default) =>
        await rows.Get(Room(room), Key, ct).ConfigureAwait(false) is { } row ? new(Workshop(row), row.ETag) : null;

    /// <summary>When a room was given to the workshop it speaks of, by the storage's clock; null: it speaks of none.</summary>
    public async ValueTask<DateTimeOffset?> GivenAt(string room, CancellationToken ct = default) => (await rows.Get(Room(room), Key, ct).ConfigureAwait(false))?.WrittenAt;

    /// <summary>Takes a room from the workshop it speaks of; a conflict when it speaks of another by now.</summary>
    public ValueTask<WriteResult> FreeRoom(string room, IndexedRoom found, CancellationToken ct = default) => rows.Write(Room(room), [new RowChange.Delete(Key, found.ETag)], ct);

    /// <summary>Gives a room to a workshop: a free one, or one that still speaks of what <paramref name="replaces"/> names. Made twice, it is claimed twice.</summary>
    public async ValueTask<ClaimResult> ClaimRoom(string room, string workshop, IndexedRoom? replaces, CancellationToken ct = default)
    {
        var data = Row(workshop);
        RowChange change = replaces is null ? new RowChange.Insert(Key, data) : new RowChange.Replace(Key, data, replaces.ETag);
        switch (await rows.Write(Room(room), [change], ct).ConfigureAwait(false))
        {
            case WriteResult.Written written:
                return new ClaimResult.Claimed(new(workshop, written.ETags[0]!));
            case WriteResult.Unavailable unavailable:
                return new ClaimResult.Refused(unavailable.Fault);
        }
        try
        {
            return await FindRoom(room, ct).ConfigureAwait(false) switch
            {
                { } holder when holder.Workshop == workshop => new ClaimResult.Claimed(holder),
                { } holder => new ClaimResult.Lost(holder),
                // The row it was to replace has been purged meanwhile, so the room is free.
                null => await ClaimRoom(room, workshop, null, ct).ConfigureAwait(false),
            };
        }
        catch (StorageUnavailableException e)
        {
            return new ClaimResult.Refused(e.Fault);
        }
    }

    /// <summary>Adds a workshop to those a tenant owns. Null: done.</summary>
    public ValueTask<StorageFault?> AddToTenant(string tenant, string workshop, CancellationToken ct = default) =>
        Put(Tenant(tenant), Member + workshop, workshop, ct);

    /// <summary>The tenant's workshops in the order of their ids, the first <paramref name="most"/> of them.</summary>
    public async ValueTask<IReadOnlyList<string>> OfTenant(string tenant, int most, CancellationToken ct = default) =>
        [.. (await rows.Range(Tenant(tenant), Member, MembersEnd, most, ct).ConfigureAwait(false)).Select(row => row.Key[Member.Length..])];

    async ValueTask<StorageFault?> Put(string partition, string key, string workshop, CancellationToken ct) =>
        await rows.Write(partition, [new RowChange.Put(key, Row(workshop))], ct).ConfigureAwait(false) is WriteResult.Unavailable { Fault: var fault } ? fault : null;

    static byte[] Row(string workshop) => StoredJson.Write(new IndexRow(workshop), StoredJson.Default.IndexRow);

    static string Workshop(StoredRow row) => StoredJson.Read(row, StoredJson.Default.IndexRow).Workshop;
}
