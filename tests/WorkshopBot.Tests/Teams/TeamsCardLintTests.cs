using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Teams.Cards;
using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Tests.Cards;
using WorkshopBot.Tests.Http;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Teams;

/// <summary>Every card with every sample of what it shows, made to fit each surface of Teams, held against what Teams takes.</summary>
public sealed class TeamsCardLintTests
{
    static readonly Lazy<CardDeck> Deck = new(() => CardDeck.Load(Checkout.File("cards"), CardViews.All));

    [Theory]
    [InlineData(TeamsSurface.Kept)]
    [InlineData(TeamsSurface.Answer)]
    [InlineData(TeamsSurface.Dialog)]
    public void Every_sample_is_a_card_that_Teams_takes(TeamsSurface surface)
    {
        var found = new List<string>();
        foreach (var (name, view) in Samples.Named)
        {
            var message = ViewRecords.Message(view) with { Key = "board", Workshop = "m-1" };
            var bytes = TeamsCard.Fit(Deck.Value.Bind(message).Json, surface, message, [.. Enumerable.Range(0, 61).Select(i => $"29:{i}")]);
            found.AddRange(Faults(JsonNode.Parse(bytes.Span)!.AsObject(), surface, name.StartsWith("hostile", StringComparison.Ordinal)).Append(OutboundActivity.Card(bytes).Length > OutboundActivity.MostBytes ? "too big" : "").Where(fault => fault.Length > 0).Select(fault => $"{name}: {fault}"));
        }
        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    static IEnumerable<string> Faults(JsonObject card, TeamsSurface surface, bool isHostile)
    {
        if ((string?)card["version"] != "1.5" || (string?)card["type"] != "AdaptiveCard")
            yield return "It is no card of version 1.5.";
        if (card["msteams"]?["entities"] is not null)
            yield return "Nobody is mentioned.";
        if (surface == TeamsSurface.Kept ? card["refresh"]!["userIds"]!.AsArray().Count != TeamsCard.MostViews : card["refresh"] is not null)
            yield return "Sixty people see it in their own way, where it is kept.";
        foreach (var part in ((JsonNode)card).All(null))
        {
            var (type, text) = ((string?)part["type"] ?? "", part.ToJsonString(Plain));
            foreach (var set in (JsonArray?[])[part["actions"] as JsonArray])
                if (set is { Count: 0 or > 6 })
                    yield return $"A row of {set.Count} buttons.";
            if (type == "Input.ChoiceSet" && part["choices"]!.AsArray().Any(choice => ((string)choice!["value"]!).Contains(',', StringComparison.Ordinal)))
                yield return "A choice has a comma.";
            if (type.StartsWith("Chart.", StringComparison.Ordinal) && part["fallback"] is null)
                yield return "A chart has a fallback.";
            if (type is "TextBlock" or "FactSet" && (text.Contains("<b>", StringComparison.Ordinal) || text.Contains("evil.example", StringComparison.Ordinal) || text.Contains("<at>", StringComparison.Ordinal)))
                yield return $"What people wrote is markup: {text}";
            if (!isHostile && type is "TextBlock" or "TextRun" && text.Contains("${", StringComparison.Ordinal))
                yield return $"Something is left to be filled: {text}";
            if (type.StartsWith("Action.", StringComparison.Ordinal) && part != card["refresh"]?["action"])
                foreach (var fault in Button(part, type, surface))
                    yield return $"{fault} {text}";
        }
    }

    static IEnumerable<string> Button(JsonObject button, string type, TeamsSurface surface)
    {
        var opens = (string?)button["data"]?["opens"] == "true";
        var fetches = (string?)button["data"]?["msteams"]?["type"] == "task/fetch";
        if (fetches != (surface == TeamsSurface.Kept && opens))
            yield return "Only what shows something on a kept message opens a dialog.";
        if (type == "Action.Execute" && (surface == TeamsSurface.Dialog || (surface == TeamsSurface.Kept && opens)))
            yield return "It is executed where nothing can be.";
        if (type == "Action.Submit" && surface == TeamsSurface.Answer)
            yield return "Its answer cannot take the place of the card.";
        if (type != "Action.Execute")
            yield break;
        if ((string?)button["fallback"]?["type"] != "Action.Submit" || (string?)button["fallback"]?["title"] != (string?)button["title"])
            yield return "It has no fallback.";
        if (surface == TeamsSurface.Kept && (string?)button["data"]?["kept"] != "board")
            yield return "It does not say on which message it stands.";
    }

    static System.Text.Json.JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
