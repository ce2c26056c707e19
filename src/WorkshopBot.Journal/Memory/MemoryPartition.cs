namespace WorkshopBot.Journal.Memory;

/// <summary>The rows of one partition, sorted by key; its owner holds the lock.</summary>
sealed class MemoryPartition
{
    // A sorted list, not a tree: keys mostly come in rising order, and a range is a slice.
    readonly List<StoredRow> _rows = [];

    /// <summary>In the order of their keys.</summary>
    public IEnumerable<StoredRow> All => _rows;

    public StoredRow? Get(string key) => Position(key) is var at and >= 0 ? _rows[at] : null;

    public IReadOnlyList<StoredRow> Range(string from, string before, int most)
    {
        var (first, end) = (NotBefore(from), NotBefore(before));
        return first < end ? _rows.GetRange(first, Math.Min(most, end - first)) : [];
    }

    /// <summary>Whether the row is in the state this change asks for.</summary>
    public bool Allows(RowChange change) => change switch
    {
        RowChange.Insert => Get(change.Key) is null,
        RowChange.Replace replace => Get(change.Key)?.ETag == replace.ETag,
        RowChange.Delete delete => Get(change.Key)?.ETag == delete.ETag,
        _ => true,
    };

    /// <summary>Makes an allowed change and returns the row's new ETag, null for a deletion.</summary>
    public string? Apply(RowChange change, string etag, DateTimeOffset now)
    {
        switch (change)
        {
            case RowChange.Insert insert: Set(insert.Key, insert.Data); return etag;
            case RowChange.Replace replace: Set(replace.Key, replace.Data); return etag;
            case RowChange.Put put: Set(put.Key, put.Data); return etag;
            default: _rows.RemoveAt(Position(change.Key)); return null;
        }

        // A copy: the caller may use its buffer again.
        void Set(string key, ReadOnlyMemory<byte> data)
        {
            var row = new StoredRow(key, data.ToArray(), etag, now);
            var at = Position(key);
            if (at >= 0)
                _rows[at] = row;
            else
                _rows.Insert(~at, row);
        }
    }

    int NotBefore(string key)
    {
        var at = Position(key);
        return at >= 0 ? at : ~at;
    }

    // Where the key is, or the complement of where it would go.
    int Position(string key)
    {
        var (low, high) = (0, _rows.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(_rows[middle].Key, key);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }
}
