using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Tests.Http;

namespace WorkshopBot.Tests.Teams;

/// <summary>What people do with the cards they see in Teams: they press buttons that are really there, and fill in inputs that are really on the card.</summary>
static class TeamsHands
{
    /// <summary>The board of a place: the only message with the map on a button and the step beside it.</summary>
    public static FakeMessage Board(this FakePlace place) => place.Posted.First(message => message.Actions.Any(action => action.Title is "Show map" or "Karte zeigen"));

    public static bool Says(this FakeMessage message, string text) => message.Shown.ToJsonString(Readable).Contains(text, StringComparison.Ordinal);

    public static bool Says(this JsonNode card, string text) => card.ToJsonString(Readable).Contains(text, StringComparison.Ordinal);

    /// <summary>Titles of the buttons of a card, in their order.</summary>
    public static string[] Titles(this JsonNode card) => [.. card.Pressed().Select(action => (string)action["title"]!)];

    public static IEnumerable<JsonObject> Pressed(this JsonNode card) => card.All(null).Where(node => ((string?)node["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true);

    /// <summary>Opens a dialog by a button of a message.</summary>
    public static async Task<Dialog> Opens(this TeamsServed teams, FakePerson who, FakeMessage on, string title) => await teams.Opens(who, on, on.Actions.First(action => action.Title == title));

    public static async Task<Dialog> Opens(this TeamsServed teams, FakePerson who, FakeMessage on, FakeAction action)
    {
        Assert.Equal("task/fetch", (string?)action.Data["msteams"]?["type"]);
        return Dialog.Of(await teams.Asks(who.Presses(on, action)));
    }

    /// <summary>Presses a button of a dialog, with its inputs filled in.</summary>
    public static async Task<Dialog> Sends(this TeamsServed teams, FakePerson who, FakeMessage on, JsonNode card, string title, params (string Field, string Value)[] filled) =>
        Dialog.Of(await teams.Asks(who.SendsDialog(on, card.Carries(title, filled))));

    /// <summary>Presses a button that acts, on the card as the person sees it; what they are answered.</summary>
    public static async Task<JsonNode> Presses(this TeamsServed teams, FakePerson who, FakeMessage on, string title, JsonNode? card = null, params (string Field, string Value)[] filled)
    {
        var seen = card ?? on.Card!;
        var button = seen.Pressed().First(action => (string?)action["title"] == title);
        Assert.Equal("Action.Execute", (string?)button["type"]);
        return await teams.Asks(who.Executes(on, (string)button["verb"]!, seen.Carries(title, filled), title: title));
    }

    /// <summary>The card an invoke was answered with.</summary>
    public static JsonNode CardOf(this JsonNode answer)
    {
        Assert.True((string?)answer["type"] == "application/vnd.microsoft.card.adaptive", answer.ToJsonString());
        return answer["value"]!;
    }

    /// <summary>What a client sends with a button: what it carries, every input as it stands, and what was filled in.</summary>
    public static JsonObject Carries(this JsonNode card, string title, params (string Field, string Value)[] filled)
    {
        var button = card.Pressed().First(action => (string?)action["title"] == title);
        var sent = button["data"]!.DeepClone().AsObject();
        if ((string?)button["associatedInputs"] != "none")
            foreach (var input in card.Inputs())
                sent[(string)input["id"]!] = Inputs.AsItStands(input);
        foreach (var (field, value) in filled)
        {
            var id = sent.ContainsKey("f." + field) ? "f." + field : field;
            Assert.True(sent.ContainsKey(id), $"No input {field} in {card.ToJsonString(Readable)}");
            sent[id] = value;
        }
        return sent;
    }

    static System.Text.Json.JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>A dialog as it is shown: a card, or a sentence that ends it.</summary>
sealed record Dialog(JsonNode? Shown, string Said)
{
    public JsonNode Card => Shown ?? throw new InvalidOperationException(Said);

    public static Dialog Of(JsonNode answer) => (string?)answer["task"]?["type"] switch
    {
        "continue" => new(answer["task"]!["value"]!["card"]!["content"]!, ""),
        "message" => new(null, (string)answer["task"]!["value"]!),
        _ => throw new InvalidOperationException(answer.ToJsonString()),
    };
}
