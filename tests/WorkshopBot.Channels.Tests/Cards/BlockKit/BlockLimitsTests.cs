using System.Reflection;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Channels.Tests.Cards.BlockKit;

/// <summary>The table of limits is what was found out about Slack, and nothing beside it.</summary>
public sealed class BlockLimitsTests
{
    /// <summary>Each number of ours, by where the facts have it.</summary>
    static readonly Dictionary<string, string> Facts = new()
    {
        ["MessageBlocks"] = "message/blocks", ["MessageCharts"] = "message/charts", ["MessageText"] = "message/text when edited", ["MessageContent"] = "message/content of all blocks",
        ["ViewBlocks"] = "view/blocks", ["ViewBytes"] = "view/bytes", ["Metadata"] = "view/private_metadata", ["Title"] = "view/title, submit, close",
        ["Id"] = "ids/block_id, action_id, callback_id", ["Header"] = "header/text", ["Text"] = "text object/text", ["ContextElements"] = "context/elements",
        ["ImageAlt"] = "image/alt_text", ["ImageUrl"] = "image/image_url", ["ActionElements"] = "actions/elements",
        ["ButtonText"] = "button/text", ["ButtonValue"] = "button/value", ["ButtonUrl"] = "button/url",
        ["InputLabel"] = "input/label", ["InputHint"] = "input/hint", ["InputValue"] = "plain_text_input/value", ["Placeholder"] = "placeholder/text",
        ["Options"] = "select/options", ["Boxes"] = "checkboxes, radio_buttons/options", ["OptionText"] = "option/text", ["OptionValue"] = "option/value", ["OptionDescription"] = "option/description",
        ["ChartTitle"] = "data_visualization/title", ["ChartSeries"] = "data_visualization/series", ["ChartPoints"] = "data_visualization/points and categories", ["ChartLabel"] = "data_visualization/labels and names",
    };

    /// <summary>Not Slack's but ours.</summary>
    static readonly string[] Ours = ["Around", "ButtonRow", "ViewContent"];

    static readonly FieldInfo[] Fields = typeof(BlockLimits).GetFields(BindingFlags.Public | BindingFlags.Static);

    static readonly JsonObject Known = JsonNode.Parse(typeof(BlockLimitsTests).Assembly.GetManifestResourceStream("limits")!)!.AsObject();

    [Fact]
    public void Every_number_is_the_one_that_was_found_out()
    {
        Assert.Equal(Facts.Keys.Concat(Ours).Order(StringComparer.Ordinal), Fields.Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.All(Facts, fact => Assert.Equal((fact.Key, (int)Known[fact.Value.Split('/')[0]]![fact.Value.Split('/')[1]]!), (fact.Key, (int)Fields.Single(field => field.Name == fact.Key).GetRawConstantValue()!)));
    }

    [Fact]
    public void Nothing_that_was_found_out_is_forgotten() =>
        Assert.Equal(Known.SelectMany(of => of.Value!.AsObject().Select(number => $"{of.Key}/{number.Key}")).Order(StringComparer.Ordinal), Facts.Values.Order(StringComparer.Ordinal));
}
