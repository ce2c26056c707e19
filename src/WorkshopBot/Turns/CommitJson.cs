using System.Text.Json;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Stored;

namespace WorkshopBot.Turns;

/// <summary>The bytes of a commit: <c>{"v":1,"turns":[…]}</c>. The names are in every journal ever written: they are added to and never changed.</summary>
static class CommitJson
{
    public const int Version = 1;

    public static void Write(Utf8JsonWriter json, StoredTurn turn, Catalogue kinds)
    {
        json.WriteStartObject();
        json.WriteString("id", turn.Name.ToString());
        json.WriteString("by", turn.By);
        json.WriteString("at", turn.At);
        json.WriteStartArray("reply");
        foreach (var phrase in turn.Reply)
            PhraseJson.Write(json, phrase);
        json.WriteEndArray();
        json.WriteString("language", turn.Language);
        if (turn.Handover is { } format)
            json.WriteString("handover", format);
        if (turn.Refused)
            json.WriteBoolean("refused", true);
        json.WriteStartArray("events");
        foreach (var happened in turn.Events)
            EventJson.Write(json, happened, kinds);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Its turns, in order. Throws <see cref="InvalidDataException"/> for a form of a later version.</summary>
    public static IReadOnlyList<StoredTurn> Read(ReadOnlyMemory<byte> data, Catalogue kinds)
    {
        using var json = JsonDocument.Parse(data);
        var version = json.RootElement.GetProperty("v").GetInt32();
        return version == Version
            ? [.. json.RootElement.GetProperty("turns").EnumerateArray().Select(turn => Turn(turn, kinds))]
            : throw new InvalidDataException(FormattableString.Invariant($"A commit is of form {version}, this program knows {Version}."));
    }

    static StoredTurn Turn(JsonElement json, Catalogue kinds) => new(
        TurnName.Read(json.GetProperty("id").GetString()!),
        json.GetProperty("by").GetString()!,
        json.GetProperty("at").GetDateTimeOffset(),
        [.. json.GetProperty("reply").EnumerateArray().Select(PhraseJson.Read)],
        json.GetProperty("language").GetString()!,
        json.TryGetProperty("handover", out var format) ? format.GetString() : null,
        json.TryGetProperty("refused", out var refused) && refused.GetBoolean(),
        [.. json.GetProperty("events").EnumerateArray().Select(happened => EventJson.Read(happened, kinds))]);
}
