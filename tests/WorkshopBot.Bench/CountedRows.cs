using WorkshopBot.Journal;

namespace WorkshopBot.Bench;

/// <summary>Rows that count what is asked of them, by kind of partition: what stands before its first hyphen.</summary>
sealed class CountedRows(IRowStore rows) : IRowStore
{
    readonly Lock _lock = new();
    readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public override string ToString()
    {
        lock (_lock)
            return string.Join(' ', _counts.Select(one => FormattableString.Invariant($"{one.Key}={one.Value}")));
    }

    public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default)
    {
        Count("get", partition, key);
        return rows.Get(partition, key, ct);
    }

    public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
    {
        Count("range", partition, from);
        return rows.Range(partition, from, before, most, ct);
    }

    public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
    {
        Count("write", partition, changes[0].Key);
        return rows.Write(partition, changes, ct);
    }

    public ValueTask DisposeAsync() => rows.DisposeAsync();

    void Count(string what, string partition, string key)
    {
        var name = $"{what}:{Before(partition)}/{Before(key)}";
        lock (_lock)
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
    }

    static string Before(string name) => name.IndexOf('-', StringComparison.Ordinal) is var end and > 0 ? name[..end] : char.IsAsciiDigit(name[0]) ? "0" : name;
}
