using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Channels.Tests.Cards.BlockKit;

/// <summary>What becomes of buttons: none is ever lost, and what each carries comes back whole.</summary>
public sealed class BlockButtonTests
{
    const string Field = """{"type":"Input.Text","id":"text","label":"Goal"}""";

    [Fact]
    public void A_button_is_called_by_its_verb_and_carries_its_data() => Shown.Is(
        $$"""
        {"type":"actions","elements":[
          {"type":"button","action_id":"say.0","text":{{Shown.Plain("Add")}},"value":"{\"verb\":\"say\",\"line\":\"über\"}","style":"primary"},
          {"type":"button","action_id":"say.1","text":{{Shown.Plain("Drop")}},"value":"{\"verb\":\"say\",\"line\":\"pass\"}","style":"danger"},
          {"type":"button","action_id":"form.2","text":{{Shown.Plain("More")}},"value":"{\"verb\":\"form\"}"},
          {"type":"button","action_id":"link-3","text":{{Shown.Plain("Open map")}},"url":"https://x.example/m"}]}
        """,
        "", actions: string.Join(',', Shown.Say("Add", "über", ",\"style\":\"positive\""), Shown.Say("Drop", "pass", ",\"style\":\"Destructive\""),
            """{"type":"Action.Submit","title":"More","data":{"verb":"form"}}""", """{"type":"Action.OpenUrl","title":"Open map","url":"https://x.example/m"}"""));

    [Fact]
    public void On_a_kept_message_it_says_on_which()
    {
        var value = (string)JsonNode.Parse(Shown.Card("", actions: """{"type":"Action.Submit","title":"More","data":{"verb":"form","w":"m-1","kept":"step:x"}}""", kept: "board").Blocks.Span)![0]!["elements"]![0]!["value"]!;
        Assert.Equal("""{"verb":"form","w":"m-1","kept":"board"}""", value);
    }

    [Fact]
    public void Seven_stand_in_two_rows() =>
        Assert.Equal([5, 2], Shown.Blocks("", actions: string.Join(',', Enumerable.Range(0, 7).Select(i => Shown.Say($"B{i}")))).Select(row => row!["elements"]!.AsArray().Count));

    [Fact]
    public void What_carries_too_much_is_a_line_to_type()
    {
        var line = new string('x', 2000);
        var blocks = Shown.Blocks("", actions: $"{Shown.Say("Yes", line)},{Shown.Say("Pass")}");
        Assert.Equal(["actions", "rich_text"], blocks.Select(block => (string)block!["type"]!));
        Assert.Equal($"[Yes] type: {line}", (string)blocks[1]!["elements"]![0]!["elements"]![0]!["text"]!);
    }

    [Fact]
    public void In_a_modal_the_first_that_sends_what_is_filled_in_is_its_own()
    {
        var card = Shown.Card(Field, BlockSurface.Modal, string.Join(',', Shown.Say("Pass", "pass", ",\"associatedInputs\":\"none\""), """{"type":"Action.Execute","title":"Add","verb":"fill","data":{"verb":"fill","form":"f-1"}}""", Shown.Say("More")));
        Assert.Equal(("Add", "fill", """{"verb":"fill","form":"f-1"}"""), (card.Submit!.Title, card.Submit.Verb, Encoding.UTF8.GetString(card.Submit.Data.Span)));
        Assert.Equal(["say.0", "say.2"], JsonNode.Parse(card.Blocks.Span)![1]!["elements"]!.AsArray().Select(button => (string)button!["action_id"]!));
    }

    [Theory]
    [InlineData(BlockSurface.Message, Field)]
    [InlineData(BlockSurface.Modal, """{"type":"TextBlock","text":"x"}""")]
    public void Where_nothing_is_sent_at_once_all_are_buttons(BlockSurface surface, string body)
    {
        var card = Shown.Card(body, surface, Shown.Say("Add"));
        Assert.Null(card.Submit);
        Assert.Equal("actions", (string)JsonNode.Parse(card.Blocks.Span)![1]!["type"]!);
    }

    [Theory]
    [InlineData("1 to 75 characters", """{"type":"Action.Submit","title":"T76","data":{"verb":"say"}}""")]
    [InlineData("1 to 75 characters", """{"type":"Action.Submit","title":" ","data":{"verb":"say"}}""")]
    [InlineData("has a verb", """{"type":"Action.Submit","title":"x","data":{}}""")]
    [InlineData("is an object", """{"type":"Action.Submit","title":"x","data":[]}""")]
    [InlineData("https or http", """{"type":"Action.OpenUrl","title":"x","url":"javascript:alert(1)"}""")]
    [InlineData("at most 2000", """{"type":"Action.Submit","title":"x","data":{"verb":"form","draft":"D"}}""")]
    public void A_button_that_cannot_be_one_is_our_mistake(string says, string action) =>
        Assert.Contains(says, Shown.Fault("", actions: action.Replace("T76", new('x', 76), StringComparison.Ordinal).Replace("\"D\"", $"\"{new string('d', 2000)}\"", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData("no button that sends", "")]
    [InlineData("at most 24", """{"type":"Action.Submit","title":"A title that is too long for it","data":{"verb":"fill"}}""")]
    public void A_form_in_a_window_needs_its_button(string says, string actions) => Assert.Contains(says, Shown.Fault(Field, BlockSurface.Modal, actions), StringComparison.Ordinal);
}
