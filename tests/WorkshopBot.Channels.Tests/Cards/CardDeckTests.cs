using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Cards.Twin;

namespace WorkshopBot.Channels.Tests.Cards;

public sealed class CardDeckTests
{
    const string Card = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","wrap":true,"text":"${title}"}]}""";

    static readonly Dictionary<string, JsonTypeInfo> Shapes = new() { ["toy"] = ToyJson.Default.ToyView };

    static CardDeck Deck(string card = Card) => CardDeck.Of(new Dictionary<string, byte[]> { ["toy"] = Bound.Utf8(card) }, Shapes);

    static Message Message(string title, string language = "en", string brief = "In short.") =>
        new("", "toy", Bound.Utf8($$"""{"title":"{{title}}"}"""), brief, language);

    [Fact]
    public void A_message_becomes_a_card_and_its_text()
    {
        var bound = Deck().Bind(Message("Getting a bike"));
        Assert.Equal("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","wrap":true,"text":"Getting a bike"}]}""", System.Text.Encoding.UTF8.GetString(bound.Json.Span));
        Assert.Equal("Getting a bike", bound.Text);
    }

    [Fact]
    public void A_text_that_is_too_long_is_said_in_brief()
    {
        Assert.Equal(TextTwin.Most, Deck().Bind(Message(new('x', TextTwin.Most))).Text.Length);
        Assert.Equal("In short.", Deck().Bind(Message(new('x', TextTwin.Most + 1))).Text);
    }

    [Fact]
    public void A_notice_stands_above_all_a_card_shows_and_is_never_markup()
    {
        var bound = Deck().Bind(Message("Getting a bike") with { Notice = "${title} <b>\"x\"</b>" });
        var body = JsonNode.Parse(bound.Json.Span)!["body"]!.AsArray();
        Assert.Equal(["RichTextBlock", "TextBlock"], body.Select(element => (string)element!["type"]!));
        Assert.Equal("${title} <b>\"x\"</b>", (string)body[0]!["inlines"]![0]!["text"]!);
        Assert.Equal("${title} <b>\"x\"</b>\nGetting a bike", bound.Text);
        Assert.Equal("Over.\nIn short.", Deck().Bind(Message(new('x', TextTwin.Most)) with { Notice = "Over." }).Text);
    }

    [Fact]
    public void A_mark_changes_with_everything_that_is_seen()
    {
        string[] marks =
        [
            Deck().Mark(Message("a")), Deck().Mark(Message("b")), Deck().Mark(Message("a", "de")), Deck().Mark(Message("a", brief: "Else.")), Deck().Mark(Message("a") with { Notice = "Over." }),
            Deck(Card.Replace("true", "true,\"weight\":\"bolder\"", StringComparison.Ordinal)).Mark(Message("a")),
        ];
        Assert.Equal(marks.Length, marks.Distinct().Count());
        Assert.Equal(Deck().Mark(Message("a")), Deck().Mark(Message("a") with { Key = "board" }));
        Assert.All(marks, mark => Assert.Matches("^[0-9a-f]{32}$", mark));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var files = new Dictionary<string, byte[]>
        {
            ["toy"] = Bound.Utf8(Card.Replace("${title}", "${titel}", StringComparison.Ordinal)), ["old"] = Bound.Utf8(Card), ["bad"] = Bound.Utf8(Card.Replace("${title}", "${f(1)}", StringComparison.Ordinal)),
        };
        var shapes = new Dictionary<string, JsonTypeInfo> { ["toy"] = ToyJson.Default.ToyView, ["bad"] = ToyJson.Default.ToyView, ["new"] = ToyJson.Default.ToyView };
        var lines = Assert.Throws<CardException>(() => CardDeck.Of(files, shapes)).Message.Split('\n');
        Assert.Collection(
            lines,
            line => Assert.Equal("cards/new.json: There is a view for this card, but no card.", line),
            line => Assert.StartsWith("cards/bad.json, body[0].text: ${f(1)} is not a path", line, StringComparison.Ordinal),
            line => Assert.Equal("cards/old.json: There is a card, but no view for it.", line),
            line => Assert.StartsWith("cards/toy.json, body[0].text: ${titel} is not in the view", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_is_loaded_by_the_names_of_its_files()
    {
        var folder = Directory.CreateTempSubdirectory("cards");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "toy.json"), Card);
            File.WriteAllText(Path.Combine(folder.FullName, "notes.txt"), "not a card");
            Assert.Equal(["toy"], CardDeck.Load(folder.FullName, Shapes).Names);
        }
        finally
        {
            folder.Delete(true);
        }
        Assert.Contains("There is no folder", Assert.Throws<CardException>(() => CardDeck.Load(folder.FullName, Shapes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_nobody_knows_is_not_bound() =>
        Assert.Contains("There is no such card", Assert.Throws<CardException>(() => Deck().Bind(Message("a") with { Card = "other" })).Message, StringComparison.Ordinal);
}
