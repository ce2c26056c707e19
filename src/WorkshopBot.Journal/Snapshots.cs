using System.Globalization;

namespace WorkshopBot.Journal;

/// <summary>
/// Writes and finds snapshots: parts first, then the row that points to them, then the older parts go. So at every moment the pointer, if there is one, points to something whole;
/// and should it not, the checksum tells.
/// </summary>
sealed class Snapshots(IRowStore rows)
{
    public const string PointerKey = "snap";
    // As base64 under a MiB: the emulator of cloud tables measures a row that is put as it travels.
    const int PartBytes = 720 * 1024;
    const int MostParts = 1000;         // three digits
    const int DeletedTogether = 4;      // a range brings the data along, so few at a time
    const int Tries = 3;

    internal static string Key(long version, int part) => string.Create(CultureInfo.InvariantCulture, $"s-{version:D10}-{part:D3}");

    public async ValueTask<StorageFault?> Save(string partition, long version, ReadOnlyMemory<byte> state, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(version);
        var packed = PackedState.Pack(state);
        var pointer = new SnapshotRow(version, Math.Max(1, (packed.Length + PartBytes - 1) / PartBytes), state.Length, PackedState.Hash(packed));
        if (pointer.Parts > MostParts)
            throw new ArgumentException($"A snapshot takes at most {MostParts} parts, this one {pointer.Parts}.", nameof(state));
        try
        {
            if (await Newest(partition, ct).ConfigureAwait(false) is { } newest && newest.Version >= version)
                return null;
            for (var part = 0; part < pointer.Parts; part++)
            {
                var bytes = packed.Slice(part * PartBytes, Math.Min(PartBytes, packed.Length - part * PartBytes));
                if (await rows.Write(partition, [new RowChange.Put(Key(version, part), bytes)], ct).ConfigureAwait(false) is WriteResult.Unavailable { Fault: var fault })
                    return fault;
            }
            return await Point(partition, pointer, ct).ConfigureAwait(false) ?? await DeleteBefore(partition, version, ct).ConfigureAwait(false);
        }
        catch (StorageUnavailableException e)
        {
            return e.Fault;
        }
    }

    /// <summary>The newest snapshot that is whole, or null.</summary>
    public async ValueTask<(long Version, ReadOnlyMemory<byte> Data)?> Find(string partition, CancellationToken ct)
    {
        var failed = 0L;
        for (var tries = 0; tries < Tries; tries++)
        {
            // Parts may go while we read them, when a newer snapshot takes their place; then, and only then, another try helps.
            if (await Newest(partition, ct).ConfigureAwait(false) is not { } pointer || pointer.Version == failed)
                return null;
            if (await Unpack(partition, pointer, ct).ConfigureAwait(false) is { } state)
                return (pointer.Version, state);
            failed = pointer.Version;
        }
        return null;
    }

    async ValueTask<byte[]?> Unpack(string partition, SnapshotRow pointer, CancellationToken ct)
    {
        var packed = new MemoryStream();
        for (var part = 0; part < pointer.Parts; part++)
        {
            if (await rows.Get(partition, Key(pointer.Version, part), ct).ConfigureAwait(false) is not { } row)
                return null;
            packed.Write(row.Data.Span);
        }
        return PackedState.Unpack(packed.GetBuffer().AsMemory(0, (int)packed.Length), pointer);
    }

    async ValueTask<SnapshotRow?> Newest(string partition, CancellationToken ct) =>
        await rows.Get(partition, PointerKey, ct).ConfigureAwait(false) is { } row ? Pointer(row) : null;

    // One that cannot be read counts as none: it is written over by the next snapshot.
    internal static SnapshotRow? Pointer(StoredRow row) =>
        StoredJson.TryRead(row, StoredJson.Default.SnapshotRow) is { Hash: not null, Version: > 0, Parts: > 0 and <= MostParts, Bytes: >= 0 } pointer ? pointer : null;

    // Only ever forward: of two who save at once the newer one stays. Each conflict means that somebody else moved it on, so the loop ends.
    async ValueTask<StorageFault?> Point(string partition, SnapshotRow pointer, CancellationToken ct)
    {
        var data = StoredJson.Write(pointer, StoredJson.Default.SnapshotRow);
        while (true)
        {
            var row = await rows.Get(partition, PointerKey, ct).ConfigureAwait(false);
            if (row is not null && Pointer(row)?.Version >= pointer.Version)
                return null;
            var change = row is null ? (RowChange)new RowChange.Insert(PointerKey, data) : new RowChange.Replace(PointerKey, data, row.ETag);
            switch (await rows.Write(partition, [change], ct).ConfigureAwait(false))
            {
                case WriteResult.Written: return null;
                case WriteResult.Unavailable { Fault: var fault }: return fault;
            }
        }
    }

    // Also sweeps up what a crash left behind. Whatever stays now goes the next time.
    async ValueTask<StorageFault?> DeleteBefore(string partition, long version, CancellationToken ct)
    {
        while (await rows.Range(partition, "s-", Key(version, 0), DeletedTogether, ct).ConfigureAwait(false) is { Count: > 0 } old)
            if (await rows.Write(partition, [.. old.Select(row => new RowChange.Delete(row.Key, row.ETag))], ct).ConfigureAwait(false) is not WriteResult.Written)
                break;
        return null;
    }
}
