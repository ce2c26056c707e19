using System.Globalization;

namespace WorkshopBot.Journal;

/// <summary>
/// Codes that somebody is shown in one place and types in another. Only a hash of a code is stored, under which it is found; a code is used by one room or person, whoever writes first.
/// Each is on a list of its workshop by the time at which it is over, so that it does not stay for ever. Reading throws <see cref="StorageUnavailableException"/>; writing does not.
/// </summary>
public sealed class JoinCodes(IRowStore rows)
{
    const string Key = "code";
    const string Parted = "-";

    static readonly byte[] Nothing = [];

    static string Partition(string name) => "code-" + name;

    static string List(string workshop) => "codes-" + workshop;

    /// <summary>Keeps a new code; a conflict when there is the same one of somebody else.</summary>
    public async ValueTask<WriteResult> Add(string code, KeptCode kept, CancellationToken ct = default)
    {
        // On the list before it is kept, so that none is forgotten; what was not kept after all is struck off in its time.
        var (name, listed) = (HashedName.Of(code), Ticks(kept.Until) + Parted);
        return await rows.Write(List(kept.Workshop), [new RowChange.Put(listed + name, Nothing)], ct).ConfigureAwait(false) is WriteResult.Unavailable unavailable ? unavailable
            : await OwnRow.Insert(rows, Partition(name), Key, Row(kept), ct).ConfigureAwait(false);
    }

    /// <summary>Null: there is no such code.</summary>
    public ValueTask<FoundCode?> Find(string code, CancellationToken ct = default) => Named(HashedName.Of(code), ct);

    /// <summary>Writes down who used it; a conflict when somebody else was faster.</summary>
    public ValueTask<WriteResult> Use(string code, FoundCode found, string by, CancellationToken ct = default) =>
        rows.Write(Partition(HashedName.Of(code)), [new RowChange.Replace(Key, Row(found.Code with { UsedBy = by }), found.ETag)], ct);

    /// <summary>Takes away the codes of a workshop that are over, the first <paramref name="most"/> of them. False: there may be more, or the storage did not take it all.</summary>
    public async ValueTask<bool> Sweep(string workshop, DateTimeOffset now, int most, CancellationToken ct = default)
    {
        var over = await rows.Range(List(workshop), Ticks(DateTimeOffset.MinValue), Ticks(now) + Parted + "~", most, ct).ConfigureAwait(false);
        var all = over.Count < most;
        foreach (var row in over)
        {
            var name = row.Key[(row.Key.IndexOf(Parted, StringComparison.Ordinal) + Parted.Length)..];
            // What was kept under the same name anew is listed anew.
            var gone = await Named(name, ct).ConfigureAwait(false) is not { } found || found.Code.Until > now
                || await rows.Write(Partition(name), [new RowChange.Delete(Key, found.ETag)], ct).ConfigureAwait(false) is WriteResult.Written;
            all &= gone && await rows.Write(List(workshop), [new RowChange.Delete(row.Key, row.ETag)], ct).ConfigureAwait(false) is not WriteResult.Unavailable;
        }
        return all;
    }

    async ValueTask<FoundCode?> Named(string name, CancellationToken ct) =>
        await rows.Get(Partition(name), Key, ct).ConfigureAwait(false) is { } row ? new(StoredJson.Read(row, StoredJson.Default.KeptCode), row.ETag) : null;

    static byte[] Row(KeptCode kept) => StoredJson.Write(kept, StoredJson.Default.KeptCode);

    static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
