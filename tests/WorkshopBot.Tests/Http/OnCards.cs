using System.Text.Json.Nodes;

namespace WorkshopBot.Tests.Http;

/// <summary>What somebody finds on a card: its buttons with what they carry, and its inputs.</summary>
static class OnCards
{
    public static JsonObject Button(this JsonNode card, string title) => card.All().First(node => (string?)node["type"] == "Action.Execute" && (string?)node["title"] == title);

    public static string Verb(this JsonObject button) => (string)button["verb"]!;

    public static Dictionary<string, string> Data(this JsonObject button) => button["data"]!.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);

    public static IEnumerable<JsonObject> Inputs(this JsonNode card) => card.All().Where(node => ((string?)node["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true);

    /// <summary>What a client sends with a button: what it carries, and every input as it stands, with what was filled in put over it.</summary>
    public static Dictionary<string, string> Filled(this JsonNode card, string title, params (string Id, string Value)[] filled)
    {
        var sent = card.Button(title).Data();
        foreach (var input in card.Inputs())
            sent[(string)input["id"]!] = input["value"]?.ToString() ?? "";
        foreach (var (id, value) in filled)
        {
            Assert.Contains(id, sent.Keys);
            sent[id] = value;
        }
        return sent;
    }

    /// <summary>Buttons whose title begins so; null: everything there is.</summary>
    public static IEnumerable<JsonObject> All(this JsonNode card, string? title) =>
        card.All().Where(node => title is null || ((string?)node["type"] == "Action.Execute" && ((string?)node["title"])!.StartsWith(title, StringComparison.Ordinal)));

    static IEnumerable<JsonObject> All(this JsonNode? node) => node switch
    {
        JsonObject one => one.Where(pair => pair.Key != "fallback").SelectMany(pair => pair.Value.All()).Prepend(one),
        JsonArray many => many.SelectMany(item => item.All()),
        _ => [],
    };
}
