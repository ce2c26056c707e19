namespace WorkshopBot.Journal;

/// <summary>
/// Codes that somebody is shown in one place and types in another. Only a hash of a code is stored, under which it is found; a code is used by one room or person, whoever writes first.
/// Reading throws <see cref="StorageUnavailableException"/>; writing does not.
/// </summary>
public sealed class JoinCodes(IRowStore rows)
{
    const string Key = "code";

    static string Partition(string code) => "code-" + HashedName.Of(code);

    /// <summary>Keeps a new code; a conflict when there is the same one.</summary>
    public ValueTask<WriteResult> Add(string code, KeptCode kept, CancellationToken ct = default) => rows.Write(Partition(code), [new RowChange.Insert(Key, Row(kept))], ct);

    /// <summary>Null: there is no such code.</summary>
    public async ValueTask<FoundCode?> Find(string code, CancellationToken ct = default) =>
        await rows.Get(Partition(code), Key, ct).ConfigureAwait(false) is { } row ? new(StoredJson.Read(row, StoredJson.Default.KeptCode), row.ETag) : null;

    /// <summary>Writes down who used it; a conflict when somebody else was faster.</summary>
    public ValueTask<WriteResult> Use(string code, FoundCode found, string by, CancellationToken ct = default) =>
        rows.Write(Partition(code), [new RowChange.Replace(Key, Row(found.Code with { UsedBy = by }), found.ETag)], ct);

    /// <summary>Takes one away that is over.</summary>
    public ValueTask<WriteResult> Remove(string code, FoundCode found, CancellationToken ct = default) => rows.Write(Partition(code), [new RowChange.Delete(Key, found.ETag)], ct);

    static byte[] Row(KeptCode kept) => StoredJson.Write(kept, StoredJson.Default.KeptCode);
}
