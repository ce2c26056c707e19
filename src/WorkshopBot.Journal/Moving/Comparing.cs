using System.Security.Cryptography;
using System.Text;

namespace WorkshopBot.Journal.Moving;

/// <summary>Whether two storages hold the same rows, byte for byte, in whatever order they give them. ETags and times are each storage's own.</summary>
public static class Comparing
{
    const int Sums = 4096;

    /// <summary>Partitions that differ, the first <paramref name="most"/> in ordinal order; empty when all is the same. Throws as reading the storages does.</summary>
    public static async Task<IReadOnlyList<string>> Differences(IRowScan one, IRowScan other, int most, CancellationToken ct = default)
    {
        // Sums of hashes first: they take no more memory for a large journal. Names are gathered only where the sums differ.
        var (left, right) = (await Sum(one, ct).ConfigureAwait(false), await Sum(other, ct).ConfigureAwait(false));
        var differing = Enumerable.Range(0, Sums).Where(i => left[i] != right[i]).ToHashSet();
        if (differing.Count == 0)
            return [];
        var (here, there) = (await Partitions(one, differing, ct).ConfigureAwait(false), await Partitions(other, differing, ct).ConfigureAwait(false));
        return [.. here.Keys.Union(there.Keys).Where(name => here.GetValueOrDefault(name) != there.GetValueOrDefault(name)).Order(StringComparer.Ordinal).Take(most)];
    }

    static async Task<UInt128[]> Sum(IRowScan scan, CancellationToken ct)
    {
        var sums = new UInt128[Sums];
        await foreach (var row in Rows(scan, ct).ConfigureAwait(false))
            sums[Place(row.Partition)] += Hash(row);
        return sums;
    }

    static async Task<Dictionary<string, UInt128>> Partitions(IRowScan scan, HashSet<int> places, CancellationToken ct)
    {
        var found = new Dictionary<string, UInt128>(StringComparer.Ordinal);
        await foreach (var row in Rows(scan, ct).ConfigureAwait(false))
            if (places.Contains(Place(row.Partition)))
                found[row.Partition] = found.GetValueOrDefault(row.Partition) + Hash(row);
        return found;
    }

    // While it is being filled, the mark stands in one of them.
    static IAsyncEnumerable<PlacedRow> Rows(IRowScan scan, CancellationToken ct) => scan.All(ct).Where(row => !Filling.IsMark(row.Partition));

    static int Place(string partition) => BitConverter.ToUInt16(SHA256.HashData(Encoding.UTF8.GetBytes(partition))) % Sums;

    // Lengths go first, so that no two rows are the same bytes.
    static UInt128 Hash(PlacedRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{row.Partition.Length}:{row.Partition}{row.Row.Key.Length}:{row.Row.Key}")));
        hash.AppendData(row.Row.Data.Span);
        var bytes = hash.GetHashAndReset();
        return new(BitConverter.ToUInt64(bytes), BitConverter.ToUInt64(bytes, 8));
    }
}
