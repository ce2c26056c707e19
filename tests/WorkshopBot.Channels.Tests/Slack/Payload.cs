using System.Text;
using System.Text.Json.Nodes;

namespace WorkshopBot.Channels.Tests.Slack;

/// <summary>Things Slack could deliver, made up by us, one file each.</summary>
static class Payload
{
    public const string Team = "T0EBIKES01", Org = "E0GROUP001", App = "A0MAPPER01", Bot = "U0HELPER01", Ann = "U0ANN00001", Ben = "U0BEN00002", Channel = "C0EBIKES01", Dm = "D0ANN00001", Root = "1772442001.000100";

    public static IEnumerable<string> Names => typeof(Payload).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("slack/", StringComparison.Ordinal)).Select(name => name["slack/".Length..]);

    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Payload).Assembly.GetManifestResourceStream($"slack/{name}")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static JsonObject Json(string name) => JsonNode.Parse(Text(name))!.AsObject();

    /// <summary>The payload with the event changed.</summary>
    public static string Event(string name, Action<JsonObject> change)
    {
        var json = Json(name);
        change(json["event"]!.AsObject());
        return json.ToJsonString();
    }

    /// <summary>The fields of a flat payload as a form.</summary>
    public static string Form(string name) => string.Join('&', Json(name).Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value!.GetValue<string>()).Replace("%20", "+", StringComparison.Ordinal)}"));

    /// <summary>A payload in the one field it comes in.</summary>
    public static string Field(string json) => $"payload={Uri.EscapeDataString(json)}";
}
