using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Cards;

/// <summary>Every sample of every card, held against what our Slack takes: a table that was written without a look at ours.</summary>
public sealed class BlockPeerTests
{
    [Theory]
    [InlineData(BlockSurface.Message)]
    [InlineData(BlockSurface.Modal)]
    [InlineData(BlockSurface.Home)]
    public void Every_sample_is_one_that_our_Slack_takes(BlockSurface surface)
    {
        var found = new List<string>();
        foreach (var (name, card) in BlockSamples.All(surface))
        {
            IEnumerable<string> faults = BlockSamples.View(card, surface) is { } view
                ? FakeSlack.Faults("view", JsonNode.Parse(view.Span))
                : FakeSlack.Faults("message", JsonNode.Parse(card.Blocks.Span));
            if (card.Plainer is { } plainer)
                faults = faults.Concat(FakeSlack.Faults(surface.ToString().ToLowerInvariant(), JsonNode.Parse(plainer.Span)));
            found.AddRange(faults.Select(fault => $"{name}: {fault}"));
        }
        Assert.True(found.Count == 0, string.Join('\n', found.Take(30)));
    }
}
