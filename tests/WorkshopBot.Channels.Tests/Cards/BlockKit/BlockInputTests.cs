using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Channels.Tests.Cards.BlockKit;

/// <summary>What becomes of inputs, each with what is filled in already.</summary>
public sealed class BlockInputTests
{
    const string Two = """[{"title":"web","value":"1"},{"title":"shop","value":"2"}]""";

    static readonly string Web = Option("web", "1"), Shop = Option("shop", "2");

    [Fact]
    public void A_field_has_its_label_its_example_and_what_its_neighbour_says_of_it() => Shown.Is(
        $$"""{"type":"input","block_id":"in.text","optional":false,"label":{{Shown.Plain("Goal")}},"element":{"type":"plain_text_input","multiline":false,"max_length":500,"placeholder":{{Shown.Plain("compare")}},"initial_value":"a\nb","action_id":"text"},"hint":{{Shown.Plain("In their words.")}}}""",
        $$"""{"type":"Input.Text","id":"text","label":"Goal","isRequired":true,"placeholder":"compare","maxLength":500,"value":"a\nb"},{{Shown.Line("In their words.", ",\"isSubtle\":true")}}""", actions: "");

    [Theory]
    [InlineData("""{"type":"Input.Text","id":"a","label":"L","isMultiline":true}""", """{"type":"plain_text_input","multiline":true,"max_length":3000,"action_id":"a"}""")]
    [InlineData("""{"type":"Input.Text","id":"a","label":"L","maxLength":3,"value":"four"}""", """{"type":"plain_text_input","multiline":false,"max_length":4,"initial_value":"four","action_id":"a"}""")]
    [InlineData("""{"type":"Input.Number","id":"a","label":"L","value":40.5}""", """{"type":"plain_text_input","multiline":false,"max_length":3000,"initial_value":"40.5","action_id":"a"}""")]
    [InlineData("""{"type":"Input.Date","id":"a","label":"L","value":"2026-06-12"}""", """{"type":"datepicker","initial_date":"2026-06-12","action_id":"a"}""")]
    [InlineData("""{"type":"Input.Date","id":"a","label":"L","value":"12/6"}""", """{"type":"datepicker","placeholder":{"type":"plain_text","text":"12/6","emoji":false},"action_id":"a"}""")]
    [InlineData("""{"type":"Input.Time","id":"a","label":"L","value":"17:00"}""", """{"type":"timepicker","initial_time":"17:00","action_id":"a"}""")]
    public void Each_is_the_element_that_Slack_has_for_it(string input, string element) => Element(element, input, BlockSurface.Message);

    [Fact]
    public void A_number_is_one_only_in_a_window() =>
        Element("""{"type":"number_input","is_decimal_allowed":true,"initial_value":"40.5","min_value":"1","max_value":"100","action_id":"a"}""", """{"type":"Input.Number","id":"a","label":"L","value":40.5,"min":1,"max":100}""", BlockSurface.Modal);

    [Theory]
    [InlineData("", "static_select", "initial_option", "2")]
    [InlineData("\"style\":\"expanded\",", "radio_buttons", "initial_option", "2")]
    [InlineData("\"isMultiSelect\":true,", "multi_static_select", "initial_options", "2,1")]
    [InlineData("\"isMultiSelect\":true,\"style\":\"expanded\",", "checkboxes", "initial_options", "2,1")]
    public void Choices_are_what_they_are_few_enough_for(string looks, string type, string initial, string value) =>
        Element(
            $$"""{"type":"{{type}}","options":[{{Web}},{{Shop}}],"{{initial}}":{{(initial == "initial_option" ? Shop : $"[{Web},{Shop}]")}},"action_id":"a"}""",
            $$"""{"type":"Input.ChoiceSet","id":"a","label":"L",{{looks}}"value":"{{value}}","choices":{{Two}}}""", BlockSurface.Message);

    [Fact]
    public void Eleven_boxes_are_a_list_with_its_example() =>
        Assert.Equal(("multi_static_select", "Pick"), Chosen($$"""{"type":"Input.ChoiceSet","id":"a","label":"L","style":"expanded","isMultiSelect":true,"placeholder":"Pick","choices":[{{Many(11)}}]}"""));

