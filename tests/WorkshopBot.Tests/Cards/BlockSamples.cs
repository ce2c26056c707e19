using System.Text.Json.Nodes;
using WorkshopBot.Channels;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Answers;
using WorkshopBot.Workshops.Tests.Languages;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

/// <summary>Every sample of every card as Slack shows it, on the surfaces it is used on, in every language there is and the one that nobody speaks.</summary>
static class BlockSamples
{
    static readonly Lazy<CardDeck> Deck = new(() => CardDeck.Load(Checkout.File("cards"), CardViews.All));

    /// <summary>What a person's home is made of.</summary>
    static readonly string[] OnHome = ["help", "home", "mine", "welcome", "which"];

    public static IEnumerable<(string Name, BoundCard Bound, BlockCard Card)> On(BlockSurface surface) =>
        from sample in Shown()
        where surface != BlockSurface.Home || OnHome.Contains(sample.View.Card)
        let bound = Deck.Value.Bind(ViewRecords.Message(sample.View) with { Language = sample.Language })
        select (sample.Name, bound, BlockKit.Render(bound, surface, sample.Language, "board"));

    /// <summary>The same, and what is put together beside the cards: the form that asks where, forms that were begun, and what offers to do something again.</summary>
    public static IEnumerable<(string Name, BlockCard Card)> All(BlockSurface surface)
    {
        var cards = On(surface).ToList();
        var forms = surface == BlockSurface.Modal ? cards.Where(one => one.Card.Submit is not null).ToList() : [];
        return
        [
            .. cards.Select(one => (one.Name, one.Card)),
            .. forms.Select(one => ($"{one.Name} asks where", SlackStarts.WithWhere(one.Card, "en"))),
            .. forms.Select(one => ($"{one.Name} begun", BegunForm.With(one.Card, ActionData.None.Add("of", "goal"), "en"))),
            .. surface == BlockSurface.Home ? [] : new[] { ("again", SlackCards.Retry("That took too long.", new("form", ActionData.None.Add("of", "goal")), "en")), ("words", SlackCards.Words("It could not be saved.", surface, "en")) },
        ];
    }

    /// <summary>The view around it; null for a message.</summary>
    public static ReadOnlyMemory<byte>? View(BlockCard card, BlockSurface surface) => surface switch
    {
        BlockSurface.Modal => SlackView.Modal(card, "Getting a family e-bike", "Close", "answer", "{}"),
        BlockSurface.Home => SlackView.Home(card),
        _ => null,
    };

    static IEnumerable<(string Name, View View, string Language)> Shown() =>
    [
        .. Samples.Named.Select(sample => (sample.Key, sample.Value, sample.Key[^2..])),
        .. Samples.Of(Played.Reader("en") with { Culture = PseudoText.Culture }).Select(sample => ($"{sample.Name}.{PseudoText.Culture.Name}", sample.View, PseudoText.Culture.Name)),
    ];
}
