using System.Globalization;

namespace WorkshopBot.Journal;

/// <summary>How a workshop's commits and head look as rows. A commit is its id in 16 bytes and then its data; the head is JSON.</summary>
static class CommitRows
{
    public const string HeadKey = "head";
    public const string HeadEnd = "head ";      // the name right after it
    public const string CommitsEnd = "c.";      // '.' follows '-'

    public const int IdBytes = 16;
    public const long LastVersion = 9_999_999_999;

    const string Prefix = "w-";

    public static string Partition(string workshop) => Prefix + workshop;

    public static bool IsPartition(string partition) => partition.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whose partition it is.</summary>
    public static string Workshop(string partition) => partition[Prefix.Length..];

    /// <summary>Ten digits, so that keys sort as versions do.</summary>
    public static string Key(long version) => version is > 0 and <= LastVersion
        ? "c-" + version.ToString("D10", CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(version), version, "There is no such version.");

    public static byte[] Write(Guid id, ReadOnlyMemory<byte> data)
    {
        var row = new byte[IdBytes + data.Length];
        id.TryWriteBytes(row);
        data.Span.CopyTo(row.AsSpan(IdBytes));
        return row;
    }

    public static StoredCommit ReadCommit(StoredRow row) => row.Data.Length >= IdBytes
        ? new(long.Parse(row.Key.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture), new Guid(row.Data.Span[..IdBytes]), row.Data[IdBytes..])
        : throw new InvalidDataException($"Row {row.Key} is no commit.");

    public static byte[] Write(long version, Guid commit, DateTimeOffset? due) =>
        StoredJson.Write(new HeadRow(version, commit, due), StoredJson.Default.HeadRow);

    public static Head ReadHead(StoredRow row)
    {
        var head = StoredJson.Read(row, StoredJson.Default.HeadRow);
        return new(head.Version, head.Commit, head.Due, row.ETag);
    }
}
