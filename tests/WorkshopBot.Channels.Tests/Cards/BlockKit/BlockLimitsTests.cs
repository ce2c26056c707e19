using System.Reflection;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Channels.Tests.Cards.BlockKit;

/// <summary>The table of limits is what was found out about Slack, and nothing beside it.</summary>
public sealed class BlockLimitsTests
{
    /// <summary>Each number of ours, by the limits of Slack's that it has to keep.</summary>
    static readonly Dictionary<string, string[]> Facts = new()
    {
        ["MessageBlocks"] = ["message/blocks"], ["MessageText"] = ["message/text_on_update"], ["MessageContent"] = ["message/all_blocks_payload"],
        ["ViewBlocks"] = ["view/blocks"], ["ViewBytes"] = ["view/total_bytes"], ["Metadata"] = ["view/private_metadata"],
        ["Title"] = ["view/modal_title", "view/modal_submit", "view/modal_close"], ["Id"] = ["ids/action_id", "ids/block_id", "view/callback_id"],
        ["Header"] = ["blocks/header/text"], ["Text"] = ["blocks/section/text"], ["ContextElements"] = ["blocks/context/elements"],
        ["ImageAlt"] = ["blocks/image/alt_text"], ["ImageUrl"] = ["blocks/image/image_url"], ["ActionElements"] = ["blocks/actions/elements"],
        ["ButtonText"] = ["elements/button/text"], ["ButtonValue"] = ["elements/button/value"], ["ButtonUrl"] = ["elements/button/url"],
        ["InputLabel"] = ["blocks/input/label"], ["InputHint"] = ["blocks/input/hint"], ["InputValue"] = ["elements/plain_text_input/max_length"],
        ["Placeholder"] = ["elements/plain_text_input/placeholder"], ["Options"] = ["elements/select_any/options"],
        ["Boxes"] = ["elements/checkboxes/options", "elements/radio_buttons/options"], ["OptionText"] = ["option/text"], ["OptionValue"] = ["option/value"],
        ["OptionDescription"] = ["option/description"], ["ChartTitle"] = ["blocks/data_visualization/title"], ["ChartSeries"] = ["blocks/data_visualization/series"],
        ["ChartPoints"] = ["blocks/data_visualization/points_per_series", "blocks/data_visualization/categories"],
        ["ChartLabel"] = ["blocks/data_visualization/labels"],
    };

    /// <summary>Not Slack's but ours.</summary>
    static readonly string[] Ours = ["Around", "ButtonRow", "MessageCharts", "ViewContent"];

    /// <summary>Less than is known, since what is told of it differs in how it counts.</summary>
    static readonly string[] Less = ["ViewBytes"];

    static readonly FieldInfo[] Fields = typeof(BlockLimits).GetFields(BindingFlags.Public | BindingFlags.Static);

    static readonly JsonObject Known = JsonNode.Parse(typeof(BlockLimitsTests).Assembly.GetManifestResourceStream("limits")!)!.AsObject();

    [Fact]
    public void Every_number_is_the_one_that_was_found_out()
    {
        Assert.Equal(Facts.Keys.Concat(Ours).Order(StringComparer.Ordinal), Fields.Select(field => field.Name).Order(StringComparer.Ordinal));
        foreach (var (name, limits) in Facts)
        {
            var (number, known) = ((int)Fields.Single(field => field.Name == name).GetRawConstantValue()!, limits.Min(Safe));
            Assert.True(Less.Contains(name) ? number > 0 && number < known : number == known, $"{name} is {number}; known is {known}.");
        }
    }

    [Fact]
    public void Nothing_that_was_found_out_is_forgotten() =>
        Assert.Equal(Known.Select(limit => limit.Key).Order(StringComparer.Ordinal), Facts.Values.SelectMany(limits => limits).Order(StringComparer.Ordinal));

    // Where sources disagree, or there is a ceiling nobody documents.
    static int Safe(string limit) => (int)(Known[limit]!["safe"] ?? Known[limit]!["max"])!;
}
