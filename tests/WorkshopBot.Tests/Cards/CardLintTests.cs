using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Cards.Twin;
using WorkshopBot.Npm;
using WorkshopBot.Workshops.Views;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Cards;

/// <summary>Every card, with every sample of what it shows: sound by our own rules and in the eyes of the packages others read cards with.</summary>
public sealed class CardLintTests(Reference reference, ITestOutputHelper output) : IClassFixture<Reference>
{
    static readonly string Folder = Checkout.File("cards");

    static IReadOnlyList<string> Files { get; } = [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)];

    /// <summary>As the program does it at its start.</summary>
    static Lazy<CardDeck> Deck { get; } = new(() => CardDeck.Load(Folder, Shapes()));

    [Fact]
    public void Every_card_has_a_view_and_a_sample_and_every_view_a_card()
    {
        Assert.All(ViewRecords.All, view => Assert.True(ViewRecords.Shape(view) is not null, $"No JSON context of the room writes {view.Name}."));
        Assert.Equal(ViewRecords.All.Select(view => view.Name).Order(), Samples.All.Select(sample => sample.GetType().Name).Distinct().Order());
        Assert.Equal(Files.Select(file => Path.GetFileNameWithoutExtension(file)), Samples.All.Select(sample => sample.Card).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_card_is_in_the_subset_keeps_the_rules_and_names_what_its_view_has() => Assert.Equal(Files.Select(file => Path.GetFileNameWithoutExtension(file)), Deck.Value.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_sample_keeps_the_rules_of_a_card_that_has_its_data() => Each((sample, bound) => BoundRules.Check(sample.Card, bound.Json).Select(fault => fault.ToString()));

    [Fact]
    public void Every_sample_can_be_read_without_cards() => Each((sample, bound) =>
    {
        var whole = TextTwin.Of(bound.Json, "en");
        return BoundRules.Words(sample.Card, bound.Json).Where(words => !whole.Contains(words, StringComparison.Ordinal)).Select(words => $"Its text does not say: {words}")
            .Concat(bound.Text == (whole.Length <= TextTwin.Most ? whole : sample.Brief) ? [] : ["Its text is neither all it says nor its brief."])
            .Concat(sample.Brief.Length is > 0 and <= TextTwin.Most ? [] : ["Its brief is empty, or too long to be one."]);
    });

    [NodeFact]
    public void Every_sample_is_what_the_reference_makes_of_it() => Each((sample, bound) =>
    {
        var theirs = reference.Bind(File.ReadAllText(Path.Combine(Folder, sample.Card + ".json")), Encoding.UTF8.GetString(ViewRecords.Message(sample).Data.Span));
        return JsonNode.DeepEquals(theirs, JsonNode.Parse(bound.Json.Span)) ? [] : [$"The reference makes of it: {theirs?.ToJsonString()}"];
    });

    [NodeFact]
    public void Every_sample_loads_in_the_renderer_without_a_remark() => Each((_, bound) => reference.Load(Encoding.UTF8.GetString(bound.Json.Span)));

    static Dictionary<string, JsonTypeInfo> Shapes() =>
        Samples.All.GroupBy(sample => sample.Card, sample => sample.GetType()).ToDictionary(card => card.Key, card => ViewRecords.Shape(Assert.Single(card.Distinct()))!, StringComparer.Ordinal);

    void Each(Func<View, BoundCard, IEnumerable<string>> faults)
    {
        Assert.NotEmpty(Samples.All);
        var found = new List<string>();
        foreach (var (index, sample) in Samples.All.Index())
            found.AddRange(faults(sample, Deck.Value.Bind(ViewRecords.Message(sample))).Select(fault => $"sample {index}, {sample.Card}: {fault}"));
        output.WriteLine($"{Samples.All.Count} samples");
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
