using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Tests.Cards.BlockKit;
using WorkshopBot.Npm;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Cards;

/// <summary>Every sample of every card as Slack shows it: within what Slack takes, by our own table and in the types that Slack publishes.</summary>
public sealed class BlockLintTests(Reference reference, ITestOutputHelper output) : IClassFixture<Reference>
{
    [Theory]
    [InlineData(BlockSurface.Message)]
    [InlineData(BlockSurface.Modal)]
    [InlineData(BlockSurface.Home)]
    public void Every_sample_is_one_that_Slack_takes(BlockSurface surface)
    {
        var (found, count) = (new List<string>(), 0);
        foreach (var (name, card) in BlockSamples.All(surface))
        {
            IReadOnlyList<string> view = BlockSamples.View(card, surface) is { } shown ? BlockCheck.View(shown) : [];
            IReadOnlyList<string> plainer = card.Plainer is { } other ? BlockCheck.Blocks(other, surface) : [];
            found.AddRange([.. BlockCheck.Blocks(card.Blocks, surface).Concat(plainer).Concat(view).Select(fault => $"{name}: {fault}")]);
            count++;
        }
        output.WriteLine($"{count} samples");
        Assert.NotEqual(0, count);
        Assert.True(found.Count == 0, string.Join('\n', found.Take(30)));
    }

    [NodeTheory]
    [InlineData(BlockSurface.Message)]
    [InlineData(BlockSurface.Modal)]
    [InlineData(BlockSurface.Home)]
    public void Every_sample_is_of_the_types_that_Slack_publishes(BlockSurface surface)
    {
        // Charts are newer than the types; the same without them is what a workspace gets that does not know them either. Texts are all alike to types, so one of each build is enough.
        var builds = BlockSamples.All(surface).Select(sample => (sample.Name, Value: JsonNode.Parse(BlockSamples.View(sample.Card, surface) is { } view ? Without(view, sample.Card) : (sample.Card.Plainer ?? sample.Card.Blocks).Span.ToArray())!))
            .DistinctBy(sample => Build(sample.Value)).Select(sample => (sample.Name, surface switch { BlockSurface.Message => "KnownBlock[]", BlockSurface.Modal => "ModalView", _ => "HomeView" }, sample.Value)).ToList();
        output.WriteLine($"{builds.Count} builds");
        Assert.NotEmpty(builds);
        Assert.Empty(reference.Types(builds));

        byte[] Without(ReadOnlyMemory<byte> view, BlockCard card) => card.Plainer is { } plainer ? BlockSamples.View(card with { Blocks = plainer }, surface)!.Value.ToArray() : view.ToArray();
    }

    [NodeFact]
    public void What_stands_in_a_window_until_there_is_something_to_show_is_one_too()
    {
        var loading = SlackView.Loading("Getting a family e-bike", "Close", "answer", "en")!.Value;
        Assert.Empty(BlockCheck.View(loading));
        Assert.Empty(reference.Types([("loading", "ModalView", JsonNode.Parse(loading.Span)!)]));
    }

    [NodeFact]
    public void The_types_remark_what_is_none_of_theirs() =>
        Assert.Equal(["a", "b", "c"], reference.Types([
            ("a", "KnownBlock[]", JsonNode.Parse("""[{"type":"nope"}]""")!), ("b", "KnownBlock[]", JsonNode.Parse("""[{"type":"divider","text":"x"}]""")!),
            ("c", "ModalView", JsonNode.Parse("""{"type":"modal","blocks":[]}""")!), ("d", "KnownBlock[]", JsonNode.Parse("""[{"type":"divider"}]""")!)]).Select(fault => fault[..1]));

    static string Build(JsonNode? node) => node switch
    {
        JsonObject part => $"{{{string.Join(',', part.Select(property => $"{property.Key}:{(property.Key is "type" or "style" && property.Value is JsonValue ? property.Value.ToString() : Build(property.Value))}"))}}}",
        JsonArray list => $"[{string.Join(',', list.Select(Build).Distinct())}]",
        JsonValue value => value.GetValueKind().ToString(),
        _ => "null",
    };
}
