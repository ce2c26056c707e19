using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Something in what the bot sent that would have called somebody.</summary>
/// <param name="Kind">Who: user, group, broadcast (here, channel, everyone).</param>
/// <param name="What">As it stood there.</param>
/// <param name="Where">The call it came with.</param>
/// <param name="Text">The whole text.</param>
public sealed record FakeSlackLive(string Kind, string What, string Where, string Text);

/// <summary>Reads text as Slack's client does.</summary>
static partial class SlackText
{
    /// <summary>Every mention that would be live in a message's text and blocks.</summary>
    public static IEnumerable<FakeSlackLive> Live(string where, string? text, bool isParsed, JsonNode? blocks) =>
        Of(where, text ?? "", isVerbatim: !isParsed).Concat(In(where, blocks));

    /// <summary>What people see of blocks, line by line.</summary>
    public static string Shown(JsonNode? node) => string.Join('\n', Lines(node).Where(line => line.Length > 0));

    /// <summary>Text as a person reads it.</summary>
    public static string Read(string text) => Control().Replace(text, match => match.Groups["label"] is { Success: true } label ? label.Value : match.Groups["what"].Value).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    static IEnumerable<FakeSlackLive> In(string where, JsonNode? node) => node switch
    {
        JsonObject some => Strict.Text(some, "type") switch
        {
            "mrkdwn" => Of(where, Strict.Text(some, "text") ?? "", some["verbatim"] is JsonValue value && value.TryGetValue<bool>(out var on) && on),
            "plain_text" => [],
            "broadcast" => [new("broadcast", Strict.Text(some, "range") ?? "", where, "")],
            "user" => [new("user", Strict.Text(some, "user_id") ?? "", where, "")],
            "usergroup" => [new("group", Strict.Text(some, "usergroup_id") ?? "", where, "")],
            "markdown" => Of(where, Strict.Text(some, "text") ?? "", isVerbatim: false),
            _ => some.SelectMany(pair => In(where, pair.Value)),
        },
        JsonArray list => list.SelectMany(one => In(where, one)),
        _ => [],
    };

    static IEnumerable<FakeSlackLive> Of(string where, string text, bool isVerbatim) =>
        Called().Matches(text).Select(match => new FakeSlackLive(match.Value[1] == '@' ? "user" : match.Value.StartsWith("<!subteam", StringComparison.Ordinal) ? "group" : "broadcast", match.Value, where, text))
            .Concat(isVerbatim ? [] : Bare().Matches(text).Select(match => new FakeSlackLive("broadcast", match.Value, where, text)));

    static IEnumerable<string> Lines(JsonNode? node)
    {
        if (node is JsonArray list)
            return list.SelectMany(Lines);
        if (node is not JsonObject some)
            return [];
        string Words(string name) => some[name] is JsonObject inner && Strict.Text(inner, "type") == "mrkdwn" ? Read(SlackBlocks.Words(inner)) : SlackBlocks.Words(some[name]);
        return Strict.Text(some, "type") switch
        {
            "mrkdwn" => [Read(SlackBlocks.Words(some))],
            "plain_text" or "raw_text" or "text" or "markdown" => [SlackBlocks.Words(some)],
            "button" or "icon_button" => [$"[{Words("text")}]"],
            "image" => [$"({Strict.Text(some, "alt_text")})"],
            "divider" => ["---"],
            "input" => [$"{Words("label")}:", .. Lines(some["element"]), Words("hint")],
            "section" => [Words("text"), .. Lines(some["fields"]), .. Lines(some["accessory"])],
            "header" => [Words("text")],
            "link" => [Strict.Text(some, "text") ?? Strict.Text(some, "url") ?? ""],
            "user" => ["@" + Strict.Text(some, "user_id")],
            "broadcast" => ["@" + Strict.Text(some, "range")],
            "emoji" => [$":{Strict.Text(some, "name")}:"],
            "rich_text_section" or "rich_text_preformatted" or "rich_text_quote" => [string.Concat(Lines(some["elements"]))],
            "table" or "data_table" => (some["rows"] as JsonArray ?? []).OfType<JsonArray>().Select(row => string.Join(" | ", row.Select(cell => string.Join(' ', Lines(cell))))),
            "date" => [Strict.Text(some, "fallback") ?? ""],
            { } choice when choice.EndsWith("_select", StringComparison.Ordinal) || choice is "overflow" or "checkboxes" or "radio_buttons" =>
                [Words("placeholder"), .. SlackBlocks.Options(some).Select(option => $"( ) {SlackBlocks.Words(option["text"])}")],
            { } input when input.EndsWith("_input", StringComparison.Ordinal) => [Words("placeholder")],
            _ => Lines(some["elements"]),
        };
    }

    [GeneratedRegex(@"<(@[UW]\w+|!(here|channel|everyone)|!subteam\^)[^>]*>")]
    private static partial Regex Called();

    [GeneratedRegex(@"(?<![\w@])@(here|channel|everyone|group)\b")]
    private static partial Regex Bare();

    [GeneratedRegex(@"<(?<what>[^<>|]*)(\|(?<label>[^<>]*))?>")]
    private static partial Regex Control();
}
