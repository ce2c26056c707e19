using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Tests.Teams;

/// <summary>What the kept messages of a channel should show by the state of the workshop, held against what stands there.</summary>
static class KeptCards
{
    static readonly Lazy<CardDeck> Cards = new(() => CardDeck.Load(Checkout.File("cards"), CardViews.All));

    /// <summary>Every message that is due in a channel, by its key (of a later page with its number); what its card says, without its buttons.</summary>
    public static Dictionary<string, JsonNode> Due(Workshops.Workshop workshop, string? only = null)
    {
        var reader = new Reader(Speech.Culture(workshop.Frame.Language), ZoneOf(workshop), "m-1", () => "") { Mention = "@WorkshopBot" };
        var due = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var key in only is null ? Reactions.All(workshop) : [only])
            if (Reactions.Show(key, workshop, reader) is { Person: null, OnlyEdits: false } kept)
                for (var page = 0; page < kept.Pages.Length; page++)
                    due[page == 0 ? key : $"{key} {page}"] = Said(JsonNode.Parse(Cards.Value.Bind(AnswerCards.Message(key, kept.Pages[page], reader.Culture.Name)).Json.Span)!);
        return due;
    }

    /// <summary>The bot's messages in a place that show a card.</summary>
    public static IEnumerable<FakeMessage> Showing(this FakePlace place, JsonNode said) => place.Posted.Where(message => message.Card is { } card && JsonNode.DeepEquals(Said(card), said));

    /// <summary>Each message that is due is there exactly once and true, except those named; there is nothing else of the bot's but <paramref name="more"/>.</summary>
    public static void AreKept(FakePlace place, Workshops.Workshop workshop, int more = 0, params string[] except)
    {
        var due = Due(workshop);
        foreach (var (key, said) in due)
            if (!except.Contains(key))
                Assert.True(place.Showing(said).Count() == 1, $"{key} is there {place.Showing(said).Count()} times:\n{said.ToJsonString()}");
        Assert.Equal(due.Keys.Except(except).Count() + more, place.Posted.Count);
    }

    /// <summary>The message of a key.</summary>
    public static FakeMessage The(this FakePlace place, Workshops.Workshop workshop, string key) => place.Showing(Due(workshop, key)[key]).Single();

    static Zone ZoneOf(Workshops.Workshop workshop) => Zone.Of(workshop.Crew.All.First(person => person.Role == Role.Facilitator).Zone);

    // Buttons differ from place to place; what is said does not.
    static JsonNode Said(JsonNode card) => Bare(card["body"])!;

    static JsonNode? Bare(JsonNode? node) => node switch
    {
        JsonObject some => new JsonObject(some.Where(pair => pair.Key != "actions").Select(pair => KeyValuePair.Create(pair.Key, Bare(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Bare)]),
        _ => node?.DeepClone(),
    };
}
