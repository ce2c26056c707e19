using System.Text;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Cards.Subset;
using WorkshopBot.Channels.Tests.Cards.BlockKit;
using WorkshopBot.Workshops.Tests.Languages;
using WorkshopBot.Workshops.Views;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Cards;

/// <summary>Every card with every sample of what it shows, on every surface of Slack that it is used on, in every language there is and the one that nobody speaks.</summary>
public sealed class BlockLintTests(ITestOutputHelper output)
{
    static readonly Lazy<CardDeck> Deck = new(() => CardDeck.Load(Checkout.File("cards"), CardViews.All));

    /// <summary>What the home of a person is made of.</summary>
    static readonly string[] OnHome = ["mine", "which", "welcome", "board", "help", "list"];

    [Theory]
    [InlineData(BlockSurface.Message)]
    [InlineData(BlockSurface.Modal)]
    [InlineData(BlockSurface.Home)]
    public void Every_sample_is_one_that_Slack_takes(BlockSurface surface)
    {
        var (found, count) = (new List<string>(), 0);
        foreach (var (name, view, language) in Shown())
        {
            if (surface == BlockSurface.Home && !OnHome.Contains(view.Card))
                continue;
            count++;
            var bound = Deck.Value.Bind(ViewRecords.Message(view) with { Language = language });
            var card = BlockKit.Render(bound, surface, language, "board");
            found.AddRange(Faults(card, surface).Select(fault => $"{name}: {fault}"));
        }
        output.WriteLine($"{count} samples");
        Assert.NotEqual(0, count);
        Assert.True(found.Count == 0, string.Join('\n', found.Take(30)));
    }

    static IEnumerable<string> Faults(BlockCard card, BlockSurface surface)
    {
        var view = surface switch
        {
            BlockSurface.Modal => SlackView.Modal(card, "Getting a family e-bike", "Close", "answer", "{}"),
            BlockSurface.Home => SlackView.Home(card, ""),
            _ => null,
        };
        return [.. BlockCheck.Blocks(card.Blocks, surface), .. card.Plainer is { } plainer ? BlockCheck.Blocks(plainer, surface) : [], .. view is { } shown ? BlockCheck.View(shown) : []];
    }

    static IEnumerable<(string Name, View View, string Language)> Shown() =>
        [.. Samples.Named.Select(sample => (sample.Key, sample.Value, sample.Key[^2..])), .. Samples.Of(Played.Reader("en") with { Culture = PseudoText.Culture }).Select(sample => (sample.Name + ".qps-ploc", sample.View, "qps-ploc"))];
}
