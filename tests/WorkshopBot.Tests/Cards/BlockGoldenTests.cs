using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;

namespace WorkshopBot.Tests.Cards;

/// <summary>What some cards look like in Slack, drawn in letters, to be read like code. To write it anew: WRITE_GOLDEN=1, and read the difference.</summary>
public sealed class BlockGoldenTests
{
    static readonly string Folder = Checkout.File("tests", "WorkshopBot.Tests", "Cards", "Golden", "slack");

    [Theory]
    [InlineData(BlockSurface.Message, "board", "digest", "facilitate", "findings", "invite", "item", "mine", "outcome", "receipt", "refusal", "step")]
    [InlineData(BlockSurface.Modal, "facilitate", "form", "item", "mine", "question", "receipt", "welcome")]
    [InlineData(BlockSurface.Home, "home", "mine", "welcome", "which")]
    public void A_card_looks_as_it_was_read_and_found_good(BlockSurface surface, params string[] cards)
    {
        foreach (var card in cards)
        {
            var drawn = new StringBuilder();
            foreach (var (name, _, made) in BlockSamples.On(surface).Where(sample => sample.Name.StartsWith($"{card}.", StringComparison.Ordinal) && sample.Name.EndsWith(".en", StringComparison.Ordinal)))
                drawn.Append("=== ").Append(name[..^3]).Append('\n').Append(BlockSketch.Of(made)).Append('\n');
            var file = Path.Combine(Folder, $"{card}.{surface}.txt");
            if (Environment.GetEnvironmentVariable("WRITE_GOLDEN") == "1")
            {
                Directory.CreateDirectory(Folder);
                File.WriteAllText(file, drawn.ToString());
            }
            Assert.True(File.Exists(file) && File.ReadAllText(file) == drawn.ToString(), $"{card} looks different as a {surface}. Write it anew with WRITE_GOLDEN=1, and read the difference.");
        }
    }
}

/// <summary>Blocks, drawn in letters: a header underlined, what is bold between stars, an aside in brackets of its own, a row of buttons in one line.</summary>
static class BlockSketch
{
    public static string Of(BlockCard card)
    {
        var drawn = new StringBuilder();
        foreach (var block in JsonNode.Parse(card.Blocks.Span)!.AsArray())
            drawn.Append(Block(block!)).Append('\n');
        if (card.Submit is { } submit)
            drawn.Append("<<").Append(submit.Title).Append(">>\n");
        return drawn.ToString();
    }

    static string Block(JsonNode block) => (string)block["type"]! switch
    {
        "header" => $"# {block["text"]!["text"]}",
        "context" => string.Join('\n', block["elements"]!.AsArray().Select(element => $"({element!["text"]})")),
        "divider" => "-----",
        "image" => $"<image: {block["alt_text"]}>",
        "rich_text" => string.Join('\n', block["elements"]!.AsArray().Select(part => (string)part!["type"]! == "rich_text_list" ? string.Join('\n', part["elements"]!.AsArray().Select(item => $" • {Leaves(item!)}")) : Leaves(part))),
        "actions" => string.Join(' ', block["elements"]!.AsArray().Select(button => $"[{button!["text"]!["text"]}{(button["style"] is { } style ? $" {style}" : "")}{(button["url"] is null ? "" : " ->")}]")),
        "input" => $"{block["label"]!["text"]}{((bool)block["optional"]! ? " (optional)" : "")}\n  {Input(block["element"]!)}{(block["hint"] is { } hint ? $"\n  ({hint["text"]})" : "")}",
        "data_visualization" => $"<chart: {block["title"]}; {string.Join("; ", block["chart"]!["series"]!.AsArray().Select(series => $"{series!["name"]}: {string.Join(", ", series["data"]!.AsArray().Select(point => $"{point!["label"]} {point["value"]}"))}"))}>",
        var other => $"<{other}>",
    };

    static string Input(JsonNode element)
    {
        var chosen = (JsonArray?)element["initial_options"]?.DeepClone() ?? (element["initial_option"] is { } one ? new JsonArray(one.DeepClone()) : []);
        var values = chosen.Select(option => (string)option!["value"]!).ToList();
        var value = element["initial_value"] ?? element["initial_date"] ?? element["initial_time"];
        return $"{element["type"]}{((bool?)element["multiline"] == true ? " lines" : "")}: {value}{(element["placeholder"] is { } hint ? $" ‹{hint["text"]}›" : "")}"
            + string.Concat((element["options"]?.AsArray() ?? []).Select(option => $" {(values.Contains((string)option!["value"]!) ? "(x)" : "( )")} {option["text"]!["text"]}"));
    }

    static string Leaves(JsonNode section) => string.Concat(section["elements"]!.AsArray().Select(leaf =>
    {
        var (text, style) = ((string)leaf!["text"]!, leaf["style"]);
        return style is null ? text : style["bold"] is not null ? $"*{text}*" : style["italic"] is not null ? $"_{text}_" : $"~{text}~";
    }));
}
