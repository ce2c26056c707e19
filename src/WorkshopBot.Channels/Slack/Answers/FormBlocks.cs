using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>
/// The blocks of a form in a window. Slack keeps what was typed in a window where its inputs keep their names, so they have others in every form, and the same while one goes on.
/// </summary>
/// <param name="Card">With those names.</param>
/// <param name="Was">What stands in the inputs, each as a mark.</param>
sealed record FormBlocks(BlockCard Card, ImmutableSortedDictionary<string, string> Was)
{
    public static FormBlocks Of(BlockCard card, BlockSubmit submit)
    {
        var (name, was) = (Mark($"{submit.Verb}\n{Encoding.UTF8.GetString(submit.Data.Span)}"), ActionData.None.ToBuilder());
        var blocks = JsonNode.Parse(card.Blocks.Span)!.AsArray();
        foreach (var block in blocks.OfType<JsonObject>())
            if ((string?)block["type"] == "input" && (string?)block["block_id"] is { } id && BlockAction.Input(id) is { } input && block["element"] is JsonObject element)
            {
                block["block_id"] = BlockAction.Block(input, name);
                was[input] = Mark(Filled(element));
            }
        return new(card with { Blocks = Encoding.UTF8.GetBytes(blocks.ToJsonString()) }, was.ToImmutable());
    }

    /// <summary>What was typed into inputs since the form was opened; a field that was emptied among it.</summary>
    public static ImmutableSortedDictionary<string, string> Typed(ImmutableSortedDictionary<string, string> values, ImmutableSortedDictionary<string, string> was) =>
        values.RemoveRange(values.Where(pair => !was.TryGetValue(pair.Key, out var mark) || mark == Mark(pair.Value)).Select(pair => pair.Key));

    static string Filled(JsonObject element) =>
        (string?)element["initial_value"] ?? (string?)element["initial_option"]?["value"] ?? (string?)element["initial_date"] ?? (string?)element["initial_time"]
            ?? string.Join(',', element["initial_options"]?.AsArray().Select(option => (string?)option?["value"]) ?? []);

    // Line breaks come back as Slack has them.
    static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").Trim())).AsSpan(0, 4));
}
