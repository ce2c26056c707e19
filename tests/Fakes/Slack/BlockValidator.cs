using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>What Slack would refuse of blocks and views. Nothing found: it takes them.</summary>
static class BlockValidator
{
    /// <summary>Blocks on a surface: message, modal or home.</summary>
    public static List<BlockFault> Blocks(string surface, JsonNode? node, string at)
    {
        List<BlockFault> faults = [];
        if (node is not JsonArray blocks)
            return [new(at, "must be a list of blocks", "type", "array")];
        var most = surface == "message" ? BlockTable.BlocksOfMessage : BlockTable.BlocksOfView;
        if (blocks.Count > most)
            faults.Add(new(at, $"no more than {most} items allowed", "max_items", most));
        for (var i = 0; i < blocks.Count; i++)
        {
            BlockSchema.Of.OneOf(surface, blocks[i], $"{at}/{i}", faults);
            if (blocks[i] is JsonObject block)
                Within(surface, block, $"{at}/{i}", faults);
        }
        foreach (var twice in Twice(blocks.OfType<JsonObject>().Select(block => Strict.Text(block, "block_id"))))
            faults.Add(new(at, $"block_id already exists: {twice}", "unique"));
        if (SlackBlocks.Elements(blocks).Count(one => one.Element["focus_on_load"] is JsonValue focus && focus.TryGetValue<bool>(out var on) && on) > 1)
            faults.Add(new(at, "only one element may be focused on load", "unique"));
        if (surface == "message" && blocks.OfType<JsonObject>().Count(block => Strict.Text(block, "type") is "table" or "data_table") > 1)
            faults.Add(new(at, "only_one_table_allowed", "max_items", 1));
        if (blocks.OfType<JsonObject>().Where(block => Strict.Text(block, "type") == "markdown").Sum(block => Strict.Text(block, "text")?.Length ?? 0) > BlockTable.Markdown)
            faults.Add(new(at, $"no more than {BlockTable.Markdown} characters of markdown in all", "max_length", BlockTable.Markdown));
        return faults;
    }

    /// <summary>A view without what is too large in it.</summary>
    public static List<BlockFault> View(JsonNode? node, string at)
    {
        if (node is not JsonObject view || Strict.Text(view, "type") is not ("modal" or "home"))
            return [new(at + "/type", "must be a modal or a home", "enum")];
        var type = Strict.Text(view, "type")!;
        List<BlockFault> faults = [];
        BlockSchema.Of.Object(type + "_view", view, at, faults, typed: true);
        faults.AddRange(Blocks(type, view["blocks"], at + "/blocks"));
        if (type == "modal" && view["submit"] is null && (view["blocks"] as JsonArray ?? []).OfType<JsonObject>().Any(block => Strict.Text(block, "type") == "input"))
            faults.Add(new(at, "missing required field: submit", "required", "submit"));
        return faults;
    }

    public static bool IsTooLarge(JsonNode view) => Encoding.UTF8.GetByteCount(view.ToJsonString()) > BlockTable.BytesOfView;

    /// <summary>More text in all than a message has room for.</summary>
    public static bool IsTooLong(JsonArray blocks) => SlackBlocks.Texts(blocks).Sum(text => text.Length) > BlockTable.TextOfMessage;

    static void Within(string surface, JsonObject block, string at, List<BlockFault> faults)
    {
        var elements = SlackBlocks.Elements(new JsonArray(block.DeepClone())).Select(one => one.Element).ToList();
        foreach (var twice in Twice(elements.Select(element => Strict.Text(element, "action_id"))))
            faults.Add(new(at, $"action_id already exists: {twice}", "unique"));
        foreach (var element in elements)
        {
            var type = Strict.Text(element, "type") ?? "";
            if (BlockTable.OnlyIn.TryGetValue(type, out var surfaces) && !surfaces.Contains(surface))
                faults.Add(new(at, $"unsupported type: {type} in {surface}", "enum"));
            if (SlackBlocks.Initial(element).FirstOrDefault(option => !SlackBlocks.Options(element).Any(one => JsonNode.DeepEquals(one, option))) is { } stray && type is not ("external_select" or "multi_external_select"))
                faults.Add(new(at, $"initial option is none of the options: {stray["value"]}", "enum"));
            foreach (var twice in Twice(SlackBlocks.Options(element).Select(option => Strict.Text(option, "value"))))
                faults.Add(new(at, $"two options have one value: {twice}", "unique"));
            if (element["min_length"] is { } min && element["max_length"] is { } max && (long)min > (long)max)
                faults.Add(new(at, "min_length is over max_length", "maximum"));
            if (Number(element, "min_value") is { } least && Number(element, "max_value") is { } greatest && least > greatest)
                faults.Add(new(at, "min_value is over max_value", "maximum"));
        }
        if (Strict.Text(block, "type") is "table" or "data_table" && block["rows"] is JsonArray rows && rows.OfType<JsonArray>().Select(row => row.Count).Distinct().Count() > 1)
            faults.Add(new(at + "/rows", "rows must be equally long", "items"));
        if (block["chart"]?["segments"] is JsonArray segments && segments.OfType<JsonObject>().Any(segment => segment["value"] is JsonValue value && value.TryGetValue<decimal>(out var share) && share <= 0))
            faults.Add(new(at + "/chart/segments", "a segment must be more than nothing", "minimum"));
        if (block["chart"] is JsonObject chart && (chart["series"] as JsonArray ?? []).OfType<JsonObject>().ToList() is { Count: > 0 } series)
        {
            var categories = Labels(chart["axis_config"]?["categories"]);
            if (series.Any(one => !Labels(one["data"]).SequenceEqual(categories)))
                faults.Add(new(at + "/chart/series", "every series must cover every category", "items"));
            foreach (var twice in Twice(series.Select(one => Strict.Text(one, "name"))))
                faults.Add(new(at + "/chart/series", $"two series have one name: {twice}", "unique"));
        }
    }

    static decimal? Number(JsonObject element, string name) => decimal.TryParse(Strict.Text(element, name), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    static IEnumerable<string> Labels(JsonNode? list) => (list as JsonArray ?? []).Select(one => one is JsonObject point ? Strict.Text(point, "label") ?? "" : one?.ToString() ?? "").Order(StringComparer.Ordinal);

    static IEnumerable<string> Twice(IEnumerable<string?> names) => names.OfType<string>().GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
}
