using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Cards.Twin;
using Kit = WorkshopBot.Channels.Cards.BlockKit.BlockKit;

namespace WorkshopBot.Channels.Tests.Cards.BlockKit;

/// <summary>Cards as they are written in tests, shown in Slack.</summary>
static class Shown
{
    public static BlockCard Card(string body, BlockSurface surface = BlockSurface.Message, string actions = "", string kept = "", string language = "en")
    {
        var json = Json(body, actions);
        return Kit.Render(new(json, TextTwin.Of(json, language)), surface, language, kept);
    }

    public static JsonArray Blocks(string body, BlockSurface surface = BlockSurface.Message, string actions = "")
    {
        var card = Card(body, surface, actions);
        Assert.Empty(BlockCheck.Blocks(card.Blocks, surface));
        return JsonNode.Parse(card.Blocks.Span)!.AsArray();
    }

    public static void Is(string expected, string body, BlockSurface surface = BlockSurface.Message, string actions = "")
    {
        var blocks = Blocks(body, surface, actions);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($"[{expected}]"), blocks), $"{expected}\n{blocks.ToJsonString()}");
    }

    public static string Fault(string body, BlockSurface surface = BlockSurface.Message, string actions = "") => Assert.Throws<CardException>(() => Kit.Render(new(Json(body, actions), ""), surface, "en")).Message;

    static byte[] Json(string body, string actions) => Bound.Utf8($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{body}}],"actions":[{{actions}}]}""");

    public static string Plain(string text) => $$"""{"type":"plain_text","text":"{{text}}","emoji":false}""";

    /// <summary>A button of ours.</summary>
    public static string Say(string title, string line = "pass", string more = "") => $$"""{"type":"Action.Execute","title":"{{title}}","verb":"say","data":{"verb":"say","line":"{{line}}"}{{more}}}""";

    /// <summary>A line of runs.</summary>
    public static string Line(string text, string more = "") => $$"""{"type":"RichTextBlock","spacing":"Small","inlines":[{"type":"TextRun","text":"{{text}}"{{more}}}]}""";
}
