using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Finds what is in blocks.</summary>
static class SlackBlocks
{
    /// <summary>Everything that can be pressed, filled or chosen, with the block it is in.</summary>
    public static IEnumerable<(JsonObject Block, JsonObject Element)> Elements(JsonArray blocks) =>
        from block in blocks.OfType<JsonObject>()
        from element in (Strict.Text(block, "type") switch
        {
            "actions" or "context_actions" => block["elements"] as JsonArray ?? [],
            "section" => One(block["accessory"]),
            "input" => One(block["element"]),
            _ => Enumerable.Empty<JsonNode?>(),
        }).OfType<JsonObject>()
        where Strict.Text(element, "type") != "image"
        select (block, element);

    /// <summary>The options of a choice, those of its groups among them.</summary>
    public static IEnumerable<JsonObject> Options(JsonObject element) =>
        (element["options"] as JsonArray ?? []).Concat((element["option_groups"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(group => group["options"] as JsonArray ?? [])).OfType<JsonObject>();

    /// <summary>What is chosen from the start.</summary>
    public static IEnumerable<JsonObject> Initial(JsonObject element) => One(element["initial_option"]).Concat(element["initial_options"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>All that stands in them to be read.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject some => some.SelectMany(pair => pair is { Key: "text" or "alt_text" or "caption" or "fallback", Value: JsonValue value } && value.TryGetValue<string>(out var text) ? [text] : Texts(pair.Value)),
        JsonArray list => list.SelectMany(Texts),
        _ => [],
    };

    /// <summary>As Slack keeps blocks: those without a name get one, and so do their elements.</summary>
    public static JsonArray Named(JsonArray blocks, Func<string> name)
    {
        var named = blocks.DeepClone().AsArray();
        foreach (var block in named.OfType<JsonObject>())
            block["block_id"] ??= name();
        foreach (var (_, element) in Elements(named))
            element["action_id"] ??= name();
        return named;
    }

    /// <summary>The word of an option, a button or a label.</summary>
    public static string Words(JsonNode? of) => of is JsonObject some ? Strict.Text(some, "text") ?? "" : "";

    static IEnumerable<JsonNode?> One(JsonNode? node) => node is null ? [] : [node];
}
