using System.Text;
using WorkshopBot.Channels.Cards.Twin;
using WorkshopBot.Npm;

namespace WorkshopBot.Tests.Cards;

/// <summary>What the lint of cards would find, shown on cards that are wrong.</summary>
public sealed class BoundRulesTests(Reference reference) : IClassFixture<Reference>
{
    const string Sound =
        """
        {"type":"TextBlock","wrap":true,"text":"Two things"},{"type":"FactSet","facts":[{"title":"Answered","value":"5 of 8"}]},
        {"type":"Input.ChoiceSet","id":"a","label":"How","wrap":true,"value":"1","choices":[{"title":"well","value":"1"}]},
        {"type":"Chart.Line","title":"Mood","data":[],"fallback":{"type":"TextBlock","wrap":true,"text":"Mood: 5 of 8"}},
        {"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Go on","verb":"say","data":{"verb":"say","line":"next"},"fallback":{"type":"Action.Submit","title":"Go on","data":{"verb":"say","line":"next"}}},{"type":"Action.OpenUrl","title":"Open","url":"https://x.example/m"}]}
        """;

    [Fact]
    public void A_sound_card_passes()
    {
        Assert.Empty(BoundRules.Check("toy", Card(Sound)));
        var text = TextTwin.Of(Card(Sound), "en");
        Assert.All(BoundRules.Words("toy", Card(Sound)), words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Contains("next", BoundRules.Words("toy", Card(Sound)));
    }

    [Theory]
    [InlineData("button", "\"Go on\"", "\"A title of a button that is too long\"")]
    [InlineData("button", "\"Open\"", "\"\"")]
    [InlineData("row", "\"actions\":[", "\"actions\":[{B},{B},{B},{B},")]
    [InlineData("verb again", "\"verb\":\"say\",\"line\"", "\"verb\":\"ask\",\"line\"")]
    [InlineData("carries texts", "\"line\":\"next\"", "\"line\":5")]
    [InlineData("empty list", "{\"title\":\"Answered\",\"value\":\"5 of 8\"}", "")]
    [InlineData("said", "\"Two things\"", "\" \"")]
    [InlineData("choice", "\"title\":\"well\",\"value\":\"1\"", "\"title\":\"well\",\"value\":\"1,2\"")]
    [InlineData("link", "https://x.example/m", "javascript:alert(1)")]
    [InlineData("filled", "\"id\":\"a\"", "\"id\":\"${a}\"")]
    [InlineData("Two inputs are called 'a'.", "{\"type\":\"FactSet\"", "{\"type\":\"Input.Text\",\"id\":\"a\",\"label\":\"b\"},{\"type\":\"FactSet\"")]
    [InlineData("is not in the card subset", "\"type\":\"FactSet\"", "\"type\":\"Table\"")]
    public void What_is_wrong_is_named(string rule, string sound, string wrong)
    {
        var card = Sound.Replace(sound, wrong.Replace("{B}", "{\"type\":\"Action.OpenUrl\",\"title\":\"Open\",\"url\":\"https://x.example/m\"}", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEqual(Sound, card);
        Assert.Contains(BoundRules.Check("toy", Card(card)), fault => fault.Says.Contains(rule, StringComparison.Ordinal));
    }

    [Fact]
    public void A_card_that_is_too_large_is_named() =>
        Assert.Contains(BoundRules.Check("toy", Card($$"""{"type":"TextBlock","wrap":true,"text":"{{new string('x', BoundRules.MostBytes)}}"}""")), fault => fault.Says.EndsWith("bytes.", StringComparison.Ordinal));

    [NodeTheory]
    [InlineData("{\"type\":\"Nope\"}", 1)]
    [InlineData("{\"type\":\"Input.Text\",\"id\":\"a\",\"isRequired\":true}", 2)]
    [InlineData("{\"type\":\"Chart.Line\",\"data\":[],\"fallback\":{\"type\":\"TextBlock\",\"text\":\"x\"}}", 0)]
    public void The_renderer_remarks_what_it_does_not_know(string element, int remarks) => Assert.Equal(remarks, reference.Load(Encoding.UTF8.GetString(Card(element).Span)).Count);

    static ReadOnlyMemory<byte> Card(string body) => Encoding.UTF8.GetBytes($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{body}}]}""");
}
