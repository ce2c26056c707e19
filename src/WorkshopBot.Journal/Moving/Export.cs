using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace WorkshopBot.Journal.Moving;

/// <summary>A journal as one stream: lines of JSON, compressed; a first line that says what it is, a line for each row, and a last line by which one that was cut off or changed is found out.</summary>
public static class Export
{
    const int Buffer = 64 * 1024;

    /// <summary>Writes all rows, a few at a time, and returns how many. Throws as reading a storage or writing a stream does.</summary>
    /// <param name="rows">What is written.</param>
    /// <param name="scan">All of it.</param>
    /// <param name="file">Where it goes.</param>
    /// <param name="leftOut">Told of each row that no storage could take, by its name; it is not written.</param>
    /// <param name="ct">Nobody waits for it any more.</param>
    public static async Task<Counted> Write(IRowStore rows, IRowScan scan, Stream file, Action<PlacedRow> leftOut, CancellationToken ct = default)
    {
        var count = new Counted();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        await using var lines = new BufferedStream(gzip, Buffer);
        await Line(JsonSerializer.SerializeToUtf8Bytes(new(ExportJson.Format, ExportJson.Version, scan.IsOneMoment), ExportJson.Default.ExportBegin)).ConfigureAwait(false);
        await foreach (var placed in (scan.IsOneMoment ? scan : new SteadyScan(rows, scan)).All(ct).ConfigureAwait(false))
        {
            var (partition, row) = placed;
            if (!placed.IsNamed)
            {
                leftOut(placed);
                continue;
            }
            await Line(JsonSerializer.SerializeToUtf8Bytes(new(partition, row.Key, row.Data.ToArray()), ExportJson.Default.ExportRow)).ConfigureAwait(false);
            count = count.With(partition);
        }
        await Line(JsonSerializer.SerializeToUtf8Bytes(new(count.Rows, Convert.ToHexStringLower(hash.GetHashAndReset())), ExportJson.Default.ExportEnd)).ConfigureAwait(false);
        return count;

        async ValueTask Line(byte[] json)
        {
            hash.AppendData(json);
            hash.AppendData("\n"u8);
            await lines.WriteAsync(json, ct).ConfigureAwait(false);
            await lines.WriteAsync("\n"u8.ToArray(), ct).ConfigureAwait(false);
        }
    }

    /// <summary>Reads an export to its end and keeps nothing of it. Throws <see cref="InvalidDataException"/>, saying why, for one that is not whole, not ours or too new.</summary>
    public static async Task<Exported> Check(Stream file, CancellationToken ct = default)
    {
        var reading = new ExportReading(file);
        var count = new Counted();
        await foreach (var row in reading.All(ct).ConfigureAwait(false))
            count = count.With(row.Partition);
        return new(reading.IsOneMoment, count);
    }
}

/// <summary>What an export holds.</summary>
/// <param name="IsOneMoment">Whether its rows are as they stood at one moment.</param>
/// <param name="Count">How many there are.</param>
public sealed record Exported(bool IsOneMoment, Counted Count);

/// <summary>How many rows came by, those of a partition together.</summary>
public sealed record Counted
{
    public long Rows { get; private init; }

    /// <summary>Partitions that are workshops.</summary>
    public long Workshops { get; private init; }

    string? Last { get; init; }

    internal Counted With(string partition) => partition == Last
        ? this with { Rows = Rows + 1 }
        : new() { Rows = Rows + 1, Workshops = Workshops + (CommitRows.IsPartition(partition) ? 1 : 0), Last = partition };
}
