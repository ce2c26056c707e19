using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Channels.Tests.Slack.Fake;

public sealed class FakeSlackBlockTests : FakeSlackBench
{
    const string Button = """{"type":"button","action_id":"a.1","text":{"type":"plain_text","text":"Go"}}""";

    static string Long(int length) => new('x', length);

    public static TheoryData<string, string> Wrong => new()
    {
        { "a header is plain", """[{"type":"header","text":{"type":"mrkdwn","text":"x"}}]""" },
        { "a header has 150 characters", """[{"type":"header","text":{"type":"plain_text","text":"LONG151"}}]""" },
        { "a section has a text or fields", """[{"type":"section"}]""" },
        { "a section keeps clear of its limit", """[{"type":"section","text":{"type":"plain_text","text":"LONG2901"}}]""" },
        { "a text is not empty", """[{"type":"section","text":{"type":"plain_text","text":""}}]""" },
        { "plain text knows no verbatim", """[{"type":"section","text":{"type":"plain_text","text":"x","verbatim":true}}]""" },
        { "mrkdwn knows no emoji", """[{"type":"section","text":{"type":"mrkdwn","text":"x","emoji":true}}]""" },
        { "a block has no other members", """[{"type":"divider","colour":"red"}]""" },
        { "a button has no other members", """[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Go"},"verb":"x"}]}]""" },
        { "there are 25 elements", """[{"type":"actions","elements":[BUTTONS26]}]""" },
        { "a button has 75 characters", """[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"LONG76"}}]}]""" },
        { "a button is primary or danger", """[{"type":"actions","elements":[{"type":"button","style":"default","text":{"type":"plain_text","text":"Go"}}]}]""" },
        { "a value has 2,000 characters", """[{"type":"actions","elements":[{"type":"button","value":"LONG2001","text":{"type":"plain_text","text":"Go"}}]}]""" },
        { "a block_id is there once", """[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]""" },
        { "an action_id is in its block once", """[{"type":"actions","elements":[BUTTON,BUTTON]}]""" },
        { "a type is known", """[{"type":"shout","text":"x"}]""" },
        { "a list is not empty", """[{"type":"context","elements":[]}]""" },
        { "an image says what it shows", """[{"type":"image","image_url":"https://example.com/a.png"}]""" },
        { "an image has one source", """[{"type":"image","alt_text":"a","image_url":"https://example.com/a.png","slack_file":{"id":"F1"}}]""" },
        { "an input has a label", """[{"type":"input","element":{"type":"plain_text_input","action_id":"a"}}]""" },
        { "a number is asked for in windows only", """[{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"number_input","is_decimal_allowed":false,"action_id":"a"}}]""" },
        { "a choice has options", """[{"type":"actions","elements":[{"type":"static_select","action_id":"a"}]}]""" },
        { "what is chosen is an option", """[{"type":"actions","elements":[{"type":"static_select","action_id":"a","options":[{"text":{"type":"plain_text","text":"x"},"value":"x"}],"initial_option":{"text":{"type":"plain_text","text":"y"},"value":"y"}}]}]""" },
        { "options differ", """[{"type":"actions","elements":[{"type":"static_select","action_id":"a","options":[{"text":{"type":"plain_text","text":"x"},"value":"x"},{"text":{"type":"plain_text","text":"y"},"value":"x"}]}]}]""" },
        { "an option of a select is plain", """[{"type":"actions","elements":[{"type":"static_select","action_id":"a","options":[{"text":{"type":"mrkdwn","text":"x"},"value":"x"}]}]}]""" },
        { "rows are equally long", """[{"type":"table","rows":[[{"type":"raw_text","text":"a"}],[{"type":"raw_text","text":"b"},{"type":"raw_text","text":"c"}]]}]""" },
        { "a cell is not empty", """[{"type":"table","rows":[[{"type":"raw_text","text":""}]]}]""" },
        { "there is one table", """[{"type":"table","rows":[[{"type":"raw_text","text":"a"}]]},{"type":"table","rows":[[{"type":"raw_text","text":"a"}]]}]""" },
        { "rich text is in sections", """[{"type":"rich_text","elements":[{"type":"text","text":"x"}]}]""" },
        { "a list has a style", """[{"type":"rich_text","elements":[{"type":"rich_text_list","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x"}]}]}]}]""" },
        { "every line has every point", """[{"type":"data_visualization","title":"t","chart":{"type":"line","series":[{"name":"a","data":[{"label":"x","value":1}]}],"axis_config":{"categories":["x","y"]}}}]""" },
        { "lines have names of their own", """[{"type":"data_visualization","title":"t","chart":{"type":"line","series":[{"name":"a","data":[{"label":"x","value":1}]},{"name":"a","data":[{"label":"x","value":1}]}],"axis_config":{"categories":["x"]}}}]""" },
        { "an image is asked for safely", """[{"type":"image","alt_text":"a","image_url":"http://example.com/a.png"}]""" },
        { "a date is written as dates are", """[{"type":"actions","elements":[{"type":"datepicker","action_id":"a","initial_date":"4.5.2026"}]}]""" },
        { "a time is written as times are", """[{"type":"actions","elements":[{"type":"timepicker","action_id":"a","initial_time":"9:00"}]}]""" },
        { "a point has a number", """[{"type":"data_visualization","title":"t","chart":{"type":"line","series":[{"name":"a","data":[{"label":"x","value":"1"}]}],"axis_config":{"categories":["x"]}}}]""" },
        { "a piece of a cake is more than nothing", """[{"type":"data_visualization","title":"t","chart":{"type":"pie","segments":[{"label":"x","value":0}]}}]""" },
        { "markdown has 12,000 characters in all", """[{"type":"markdown","text":"LONG6001"},{"type":"markdown","text":"LONG6000"}]""" },
        { "there are 50 blocks", "[DIVIDERS51]" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_refused_and_where(string why, string blocks)
    {
        var filled = System.Text.RegularExpressions.Regex.Replace(blocks, @"LONG(\d+)", match => Long(int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)))
            .Replace("BUTTONS26", string.Join(',', Enumerable.Range(0, 26).Select(i => Button.Replace("a.1", $"a.{i}", StringComparison.Ordinal))), StringComparison.Ordinal)
            .Replace("BUTTON", Button, StringComparison.Ordinal).Replace("DIVIDERS51", string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", 51)), StringComparison.Ordinal);
        var answer = await Raw.Call("chat.postMessage", ("channel", Lab.Id), ("text", why), ("blocks", RawSlack.Blocks(filled)));
        Assert.Equal("invalid_blocks", (string)answer["error"]!);
        Assert.Matches(@"^\[ERROR\] .+ \[json-pointer:/blocks.*\]$", (string)answer["response_metadata"]!["messages"]![0]!);
        Assert.Empty(Lab.All);
    }

    [Fact]
    public async Task What_is_right_to_the_last_character_is_taken()
    {
        var blocks = RawSlack.Blocks($$"""
            [{"type":"header","text":{"type":"plain_text","text":"{{Long(150)}}"} },
             {"type":"section","text":{"type":"mrkdwn","text":"{{Long(2900)}}","verbatim":true},"accessory":{{Button}} },
             {"type":"rich_text","elements":[{"type":"rich_text_list","style":"bullet","indent":1,"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x","style":{"bold":true} },{"type":"link","url":"https://example.com"}]}]}]},
             {"type":"table","rows":[[{"type":"raw_text","text":"a"},{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"b"}]}]}]],"column_settings":[{"is_wrapped":true}]},
             {"type":"data_visualization","title":"t","chart":{"type":"line","series":[{"name":"a","data":[{"label":"x","value":1.5}]}],"axis_config":{"categories":["x"]} } },
             {"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"radio_buttons","action_id":"a","options":[{"text":{"type":"mrkdwn","text":"x"},"value":"x"}]} }]
            """);
        Assert.Equal("ok", await Raw.Error("chat.postMessage", ("channel", Lab.Id), ("text", "x"), ("blocks", blocks)));
        Assert.All(Lab.Posted.Single().Blocks, block => Assert.NotNull(block!["block_id"]));
    }

    [Fact]
    public async Task Too_much_text_in_all_is_too_long()
    {
        var section = $$"""{"type":"section","text":{"type":"plain_text","text":"{{Long(2900)}}"} }""";
        Assert.Equal("msg_blocks_too_long", await Raw.Error("chat.postMessage", ("channel", Lab.Id), ("text", "x"), ("blocks", RawSlack.Blocks($"[{string.Join(',', Enumerable.Repeat(section, 5))}]"))));
    }

    [Theory]
    [InlineData("x", null, null, "format")]
    [InlineData("1", "x", null, "format")]
    [InlineData("1", "3", "2", "maximum")]
    [InlineData("1.5", "1", "2", null)]
    public void A_number_is_asked_for_between_numbers(string initial, string? least, string? most, string? wrong)
    {
        var element = new JsonObject { ["type"] = "number_input", ["is_decimal_allowed"] = true, ["action_id"] = "a", ["initial_value"] = initial };
        foreach (var (name, value) in ((string, string?)[])[("min_value", least), ("max_value", most)])
            if (value is not null)
                element[name] = value;
        var faults = FakeSlack.Faults("modal", new JsonArray(new JsonObject { ["type"] = "input", ["label"] = new JsonObject { ["type"] = "plain_text", ["text"] = "x" }, ["element"] = element }));
        Assert.Equal(wrong switch { null => [], "format" => ["must be a number in a string"], _ => (string[])["min_value is over max_value"] }, faults.Select(fault => fault.Split(" [")[0]));
    }

    [Theory]
    [InlineData("", """[{"type":"markdown","text":"x"}]""")]
    [InlineData("", """[{"type":"table","rows":[[{"type":"raw_text","text":"a"}]]}]""")]
    [InlineData("""{"title":{"type":"plain_text","text":"xxxxxxxxxxxxxxxxxxxxxxxxx"}}""", """[{"type":"divider"}]""")]
    [InlineData("""{"title":null}""", """[{"type":"divider"}]""")]
    [InlineData("""{"hash":"x"}""", """[{"type":"divider"}]""")]
    [InlineData("""{"submit":{"type":"mrkdwn","text":"x"}}""", """[{"type":"divider"}]""")]
    public async Task A_window_has_rules_of_its_own(string more, string blocks)
    {
        var view = RawSlack.Modal(blocks);
        foreach (var (name, value) in more.Length > 0 ? JsonNode.Parse(more)!.AsObject() : [])
            view[name] = value?.DeepClone();
        Assert.Equal("invalid_arguments", await Raw.Error("views.open", ("trigger_id", "x"), ("view", view)));
    }

    [Fact]
    public async Task A_window_has_room_for_so_much()
    {
        var view = RawSlack.Modal();
        view["private_metadata"] = Long(3001);
        Assert.Equal("invalid_arguments", await Raw.Error("views.open", ("trigger_id", "x"), ("view", view)));
        view["private_metadata"] = Long(3000);
        Assert.Equal("invalid_trigger_id", await Raw.Error("views.open", ("trigger_id", "x"), ("view", view)));
        var section = $$"""{"type":"section","text":{"type":"plain_text","text":"{{Long(2900)}}"} }""";
        Assert.Equal("view_too_large", await Raw.Error("views.open", ("trigger_id", "x"), ("view", RawSlack.Modal($"[{string.Join(',', Enumerable.Repeat(section, 90))}]"))));
    }

    [Fact]
    public async Task Blocks_are_looked_at_without_a_token()
    {
        using var anybody = new RawSlack(Slack, null);
        var answer = await anybody.Call("blocks.validate", ("blocks", RawSlack.Blocks($$"""[{"type":"header","text":{"type":"plain_text","text":"{{Long(151)}}"} }]""")));
        Assert.Equal(("invalid_blocks", "/0/text/text", "max_length", 150), ((string)answer["error"]!, (string)answer["errors"]![0]!["pointer"]!, (string)answer["errors"]![0]!["constraint"]!["type"]!, (int)answer["errors"]![0]!["constraint"]!["expected"]!));
        Assert.Equal("ok", await anybody.Error("blocks.validate", ("view", RawSlack.Modal())));
    }

    [Fact]
    public async Task A_workspace_may_not_know_a_block_yet()
    {
        Slack.UnknownBlocks.Add("table");
        Assert.Equal("invalid_blocks", await Raw.Error("chat.postMessage", ("channel", Lab.Id), ("blocks", RawSlack.Blocks("""[{"type":"table","rows":[[{"type":"raw_text","text":"a"}]]}]"""))));
    }

    [Theory]
    [InlineData("[]", "invalid_metadata_format")]
    [InlineData("""{"event_type":"x"}""", "invalid_metadata_schema")]
    [InlineData("""{"event_type":"x","event_payload":{"a":{"b":{"c":1}}}}""", "invalid_metadata_schema")]
    [InlineData("""{"event_type":"x","event_payload":{"a":"b","c":{"d":1},"e":[{"f":true}]}}""", "ok")]
    public async Task What_is_kept_with_a_message_is_flat(string metadata, string error) =>
        Assert.Equal(error, await Raw.Error("chat.postMessage", ("channel", Lab.Id), ("text", "x"), ("metadata", JsonNode.Parse(metadata))));
}
