using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WorkshopBot.Journal.Moving;

/// <summary>
/// One reading of an export from its beginning, a line at a time. What it gives is certain only when it has come to the end: there it is told whether something is missing or changed.
/// Throws <see cref="InvalidDataException"/>, whose message says what is wrong and never what was in a row.
/// </summary>
public sealed class ExportReading(Stream file) : IRowScan
{
    // The largest row as base64, its names, and room for what a later version may add.
    const int MostLineBytes = RowRules.MostRowBytes / 3 * 4 + 64 * 1024;

    public bool IsOneMoment { get; private set; }

    /// <summary>The rows; their ETags and times are of no storage.</summary>
    public async IAsyncEnumerable<PlacedRow> All([EnumeratorCancellation] CancellationToken ct = default)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (number, rows) = (0L, 0L);
        var ended = false;
        await using var gzip = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        await foreach (var line in Lines(gzip, ct).ConfigureAwait(false))
        {
            number++;
            if (ended)
                throw new InvalidDataException("goes on after its last line.");
            if (number == 1)
                Begin(line);
            else if (Parse(line, ExportJson.Default.ExportRow) is { Partition: { } partition, Key: { } key, Data: { } data })
            {
                CheckRow(partition, key, data, number);
                rows++;
                yield return new(partition, new(key, data, "", default));
            }
            else if (Parse(line, ExportJson.Default.ExportEnd) is { Rows: { } counted, Hash: { } hashed })
            {
                if (counted != rows)
                    throw new InvalidDataException(FormattableString.Invariant($"holds {rows} rows, and its last line says {counted}: it was changed."));
                if (hashed != Convert.ToHexStringLower(hash.GetCurrentHash()))
                    throw new InvalidDataException("is not what was exported: its checksum is another.");
                ended = true;
            }
            else
                throw new InvalidDataException(FormattableString.Invariant($"is damaged: line {number} is neither a row nor the end."));
            hash.AppendData(line.Span);
            hash.AppendData("\n"u8);
        }
        if (!ended)
            throw new InvalidDataException(number == 0 ? "is empty." : FormattableString.Invariant($"ends in the middle, after {rows} rows."));
    }

    void Begin(ReadOnlyMemory<byte> line)
    {
        if (Parse(line, ExportJson.Default.ExportBegin) is not { Format: ExportJson.Format } begin)
            throw new InvalidDataException("is no export of a journal.");
        if (begin.Version != ExportJson.Version)
            throw new InvalidDataException(FormattableString.Invariant($"was made by a newer version of WorkshopBot (its format is {begin.Version}, this one reads {ExportJson.Version}). Run that version."));
        IsOneMoment = begin.IsOneMoment;
    }

    static void CheckRow(string partition, string key, byte[] data, long line)
    {
        try
        {
            RowRules.CheckBatch(partition, [new RowChange.Put(key, data)]);
        }
        catch (ArgumentException)
        {
            throw new InvalidDataException(FormattableString.Invariant($"is damaged: line {line} is a row that no storage takes."));
        }
    }

    static T? Parse<T>(ReadOnlyMemory<byte> line, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Lines(GZipStream gzip, [EnumeratorCancellation] CancellationToken ct)
    {
        var pipe = PipeReader.Create(gzip, new(bufferSize: 64 * 1024, leaveOpen: true));
        while (true)
        {
            var read = await Next(pipe, ct).ConfigureAwait(false);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                yield return rest.Slice(0, end).ToArray();
                rest = rest.Slice(rest.GetPosition(1, end));
            }
            if (rest.Length > MostLineBytes)
                throw new InvalidDataException("is damaged: a line of it does not end.");
            if (read.IsCompleted && !rest.IsEmpty)
                throw new InvalidDataException("ends in the middle of a line.");
            if (read.IsCompleted)
                break;
            pipe.AdvanceTo(rest.Start, rest.End);
        }
        await pipe.CompleteAsync().ConfigureAwait(false);
    }

    static async ValueTask<ReadResult> Next(PipeReader pipe, CancellationToken ct)
    {
        try
        {
            return await pipe.ReadAsync(ct).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException("is damaged, or no export of a journal: it cannot be unpacked.", e);
        }
    }
}
