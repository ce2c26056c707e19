using System.Globalization;
using System.Text.Json;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>Reads text that Slack has taken apart: it tells bold words from words between asterisks.</summary>
static class SlackRich
{
    /// <summary>False: there is something in it that we do not know.</summary>
    /// <param name="blocks">A list of blocks.</param>
    /// <param name="labels">What channels and groups are called.</param>
    /// <param name="words">Where it goes to.</param>
    public static bool Read(JsonElement blocks, IReadOnlyDictionary<string, string> labels, SlackWords words)
    {
        if (blocks.ValueKind != JsonValueKind.Array || blocks.GetArrayLength() == 0)
            return false;
        foreach (var block in blocks.EnumerateArray())
            if (SlackJson.Text(block, "type") != "rich_text" || !Inside(block, labels, words))
                return false;
        return true;
    }

    /// <summary>One such block by itself; null where it is none.</summary>
    public static string? Plain(JsonElement block)
    {
        var words = new SlackWords(null);
        return Inside(block, new Dictionary<string, string>(), words) ? words.ToString() : null;
    }

    static bool Inside(JsonElement part, IReadOnlyDictionary<string, string> labels, SlackWords words)
    {
        if (part.ValueKind != JsonValueKind.Object || !part.TryGetProperty("elements", out var elements) || elements.ValueKind != JsonValueKind.Array)
            return false;
        foreach (var element in elements.EnumerateArray())
            if (!One(element, labels, words))
                return false;
        return true;
    }

    static bool One(JsonElement element, IReadOnlyDictionary<string, string> labels, SlackWords words)
    {
        var type = SlackJson.Text(element, "type");
        if (type is "rich_text_section" or "rich_text_list" or "rich_text_quote" or "rich_text_preformatted")
        {
            words.Say("\n");
            var known = Inside(element, labels, words);
            words.Say("\n");
            return known;
        }
        if (type == "user" && SlackJson.Text(element, "user_id") is { } user && SlackIds.IsId(user))
            words.Name(user);
        else if (Leaf(element, type, labels) is { } said)
            words.Say(said);
        else
            return false;
        return true;
    }

    static string? Leaf(JsonElement leaf, string? type, IReadOnlyDictionary<string, string> labels) => type switch
    {
        "text" => SlackJson.Text(leaf, "text"),
        "link" => SlackJson.Text(leaf, "url") is { } url ? SlackMarkup.Address(url, SlackJson.Text(leaf, "text")) : null,
        "emoji" => SlackJson.Text(leaf, "name") is { } name ? $":{name}:{Tone(leaf)}" : null,
        "channel" => SlackJson.Text(leaf, "channel_id") is { } channel ? $"#{labels.GetValueOrDefault($"#{channel}", channel)}" : null,
        "usergroup" => SlackJson.Text(leaf, "usergroup_id") is { } group ? labels.GetValueOrDefault($"!subteam^{group}", $"@{group}") : null,
        "broadcast" => SlackJson.Text(leaf, "range") is { } range ? $"@{range}" : null,
        "date" => SlackJson.Text(leaf, "fallback"),
        "color" => SlackJson.Text(leaf, "value"),
        _ => null,
    };

    static string Tone(JsonElement leaf) =>
        leaf.TryGetProperty("skin_tone", out var tone) && tone.ValueKind == JsonValueKind.Number && tone.TryGetInt32(out var number) ? string.Create(CultureInfo.InvariantCulture, $":skin-tone-{number}:") : "";
}
