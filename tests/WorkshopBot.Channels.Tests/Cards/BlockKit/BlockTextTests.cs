using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Channels.Tests.Cards.BlockKit;

/// <summary>What becomes of texts: which block each is, what stands together, and that nothing people wrote is markup.</summary>
public sealed class BlockTextTests
{
    [Fact]
    public void A_heading_is_a_header_and_a_subtle_or_small_text_an_aside() => Shown.Is(
        $$"""{"type":"header","text":{{Shown.Plain("Goals")}}},{"type":"context","elements":[{{Shown.Plain("Why")}}]},{"type":"context","elements":[{{Shown.Plain("Named")}}]}""",
        """{"type":"TextBlock","style":"heading","text":"Goals"},{"type":"TextBlock","text":"Why","isSubtle":true},{"type":"TextBlock","text":"Named","size":"Small"}""");

    [Fact]
    public void A_small_heading_above_a_title_gives_way_to_it() => Shown.Is(
        $$"""{"type":"context","elements":[{{Shown.Plain("Journey map")}}]},{"type":"header","text":{{Shown.Plain("Bikes")}}}""",
        """{"type":"TextBlock","style":"heading","size":"Small","text":"Journey map"},{"type":"RichTextBlock","spacing":"None","inlines":[{"type":"TextRun","text":"Bikes","size":"ExtraLarge"}]}""");

    [Fact]
    public void A_heading_that_is_too_long_for_a_header_is_bold()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 31)).Trim();
        Shown.Is($$$"""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"{{{text}}}","style":{"bold":true}}]}]}""", $$"""{"type":"TextBlock","style":"heading","text":"{{text}}"}""");
    }

    [Fact]
    public void Lines_close_together_are_one_paragraph_and_a_gap_begins_another() => Shown.Is(
        """
        {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"G1","style":{"bold":true}},{"type":"text","text":" see\nnext"}]}]},
        {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"apart"}]}]}
        """,
        $$"""{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"G1","weight":"Bolder"},{"type":"TextRun","text":" see"}]},{{Shown.Line("next")}},{"type":"TextBlock","text":"apart"}""");

    [Fact]
    public void Looks_are_kept() => Shown.Is(
        """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"a","style":{"bold":true,"italic":true}},{"type":"text","text":"b","style":{"strike":true}}]}]}""",
        """{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"a","weight":"bolder","italic":true},{"type":"TextRun","text":"b","strikethrough":true,"color":"Good"}]}""");

    [Fact]
    public void What_a_card_lists_with_dots_is_a_list() => Shown.Is(
        """
        {"type":"rich_text","elements":[
          {"type":"rich_text_section","elements":[{"type":"text","text":"Open","style":{"bold":true}}]},
          {"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"one"}]},{"type":"rich_text_section","elements":[{"type":"text","text":"two"}]}]}]}
        """,
        """
        {"type":"TextBlock","text":"Open","weight":"Bolder"},
        {"type":"RichTextBlock","spacing":"Small","inlines":[{"type":"TextRun","text":"• "},{"type":"TextRun","text":"one"}]},{"type":"RichTextBlock","spacing":"Small","inlines":[{"type":"TextRun","text":"• "},{"type":"TextRun","text":"two"}]}
        """);

    [Fact]
    public void Facts_are_lines_with_bold_titles() => Shown.Is(
        """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Done: ","style":{"bold":true}},{"type":"text","text":"two\n"},{"type":"text","text":"Open: ","style":{"bold":true}},{"type":"text","text":"one"}]}]}""",
        """{"type":"FactSet","facts":[{"title":"Done","value":"two"},{"title":"Open:","value":"one"}]}""");

    [Fact]
    public void Columns_of_one_line_each_are_one_line_and_others_stand_below_each_other()
    {
        Shown.Is(
            """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"T4","style":{"bold":true}},{"type":"text","text":" · new"}]}]}""",
            """{"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"TextBlock","text":"T4","weight":"bolder"}]},{"type":"Column","items":[{"type":"TextBlock","text":"new"}]}]}""");
        Assert.Equal(3, Shown.Blocks("""{"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"TextBlock","text":"T4"},{"type":"TextBlock","text":"two"}]},{"type":"Column","items":[{"type":"TextBlock","text":"new"}]}]}""").Count);
    }

    [Fact]
    public void A_rule_stands_between_things_and_never_first() => Assert.Equal(
        ["rich_text", "divider", "rich_text"],
        Shown.Blocks("""{"type":"TextBlock","text":"a","separator":true},{"type":"Container","separator":true,"items":[{"type":"TextBlock","text":"b","separator":true}]}""").Select(block => (string)block!["type"]!));

    [Fact]
    public void A_picture_says_what_it_shows_and_is_only_that_where_nobody_can_fetch_it()
    {
        Shown.Is("""{"type":"image","image_url":"https://x.example/p.png","alt_text":"Two bars"}""", """{"type":"Image","url":"https://x.example/p.png","altText":"Two bars"}""");
        Shown.Is("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Two bars"}]}]}""", """{"type":"Image","url":"http://localhost/p.png","altText":"Two bars"}""");
    }

    [Fact]
    public void What_somebody_wrote_begins_no_line_of_its_own_and_stands_otherwise_as_it_was_written() => Shown.Is(
        """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"*a* <!channel> @here :bike: `x` [Delete] &amp; 👩‍👩‍👧"}]}]}""",
        Shown.Line("""*a* <!channel> @here :bike:\n\n`x`\r\n[Delete] &amp; 👩‍👩‍👧"""));

    [Fact]
    public void What_says_nothing_is_not_there() => Assert.Equal("[]", Shown.Blocks("""{"type":"TextBlock","text":" \n "},{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":""}]},{"type":"TextBlock","style":"heading","text":""},{"type":"TextBlock","text":"","isSubtle":true}""").ToJsonString());

    [Theory]
    [InlineData("""{"type":"Table","rows":[]}""")]
    [InlineData("""{"type":"Input.Rating","id":"a"}""")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ShowCard","title":"x"}]}""")]
    [InlineData("""{"text":"\ud800"}""")]
    public void What_is_not_in_the_subset_is_not_passed_over(string element) => Assert.NotEmpty(Shown.Fault(element));

    [Theory]
    [InlineData(BlockSurface.Message)]
    [InlineData(BlockSurface.Modal)]
    [InlineData(BlockSurface.Home)]
    public void Half_a_character_makes_no_card(BlockSurface surface) => Assert.Contains("not valid", Shown.Fault("""{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"x\ud800"}]}""", surface), StringComparison.Ordinal);

    [Fact]
    public void The_text_of_a_message_calls_nobody() => Assert.Equal("&lt;!here&gt; a &amp;amp; b", Shown.Card("""{"type":"TextBlock","text":"<!here> a &amp; b"}""").Text);
}
