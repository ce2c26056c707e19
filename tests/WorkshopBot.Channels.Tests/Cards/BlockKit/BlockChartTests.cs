using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Channels.Tests.Cards.BlockKit;

/// <summary>What becomes of a chart: drawn where Slack can, in words where it cannot, and in words again for a workspace that does not know charts yet.</summary>
public sealed class BlockChartTests
{
    const string Feels = """{"legend":"Feels","values":[{"x":"Discover","y":1},{"x":"Choose","y":-1.5}]}""";

    [Theory]
    [InlineData(BlockSurface.Message)]
    [InlineData(BlockSurface.Home)]
    public void Lines_with_the_same_points_are_drawn_and_there_is_a_plainer_way(BlockSurface surface)
    {
        var card = Shown.Card(Chart(Feels), surface);
        Assert.Empty(BlockCheck.Blocks(card.Blocks, surface));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""[{"type":"data_visualization","title":"Mood","chart":{"type":"line","series":[{"name":"Feels","data":[{"label":"Discover","value":1},{"label":"Choose","value":-1.5}]}],"axis_config":{"categories":["Discover","Choose"]}}}]"""),
            JsonNode.Parse(card.Blocks.Span)));
        Assert.Contains("in words", JsonNode.Parse(card.Plainer!.Value.Span)!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_window_it_is_in_words()
    {
        var card = Shown.Card(Chart(Feels), BlockSurface.Modal);
        Assert.Null(card.Plainer);
        Assert.Contains("in words", JsonNode.Parse(card.Blocks.Span)!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"legend":"Feels","values":[]}""")]
    [InlineData("""{"legend":" ","values":[{"x":"a","y":1}]}""")]
    [InlineData("""{"legend":"Feels","values":[{"x":"","y":1}]}""")]
    [InlineData("""{"legend":"Feels","values":[{"x":"a","y":"1"}]}""")]
    [InlineData(Feels + """,{"legend":"Wants","values":[{"x":"Discover","y":1}]}""")]
    [InlineData("7")]
    [InlineData("21")]
    public void What_Slack_could_not_draw_is_in_words(string lines)
    {
        lines = lines switch
        {
            "7" => string.Join(',', Enumerable.Range(0, 7).Select(i => $$"""{"legend":"l{{i}}","values":[{"x":"a","y":1}]}""")),
            "21" => $$"""{"legend":"l","values":[{{string.Join(',', Enumerable.Range(0, 21).Select(i => $$"""{"x":"{{i}}","y":1}"""))}}]}""",
            _ => lines,
        };
        var card = Shown.Card(Chart(lines));
        Assert.Null(card.Plainer);
        Assert.Contains("in words", JsonNode.Parse(card.Blocks.Span)!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_alike_when_they_are_short_enough_are_numbered()
    {
        var chart = Shown.Blocks(Chart("""{"legend":"a","values":[{"x":"A very long name of a stage","y":1},{"x":"A very long name of another","y":2},{"x":"A very long name of a third","y":3}]}"""))[0]!["chart"]!;
        Assert.Equal(["A very long name of…", "A very long name… 2", "A very long name… 3"], chart["axis_config"]!["categories"]!.AsArray().Select(label => (string)label!));
    }

    [Fact]
    public void A_third_chart_of_a_message_is_in_words() =>
        Assert.Equal(["data_visualization", "data_visualization", "rich_text"], Shown.Blocks(string.Join(',', Enumerable.Repeat(Chart(Feels), 3))).Select(block => (string)block!["type"]!));

    static string Chart(string lines) => $$$"""{"type":"Chart.Line","title":"Mood","data":[{{{lines}}}],"fallback":{"type":"TextBlock","text":"in words"}}""";
}
