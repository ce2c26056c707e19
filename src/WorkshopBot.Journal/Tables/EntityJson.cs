using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Azure;

namespace WorkshopBot.Journal.Tables;

/// <summary>How entities look as JSON. The bytes stand in binary properties Data0, Data1 and so on, each as large as the service takes them; without bytes there is none.</summary>
static class EntityJson
{
    public const int PartBytes = 64 * 1024;
    public const int MostParts = RowRules.MostRowBytes / PartBytes;

    const string Garbage = "The table service gives back what is no entity.";

    static readonly JsonEncodedText PartitionKey = JsonEncodedText.Encode("PartitionKey"), RowKey = JsonEncodedText.Encode("RowKey"), Binary = JsonEncodedText.Encode("Edm.Binary");
    static readonly JsonEncodedText[] Parts = [.. Enumerable.Range(0, MostParts).Select(part => JsonEncodedText.Encode(FormattableString.Invariant($"Data{part}")))];
    static readonly JsonEncodedText[] Types = [.. Enumerable.Range(0, MostParts).Select(part => JsonEncodedText.Encode(FormattableString.Invariant($"Data{part}@odata.type")))];

    /// <summary>A guess at the size of what <see cref="Write"/> writes, rather too large than too small.</summary>
    public static int Size(TableEntity entity) => (entity.Data.Length + 2) / 3 * 4 + (entity.Data.Length / PartBytes + 1) * 64 + 2 * (entity.PartitionKey.Length + entity.RowKey.Length) + 64;

    public static void Write(Utf8JsonWriter json, TableEntity entity)
    {
        json.WriteStartObject();
        json.WriteString(PartitionKey, entity.PartitionKey);
        json.WriteString(RowKey, entity.RowKey);
        for (var part = 0; part * PartBytes < entity.Data.Length; part++)
        {
            json.WriteString(Types[part], Binary);
            json.WriteBase64String(Parts[part], entity.Data.Span[(part * PartBytes)..Math.Min((part + 1) * PartBytes, entity.Data.Length)]);
        }
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>One entity. Throws <see cref="InvalidDataException"/> for anything else.</summary>
    public static TableEntity Read(ReadOnlySpan<byte> body) => Guard(body, static (ref Utf8JsonReader json) => Entity(ref json));

    /// <summary>The entities of a page. Throws <see cref="InvalidDataException"/> for anything else.</summary>
    public static List<TableEntity> ReadPage(ReadOnlySpan<byte> body) => Guard(body, static (ref Utf8JsonReader json) =>
    {
        List<TableEntity>? page = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = json.ValueTextEquals("value"u8);
            json.Read();
            if (!isValue)
                json.Skip();
            else if (json.TokenType != JsonTokenType.StartArray)
                throw new FormatException();
            else
                for (page = []; json.Read() && json.TokenType != JsonTokenType.EndArray;)
                    page.Add(Entity(ref json));
        }
        return page ?? throw new FormatException();
    });

    delegate T Reading<T>(ref Utf8JsonReader json);

    static T Guard<T>(ReadOnlySpan<byte> body, Reading<T> read)
    {
        var json = new Utf8JsonReader(body);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                throw new FormatException();
            var value = read(ref json);
            return json.TokenType == JsonTokenType.EndObject && !json.Read() ? value : throw new FormatException();
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException(Garbage, e);
        }
    }

    static TableEntity Entity(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw new FormatException();
        string? partition = null, row = null, etag = null;
        DateTimeOffset? written = null;
        byte[]?[]? parts = null;
        byte[]? first = null;
        var broken = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("PartitionKey"u8))
                partition = Next(ref json).GetString();
            else if (json.ValueTextEquals("RowKey"u8))
                row = Next(ref json).GetString();
            else if (json.ValueTextEquals("odata.etag"u8))
                etag = Next(ref json).GetString();
            else if (json.ValueTextEquals("Timestamp"u8))
                written = Next(ref json).GetDateTimeOffset();
            else if (Part(json.ValueSpan) is not { } part)
                Next(ref json).Skip();
            else if (!(Next(ref json).TokenType == JsonTokenType.String && json.TryGetBytesFromBase64(out var bytes)))
            {
                json.Skip();
                broken = true;
            }
            else if (part == 0)
                first = bytes;
            else
                (parts ??= new byte[MostParts][])[part] = bytes;
        }
        if (partition is null || row is null)
            throw new FormatException();
        var data = broken ? null : parts is null ? first ?? [] : Together(first, parts);
        // One row that somebody spoilt must not hide its neighbours: it is there, and holds nothing, which those who read it find out.
        if (data is null && (etag is null || written is null))
            throw new FormatException();
        return new(partition, row, data) { ETag = etag is null ? default : new(etag), Timestamp = written };
    }

    static ref Utf8JsonReader Next(ref Utf8JsonReader json)
    {
        json.Read();
        return ref json;
    }

    static int? Part(ReadOnlySpan<byte> name) =>
        name.StartsWith("Data"u8) && Utf8Parser.TryParse(name[4..], out int part, out var digits) && digits == name.Length - 4 && part is >= 0 and < MostParts ? part : null;

    // Null: what is missing before the last part was lost somewhere.
    static byte[]? Together(byte[]? first, byte[]?[] parts)
    {
        parts[0] = first;
        var last = Array.FindLastIndex(parts, part => part is not null);
        var data = new ArrayBufferWriter<byte>((last + 1) * PartBytes);
        for (var part = 0; part <= last; part++)
            if (parts[part] is { } bytes && (part == last || bytes.Length == PartBytes))
                data.Write(bytes);
            else
                return null;
        return data.WrittenSpan.ToArray();
    }
}
