using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Cards.Twin;
using WorkshopBot.Channels.Tests.Cards.BlockKit;

namespace WorkshopBot.Tests.Cards;

/// <summary>Whatever people write, wherever in whatever card: Slack takes it, it calls nobody and links nowhere, and nothing that can be pressed or filled in is lost.</summary>
public sealed class HostileBlocksTests
{
    static readonly string[] Bad =
    [
        "<!channel>", "<!here|here>", "@here", "@channel", "@everyone", "<@U123>", "<#C123|general>", "<!subteam^S1>", "<http://evil.example|bank>", "http://evil.example", "mailto:a@b.example", "`", "```", "*", "_", "~", "> ", "\n", "\r\n# ", "\t", "&", "&lt;!here&gt;", "&amp;",
        ":bike:", "{\"type\":\"broadcast\"}", "\"", "\\", "${title}", "\u202e", "\u2067", "\u2028", "\0", "\u200b", "\ud83d", "\udead", "👩‍👩‍👧", "e\u0301\u0301\u0301", "שלום", "比較", "a word", " ", "", "• ",
    ];

    static readonly List<(string Name, BoundCard Bound)> Cards = [.. BlockSamples.On(BlockSurface.Message).Where(sample => sample.Name.EndsWith(".en", StringComparison.Ordinal)).Select(sample => (sample.Name, sample.Bound))];

    [Fact]
    public void Nothing_is_live_and_nothing_is_too_much()
    {
        var texts = from pieces in Gen.Elements(Bad).ListOf() from times in Gen.Frequency((8, Gen.Constant(1)), (1, Gen.Constant(40)), (1, Gen.Choose(100, 3000))) select string.Concat(Enumerable.Repeat(string.Concat(pieces), pieces.Count == 0 ? 1 : times));
        var cases = from text in texts from card in Gen.Elements<(string Name, BoundCard Bound)>(Cards) from surface in Gen.Elements(Enum.GetValues<BlockSurface>()) select (text, card, surface);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(cases.ToArbitrary(), one => Holds(one.text, one.card.Name, one.card.Bound, one.surface, everywhere: true)));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("<!channel> ")]
    [InlineData("&")]
    [InlineData("\u0301")]
    [InlineData("a\n")]
    public void A_million_characters_are_too_many_and_said_to_be(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        foreach (var (name, bound) in Cards.DistinctBy(card => card.Name[..card.Name.IndexOf('.', StringComparison.Ordinal)]))
            Holds(text, name, bound, BlockSurface.Message, everywhere: false);
    }

    static void Holds(string text, string name, BoundCard bound, BlockSurface surface, bool everywhere)
    {
        var json = JsonNode.Parse(bound.Json.Span)!;
        var left = everywhere ? int.MaxValue : 1;
        Write(json, text, ref left);
        var bytes = Encoding.UTF8.GetBytes(json.ToJsonString());
        var twin = TextTwin.Of(bytes, "en");
        var card = BlockKit.Render(new(bytes, twin.Length <= TextTwin.Most ? twin : "In short."), surface, "en", "board");
        Assert.Empty(BlockCheck.Blocks(card.Blocks, surface).Select(fault => $"{name}: {fault}"));
        if (card.Plainer is { } plainer)
            Assert.Empty(BlockCheck.Blocks(plainer, surface));
        if (surface != BlockSurface.Message)
            Assert.Empty(BlockCheck.View(BlockSamples.View(card, surface)!.Value));
        Assert.DoesNotContain('<', card.Text);
        Assert.DoesNotContain('>', card.Text);
        Assert.DoesNotContain('&', card.Text.Replace("&amp;", "", StringComparison.Ordinal).Replace("&lt;", "", StringComparison.Ordinal).Replace("&gt;", "", StringComparison.Ordinal));
        Assert.True(card.Text.Length <= BlockLimits.MessageText);
        var blocks = JsonNode.Parse(card.Blocks.Span)!.AsArray();
        Assert.Equal(Inputs(json["body"]), blocks.Count(block => (string)block!["type"]! == "input"));
        string[] titles = [.. blocks.Where(block => (string)block!["type"]! == "actions").SelectMany(block => block!["elements"]!.AsArray()).Select(button => (string)button!["text"]!["text"]!), .. card.Submit is { } submit ? [submit.Title] : Array.Empty<string>()];
        Assert.All(json["actions"]?.AsArray() ?? [], action => Assert.Contains((string)action!["title"]!, titles));
    }

    /// <summary>Puts the text wherever people's own words may stand, and where ours do.</summary>
    static void Write(JsonNode? node, string text, ref int left)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Write(item, text, ref left);
        if (node is not JsonObject part)
            return;
        var type = (string?)part["type"] ?? "";
        string[] names = type switch
        {
            "TextRun" or "TextBlock" => ["text"],
            "Input.Text" => ["value", "placeholder"],
            "Chart.Line" => ["title"],
            "" when !string.IsNullOrWhiteSpace(text) || part["value"] is null => part.ContainsKey("choices") ? [] : ["legend", "x", "title"],
            _ => [],
        };
        foreach (var name in names)
            if (left > 0 && part[name] is JsonValue)
            {
                part[name] = text;
                left--;
            }
        foreach (var (name, child) in part.ToList())
            if (name is not ("actions" or "fallback") || type == "Chart.Line")
                Write(child, text, ref left);
    }

    static int Inputs(JsonNode? node) => node switch
    {
        JsonArray list => list.Sum(Inputs),
        JsonObject part => ((string?)part["type"] ?? "").StartsWith("Input.", StringComparison.Ordinal) ? 1 : Inputs(part["items"]) + Inputs(part["columns"]),
        _ => 0,
    };
}
