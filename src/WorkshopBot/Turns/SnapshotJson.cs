using System.Buffers;
using System.Text.Json;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Stored;

namespace WorkshopBot.Turns;

/// <summary>The bytes of a snapshot: the workshop and its recent turns. Always disposable, since the commits say the same.</summary>
static class SnapshotJson
{
    public const int Version = 1;

    public static ReadOnlyMemory<byte> Write(Workshop workshop, IReadOnlyList<RecentTurn> turns)
    {
        var bytes = new ArrayBufferWriter<byte>(64 * 1024);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteNumber("v", Version);
        json.WriteStartArray("turns");
        foreach (var turn in turns)
        {
            json.WriteStartArray();
            json.WriteStringValue(turn.Name.ToString());
            json.WriteNumberValue(turn.Version);
            json.WriteStringValue(turn.At);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WritePropertyName("workshop");
        StateJson.Write(json, workshop);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    /// <summary>Null for one this program cannot read: everything is then replayed.</summary>
    public static Standing? Read(ReadOnlyMemory<byte> data, Playbook playbook)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
            if (json.RootElement.GetProperty("v").GetInt32() != Version)
                return null;
            var standing = new Standing(StateJson.Read(json.RootElement.GetProperty("workshop"), playbook)) { SnapshotBytes = data.Length };
            foreach (var turn in json.RootElement.GetProperty("turns").EnumerateArray())
                standing.Recent.Add(new(TurnName.Read(turn[0].GetString()!), turn[1].GetInt64(), turn[2].GetDateTimeOffset()));
            return standing;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
