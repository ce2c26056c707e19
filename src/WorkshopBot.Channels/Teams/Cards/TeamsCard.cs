using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopBot.Channels.Teams.Cards;

/// <summary>
/// Makes a bound card fit a surface of Teams (teams.md, sections 4 and 5): the buttons, and who sees the message in their own way. What a card says is not its business.
/// </summary>
static class TeamsCard
{
    /// <summary>People who are named to see a message in their own way (limits.json, "refreshUserIds").</summary>
    public const int MostViews = 60;

    public static ReadOnlyMemory<byte> Fit(ReadOnlyMemory<byte> card, TeamsSurface surface, Message message, IReadOnlyList<string>? viewers = null)
    {
        var root = JsonNode.Parse(card.Span)!.AsObject();
        Buttons(root, surface, message);
        Searches(root);
        if (surface == TeamsSurface.Kept && viewers is { Count: > 0 })
            root["refresh"] = new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute", ["title"] = "Refresh", ["verb"] = TeamsVerbs.Refresh,
                    ["data"] = new JsonObject { ["verb"] = TeamsVerbs.Refresh, [TeamsVerbs.Workshop] = message.Workshop, [TeamsVerbs.Kept] = message.Key },
                },
                ["userIds"] = new JsonArray([.. viewers.Take(MostViews).Select(id => (JsonNode)id)]),
            };
        root["msteams"] = new JsonObject { ["width"] = "Full" };
        var bytes = new ArrayBufferWriter<byte>(card.Length + 1024);
        using (var json = new Utf8JsonWriter(bytes))
            root.WriteTo(json);
        return bytes.WrittenMemory;
    }

    static void Buttons(JsonNode? node, TeamsSurface surface, Message message)
    {
        if (node is JsonArray array)
            foreach (var item in array)
                Buttons(item, surface, message);
        else if (node is JsonObject part)
        {
            if (part["actions"] is JsonArray actions)
                for (var i = 0; i < actions.Count; i++)
                    if (actions[i] is JsonObject action && (string?)action["type"] == "Action.Execute")
                        actions[i] = Button(action, surface, message);
            foreach (var (name, child) in part)
                if (name != "actions")
                    Buttons(child, surface, message);
        }
    }

    // What a form does not show is looked for while somebody types.
    static void Searches(JsonNode? node)
    {
        if (node is JsonArray array)
            foreach (var item in array)
                Searches(item);
        else if (node is JsonObject part)
        {
            var isInput = (string?)part["type"] == "Input.ChoiceSet" && part.ContainsKey("dataset");
            if (isInput && (string?)part["dataset"] is { Length: > 0 } dataset)
                (part["choices.data"], part["style"]) = (new JsonObject { ["type"] = "Data.Query", ["dataset"] = dataset }, "filtered");
            if (isInput)
                part.Remove("dataset");
            foreach (var (_, child) in part)
                Searches(child);
        }
    }

    static JsonObject Button(JsonObject action, TeamsSurface surface, Message message)
    {
        var data = action["data"]?.AsObject();
        var opens = (string?)data?[TeamsVerbs.Opens] == "true";
        if (surface == TeamsSurface.Answer || data is null)
            return action.DeepClone().AsObject();
        if (surface == TeamsSurface.Kept && message.Key.Length > 0)
            data[TeamsVerbs.Kept] = message.Key;
        if (surface == TeamsSurface.Kept && !opens)
            return action.DeepClone().AsObject();
        var submit = new JsonObject { ["type"] = "Action.Submit" };
        foreach (var name in (ReadOnlySpan<string>)["title", "style", "associatedInputs", "data"])
            if (action[name] is { } value)
                submit[name] = value.DeepClone();
        if (surface == TeamsSurface.Kept)
            submit["data"]!["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        return submit;
    }
}
