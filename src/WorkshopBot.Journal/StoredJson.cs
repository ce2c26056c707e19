using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WorkshopBot.Journal;

/// <summary>The JSON of this room's own small rows. What workshops put into commits, snapshots and dialogs is bytes to it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(HeadRow))]
[JsonSerializable(typeof(SnapshotRow))]
[JsonSerializable(typeof(IndexRow))]
[JsonSerializable(typeof(Seat))]
[JsonSerializable(typeof(SeatListRow))]
[JsonSerializable(typeof(LookRow))]
[JsonSerializable(typeof(LaneRow))]
[JsonSerializable(typeof(MessageRow))]
[JsonSerializable(typeof(KeptCode))]
[JsonSerializable(typeof(TriedCodes))]
sealed partial class StoredJson : JsonSerializerContext
{
    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <summary>Throws <see cref="InvalidDataException"/>, naming the row, when it holds something else.</summary>
    public static T Read<T>(StoredRow row, JsonTypeInfo<T> type) where T : class =>
        TryRead(row, type) ?? throw new InvalidDataException($"Row {row.Key} is no {typeof(T).Name}.");

    /// <summary>Null when the row holds something else.</summary>
    public static T? TryRead<T>(StoredRow row, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(row.Data.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
