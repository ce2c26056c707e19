using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Tests.Http;

namespace WorkshopBot.Tests.Teams;

/// <summary>A workshop in a channel of Teams with Ann, who leads, and Ben, on a clock that moves when told.</summary>
public abstract class InChannel : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();

    private protected TeamsHours Hours { get; private set; } = null!;

    private protected FakeConnector Teams => Hours.Teams;

    private protected FakePlace Channel { get; private set; } = null!;

    private protected FakePerson Ann { get; private set; } = null!;

    private protected FakePerson Ben { get; private set; } = null!;

    private protected string? Root { get; private set; }

    public virtual async Task InitializeAsync()
    {
        Hours = await TeamsHours.Start(_folder.File());
        (Ann, Ben) = (Teams.Person("Ann"), Teams.Person("Ben"));
        Channel = Teams.Channel("Journeys", members: [Ann, Ben]);
    }

    public async Task DisposeAsync() => await Hours.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody writes in the thread of the workshop, and everything that follows from it happens.</summary>
    private protected async Task<FakeMessage> Says(FakePerson person, string line)
    {
        var message = await Hours.Says(person, Channel, line, Root);
        Root ??= message.Id;
        return message;
    }

    private protected async Task Started(params string[] more)
    {
        await Says(Ann, "start Getting a family e-bike");
        await Says(Ben, "i speak for Support");
        foreach (var line in more)
            await Says(Ann, line);
    }

    private protected async Task<Workshops.Workshop> Workshop() => (await Hours.Bot.Workshop(Channel))!;

    /// <summary>Everything that is due is in the channel once, and nothing else of the bot's but so many messages.</summary>
    private protected async Task Kept(int more = 0, params string[] except) => KeptCards.AreKept(Channel, await Workshop(), more, except);

    /// <summary>What Ann sees who presses [Facilitate] on her own view of the board.</summary>
    private protected async Task<JsonNode> Menu()
    {
        var board = Board;
        var view = await Hours.Bot.Asks(Ann.Executes(board, "refresh", new() { ["verb"] = "refresh", ["w"] = "m-1", ["kept"] = "board" }, "automatic"));
        var opens = view["value"]!.All(null).Single(node => (string?)node["title"] == "Facilitate");
        Assert.Equal("task/fetch", (string?)opens["data"]!["msteams"]!["type"]);
        return Dialog(await Hours.Bot.Asks(Ann.OpensDialog(board, opens["data"]!.AsObject())));
    }

    /// <summary>Presses the first button of a title in a dialog of Ann's, for what it shows next.</summary>
    private protected async Task<JsonNode> Press(JsonNode dialog, string title)
    {
        var answer = await Hours.Bot.Asks(Ann.SendsDialog(Board, dialog.All(null).First(node => (string?)node["title"] == title)["data"]!.AsObject()));
        await Hours.True();
        return answer;
    }

    /// <summary>What was asked of a place.</summary>
    private protected List<FakeRequest> Asked(FakePlace of) => [.. Teams.Requests.Where(request => request.Conversation.Split(';')[0] == of.Id)];

    FakeMessage Board => Channel.Posted.First(message => message.Card is not null);

    static JsonNode Dialog(JsonNode answer) => answer["task"]!["value"]!["card"]!["content"]!;
}
