using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Slack.Answers;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Tests.Slack;

/// <summary>What the kept messages of a channel should show by the state of the workshop, held against what stands there.</summary>
static class KeptBlocks
{
    static readonly Lazy<SlackCards> Cards = new(() => new(CardDeck.Load(Checkout.File("cards"), CardViews.All), NullLogger.Instance));

    /// <summary>Every message that is due in a channel, by its key (of a later page with its number); what its blocks say, without its buttons.</summary>
    public static Dictionary<string, JsonNode> Due(FakeSlackChannel place, Workshops.Workshop workshop, string? only = null, string id = "m-1")
    {
        var reader = new Reader(Speech.Culture(workshop.Frame.Language), ZoneOf(workshop), id, () => "") { Mention = "@WorkshopBot", Room = $"slack:{place.Team.Id}:{place.Id}" };
        var due = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var key in only is null ? Reactions.All(workshop) : [only])
            if (Reactions.Show(key, workshop, reader) is { Person: null, OnlyEdits: false } kept)
                for (var page = 0; page < kept.Pages.Length; page++)
                    due[page == 0 ? key : $"{key} {page}"] = Said(JsonNode.Parse(Cards.Value.Kept(AnswerCards.Message(key, kept.Pages[page], reader.Culture.Name)).Blocks.Span)!);
        return due;
    }

    /// <summary>The bot's messages in a place that show just this.</summary>
    public static IEnumerable<FakeSlackMessage> Showing(this FakeSlackChannel place, JsonNode said) => place.Posted.Where(message => JsonNode.DeepEquals(Said(message.Blocks), said));

    /// <summary>Each message that is due is there exactly once and true, except those named; there is nothing else of the bot's but <paramref name="more"/>.</summary>
    public static void AreKept(FakeSlackChannel place, Workshops.Workshop workshop, int more = 0, string[]? except = null, string id = "m-1")
    {
        var due = Due(place, workshop, id: id);
        foreach (var (key, said) in due)
            if (except?.Contains(key) is not true)
                Assert.True(place.Showing(said).Count() == 1, $"{key} is there {place.Showing(said).Count()} times:\n{said.ToJsonString()}\n{string.Join("\n\n", place.Posted.Select(message => message.Blocks.ToJsonString()))}");
        Assert.Equal(due.Keys.Except(except ?? []).Count() + more, place.Posted.Count);
    }

    /// <summary>No operation of the bot's has posted twice, even where somebody has deleted one of two.</summary>
    public static void AreOnce(IEnumerable<FakeSlackMessage> all)
    {
        var operations = all.Select(message => (string?)message.Versions[0]["metadata"]?["event_payload"]?["op"]).OfType<string>().ToList();
        Assert.Equal(operations.Distinct(StringComparer.Ordinal).Count(), operations.Count);
    }

    /// <summary>The message of a key.</summary>
    public static FakeSlackMessage The(this FakeSlackChannel place, Workshops.Workshop workshop, string key) => place.Showing(Due(place, workshop, key)[key]).Single();

    static Zone ZoneOf(Workshops.Workshop workshop) => Zone.Of(workshop.Crew.All.First(person => person.Role == Role.Facilitator).Zone);

    // Buttons carry who kept them where; what is said does not.
    static JsonArray Said(JsonNode blocks) => new JsonArray([.. blocks.AsArray().OfType<JsonObject>().Where(block => (string?)block["type"] != "actions").Select(Bare)]);

    static JsonNode? Bare(JsonNode? node) => node switch
    {
        JsonObject some => new JsonObject(some.Where(pair => pair.Key is not ("block_id" or "accessory")).Select(pair => KeyValuePair.Create(pair.Key, Bare(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Bare)]),
        _ => node?.DeepClone(),
    };
}
