using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Looks at what a message is to hold.</summary>
static class SlackContent
{
    const int Cut = 40_000;

    /// <summary>What is wrong with it; null for nothing.</summary>
    /// <param name="most">The most characters of text, or the most bytes.</param>
    public static JsonObject? Fault(FakeSlack fake, SlackAsked asked, int? most = null, bool bytes = false)
    {
        if (!asked.TryJson("blocks", out var blocks) || blocks is JsonObject)
            return SlackAsked.No("invalid_blocks_format");
        if (!asked.TryJson("attachments", out var attachments))
            return SlackAsked.No("invalid_attachments");
        if (attachments is JsonArray { Count: > 100 })
            return SlackAsked.No("too_many_attachments");
        if (asked.Has("markdown_text") && (asked.Has("text") || blocks is not null))
            return SlackAsked.No("markdown_text_conflict");
        var text = asked.Must("text");
        if (text.Trim().Length == 0 && blocks is not JsonArray { Count: > 0 } && attachments is not JsonArray { Count: > 0 } && !asked.Has("markdown_text"))
            return SlackAsked.No("no_text");
        if ((bytes ? Encoding.UTF8.GetByteCount(text) : text.Length) > (most ?? int.MaxValue))
            return SlackAsked.No("msg_too_long");
        if (blocks is JsonArray all && Blocks(fake, all) is { } fault)
            return fault;
        fake.Watch(SlackText.Live(asked.Method.Name, text, asked.Is("link_names") || asked.Text("parse") == "full", blocks));
        return Metadata(asked);
    }

    /// <summary>What is wrong with blocks of a message.</summary>
    public static JsonObject? Blocks(FakeSlack fake, JsonArray all)
    {
        if (all.OfType<JsonObject>().FirstOrDefault(block => fake.UnknownBlocks.Contains(Strict.Text(block, "type") ?? "")) is { } unknown)
            return SlackAsked.No("invalid_blocks", $"unsupported type: {Strict.Text(unknown, "type")} [json-pointer:/blocks]");
        if (BlockValidator.Blocks("message", all, "/blocks") is { Count: > 0 } faults)
            return SlackAsked.No("invalid_blocks", [.. faults.Select(Said)]);
        return BlockValidator.IsTooLong(all) ? SlackAsked.No("msg_blocks_too_long") : null;
    }

    public static string Said(BlockFault fault) => $"{fault.Says} [json-pointer:{fault.Pointer}]";

    /// <summary>The text as it is kept: of blocks alone, what they say.</summary>
    public static string Text(FakeSlack fake, SlackAsked asked)
    {
        var text = asked.Must("text");
        if (text.Length > Cut)
        {
            fake.Slip($"{asked.Method.Name}: a text of {text.Length} characters is cut");
            text = text[..Cut];
        }
        return text.Length > 0 ? text : asked.TryJson("blocks", out var blocks) && blocks is not null ? SlackText.Shown(blocks) : asked.Must("markdown_text");
    }

    static JsonObject? Metadata(SlackAsked asked)
    {
        if (!asked.TryJson("metadata", out var metadata) || metadata is JsonArray)
            return SlackAsked.No("invalid_metadata_format");
        if (metadata is not JsonObject { Count: > 0 } some)
            return null;
        return Strict.Text(some, "event_type") is not { Length: > 0 } || some["event_payload"] is not JsonObject payload || some.Count > 2 || !payload.All(pair => IsFlat(pair.Value, 2))
            ? SlackAsked.No("invalid_metadata_schema")
            : null;
    }

    static bool IsFlat(JsonNode? node, int depth) => node switch
    {
        JsonObject some => depth > 0 && some.All(pair => IsFlat(pair.Value, 0)),
        JsonArray list => depth > 0 && list.All(one => IsFlat(one, 1)),
        _ => node is not null,
    };
}
