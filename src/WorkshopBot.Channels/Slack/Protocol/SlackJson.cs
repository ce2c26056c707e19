using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WorkshopBot.Channels.Slack.Protocol;

/// <summary>The JSON of what comes in from Slack. Nothing here throws for what it says.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EventEnvelope))]
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(SlackInteraction))]
[JsonSerializable(typeof(SocketEnvelope))]
sealed partial class SlackJson : JsonSerializerContext
{
    /// <summary>Null: it is no JSON object, or somewhere in it stands half a character, which nobody could write down again.</summary>
    public static JsonElement? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return WholeJson.Is(json) && System.Text.Json.JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } parsed ? parsed : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null: it has another shape.</summary>
    public static T? Read<T>(JsonElement json, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object ? json.Deserialize(shape) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An object in an object; null where there is none.</summary>
    public static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>A text of an object; null where there is none, or one with half a character in it.</summary>
    public static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? ActionData.Whole(value) : null;

    /// <summary>A text of an object that says something; null where there is none.</summary>
    public static string? Said(JsonElement json, string name) => Text(json, name) is { Length: > 0 } text ? text : null;

    /// <summary>Something is so.</summary>
    public static bool Is(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
