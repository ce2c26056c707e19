using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Slack;

/// <summary>A call, read: its arguments came as a form or as JSON.</summary>
sealed class SlackAsked(SlackMethod method, FakeSlackInstall? install, JsonObject arguments)
{
    public SlackMethod Method => method;

    /// <summary>Who calls; only where a token is asked for.</summary>
    public FakeSlackInstall Install => install!;

    public IEnumerable<string> Names => arguments.Select(pair => pair.Key);

    /// <summary>A text, or a number or a truth as text; null where there is none.</summary>
    public string? Text(string name) => arguments[name] switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        null => null,
        var other => other.ToJsonString(),
    };

    public string Must(string name) => Text(name) ?? "";

    public bool Is(string name) => Text(name) is "true" or "1";

    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Has(string name) => Text(name) is { Length: > 0 };

    /// <summary>An object or a list, itself or as text; false: there is something that is neither.</summary>
    public bool TryJson(string name, out JsonNode? node)
    {
        node = null;
        if (!Has(name))
            return true;
        try
        {
            node = JsonNode.Parse(Text(name)!);
            return node is JsonObject or JsonArray;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public JsonObject? Json(string name) => TryJson(name, out var node) ? node as JsonObject : null;

    public static JsonObject Ok(JsonObject? with = null)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in with ?? [])
            answer[name] = value?.DeepClone();
        return answer;
    }

    public static JsonObject No(string error, params string[] messages)
    {
        var answer = new JsonObject { ["ok"] = false, ["error"] = error };
        if (messages.Length > 0)
        {
            answer["errors"] = new JsonArray([.. messages.Select(message => (JsonNode)message)]);
            answer["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)("[ERROR] " + message))]) };
        }
        return answer;
    }
}