    [Theory]
    [InlineData("", "external_select", "initial_option")]
    [InlineData("\"isMultiSelect\":true,", "multi_external_select", "initial_options")]
    public void Too_many_to_show_are_looked_up(string looks, string type, string initial) =>
        Element(
            $$"""{"type":"{{type}}","min_query_length":0,"{{initial}}":{{(initial == "initial_option" ? Shop : $"[{Shop}]")}},"action_id":"a"}""",
            $$"""{"type":"Input.ChoiceSet","id":"a","label":"L",{{looks}}"dataset":"stages","value":"2","choices":{{Two}}}""", BlockSurface.Modal);

    [Theory]
    [InlineData(BlockSurface.Message)]
    [InlineData(BlockSurface.Modal)]
    public void What_is_looked_up_names_its_form_and_is_still_the_input_it_is(BlockSurface surface)
    {
        const string Asks = "w=m-1&of=touchpoint&item=T4&field=f.serves";
        var block = (string)Shown.Blocks($$"""{"type":"Input.ChoiceSet","id":"f.serves","label":"L","dataset":"{{Asks}}","choices":{{Two}}}""", surface, Shown.Say("Add"))[0]!["block_id"]!;
        Assert.Equal(("f.serves", Asks), (BlockAction.Input(block), BlockAction.Form(block)));
        // It would be too long for Slack: the list is then without choices rather than the form not there.
        var longer = (string)Shown.Blocks($$"""{"type":"Input.ChoiceSet","id":"f.serves","label":"L","dataset":"w={{new string('m', 250)}}","choices":{{Two}}}""", surface, Shown.Say("Add"))[0]!["block_id"]!;
        Assert.Equal(("f.serves", ""), (BlockAction.Input(longer), BlockAction.Form(longer)));
    }

    [Fact]
    public void A_box_alone_is_one_of_one() =>
        Element("""{"type":"checkboxes","options":[{"text":{"type":"plain_text","text":"Yes","emoji":false},"value":"on"}],"initial_options":[{"text":{"type":"plain_text","text":"Yes","emoji":false},"value":"on"}],"action_id":"a"}""", """{"type":"Input.Toggle","id":"a","label":"L","title":"Yes","valueOn":"on","value":"on"}""", BlockSurface.Message);

    [Fact]
    public void A_choice_that_is_too_long_goes_on_below()
    {
        var option = Shown.Blocks($$"""{"type":"Input.ChoiceSet","id":"a","label":"L","choices":[{"title":"{{string.Join(' ', Enumerable.Repeat("word", 40))}}","value":"1"}]}""")[0]!["element"]!["options"]![0]!;
        Assert.EndsWith("word word", (string)option["text"]!["text"]!, StringComparison.Ordinal);
        Assert.EndsWith("word…", (string)option["description"]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_a_field_is_told()
    {
        var input = Shown.Blocks($$"""{"type":"Input.Text","id":"a","label":"L","value":"{{new string('x', 3005)}}"}""")[0]!;
        Assert.Equal((3000, "+ 5 characters"), (((string)input["element"]!["initial_value"]!).Length, (string)input["hint"]!["text"]!));
    }

    [Theory]
    [InlineData("""{"type":"Input.Text","id":"","label":"L"}""")]
    [InlineData("""{"type":"Input.Text","id":"a","label":" "}""")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","label":"L","choices":[]}""")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","label":"L","choices":[{"title":"x","value":""}]}""")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","label":"L","choices":[101]}""")]
    public void An_input_that_cannot_be_one_is_our_mistake(string input) => Assert.NotEmpty(Shown.Fault(input.Replace("101", Many(101), StringComparison.Ordinal)));

    static void Element(string expected, string input, BlockSurface surface)
    {
        var block = Shown.Blocks(input, surface, surface == BlockSurface.Modal ? Shown.Say("Add") : "")[0]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), block["element"]), block.ToJsonString());
        Assert.True((bool)block["optional"]!);
    }

    static (string Type, string? Hint) Chosen(string input) => Shown.Blocks(input)[0]!["element"]! is var element ? ((string)element["type"]!, (string?)element["placeholder"]?["text"]) : default;

    static string Many(int count) => string.Join(',', Enumerable.Range(1, count).Select(i => $$"""{"title":"c{{i}}","value":"{{i}}"}"""));

    static string Option(string title, string value) => $$"""{"text":{{Shown.Plain(title)}},"value":"{{value}}"}""";
}
