using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Channels.Tests.Cards.BlockKit;

/// <summary>What becomes of a card that is more than Slack takes: it says how much is missing, and its buttons stay.</summary>
public sealed class BlockFitTests
{
    [Fact]
    public void A_long_line_goes_on_in_another_block_between_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("wörter", 600));
        var blocks = Shown.Blocks(Shown.Line(text));
        Assert.Equal(2, blocks.Count);
        Assert.Equal(text, string.Join(' ', blocks.Select(Said)));
    }

    [Fact]
    public void A_letter_of_many_parts_is_not_parted()
    {
        var blocks = Shown.Blocks(Shown.Line(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 400))));
        Assert.All(blocks, block => Assert.Equal(0, Said(block).Length % "👩‍👩‍👧".Length));
    }

    [Fact]
    public void Rules_go_before_words_do()
    {
        var blocks = Shown.Blocks(string.Join(',', Enumerable.Range(0, 40).Select(i => $$"""{"type":"TextBlock","separator":true,"text":"t{{i}}"}""")));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"t{i}"), blocks.Select(Said));
    }

    [Fact]
    public void What_does_not_fit_is_counted_and_the_buttons_stay()
    {
        var lines = string.Join(',', Enumerable.Range(0, 60).Select(i => Shown.Line($"{i} {new string('x', 300)}")));
        var blocks = Shown.Blocks($$"""{{lines}},{"type":"TextBlock","text":"last"}""", actions: $$"""{{Shown.Say("Pass")}},{"type":"Action.OpenUrl","title":"Show map","url":"https://x.example/m"}""");
        var shown = blocks.Where(block => (string)block!["type"]! == "rich_text").Sum(block => Said(block).Split('\n').Length);
        Assert.Equal($"+ {61 - shown} more: see Show map", (string)blocks[^2]!["elements"]![0]!["text"]!);
        Assert.Equal("actions", (string)blocks[^1]!["type"]!);
        Assert.InRange(shown, 30, 45);
    }

    [Fact]
    public void A_thing_of_a_list_goes_with_its_buttons_and_counts_as_one()
    {
        var blocks = Shown.Blocks(string.Join(',', Enumerable.Range(0, 30).Select(i => $$"""{"type":"Container","separator":true,"items":[{"type":"TextBlock","text":"item {{i}}"},{"type":"TextBlock","text":"more","isSubtle":true},{"type":"ActionSet","actions":[{{Shown.Say("Edit")}}]}]}""")), actions: Shown.Say("Pass"));
        var items = blocks.Count(block => (string)block!["type"]! == "rich_text");
        Assert.Equal(items + 1, blocks.Count(block => (string)block!["type"]! == "actions"));
        Assert.Equal($"+ {30 - items} more", (string)blocks[^2]!["elements"]![0]!["text"]!);
        Assert.InRange(items, 15, 16);
    }

    [Fact]
    public void What_only_heads_what_is_left_out_is_left_out_and_not_counted()
    {
        var groups = string.Join(',', Enumerable.Range(0, 12).Select(i => $$"""{"type":"Container","items":[{"type":"TextBlock","text":"Stage {{i}}","weight":"Bolder"},{{string.Join(',', Enumerable.Range(0, 5).Select(_ => Shown.Line(new('x', 300))))}}]}"""));
        var blocks = Shown.Blocks(groups);
        var shown = blocks.Where(block => (string)block!["type"]! == "rich_text").Sum(block => Said(block).Split('\n').Count(line => line[0] == 'x'));
        Assert.Equal($"+ {60 - shown} more", (string)blocks[^1]!["elements"]![0]!["text"]!);
        Assert.EndsWith("x", Said(blocks[^2]), StringComparison.Ordinal);
    }

    [Fact]
    public void One_line_does_not_take_the_place_of_all_others()
    {
        var blocks = Shown.Blocks($$"""{{Shown.Line(new('x', 20_000))}},{"type":"TextBlock","text":"What hurts?"}""");
        Assert.Equal($"{new string('x', 1000)}… + 19,000 characters", Said(blocks[0]));
        Assert.Equal("What hurts?", Said(blocks[^1]));
    }

    [Fact]
    public void It_is_said_in_the_language_of_the_card() =>
        Assert.EndsWith("… + 19.000 Zeichen", Said(JsonNode.Parse(Shown.Card(Shown.Line(new('x', 20_000)), language: "de").Blocks.Span)![0]), StringComparison.Ordinal);

    [Fact]
    public void More_buttons_than_there_is_room_for_are_our_mistake() =>
        Assert.Contains("more than the surface takes", Shown.Fault(string.Join(',', Enumerable.Range(0, 60).Select(_ => $$"""{"type":"ActionSet","actions":[{{Shown.Say("Pass")}}]}"""))), StringComparison.Ordinal);

    [Fact]
    public void A_text_that_grows_too_long_by_what_it_escapes_ends_between_lines_and_says_so()
    {
        var text = Shown.Card(string.Join(',', Enumerable.Repeat(Shown.Line(new('&', 60)), 60))).Text;
        Assert.InRange(text.Length, 3000, BlockLimits.MessageText);
        Assert.EndsWith("&amp;\n+ 48 more", text, StringComparison.Ordinal);
    }

    static string Said(JsonNode? block) => string.Concat(block!["elements"]!.AsArray().SelectMany(part => part!["elements"]!.AsArray()).Select(leaf => (string)leaf!["text"]!));
}
