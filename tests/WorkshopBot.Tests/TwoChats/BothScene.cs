using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.TwoChats;

/// <summary>One bot between a channel of Slack, with Anna and Ben, and one of Teams, with Dora and Emil. Nothing has begun yet.</summary>
public abstract partial class BothScene : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();

    private protected BothServed Bot { get; set; } = null!;

    private protected FakeSlackTeam Acme { get; private set; } = null!;

    private protected FakeSlackPerson Anna { get; private set; } = null!;

    private protected FakeSlackPerson Ben { get; private set; } = null!;

    private protected FakeSlackChannel Channel { get; private set; } = null!;

    private protected FakePerson Dora { get; private set; } = null!;

    private protected FakePerson Emil { get; private set; } = null!;

    private protected FakePlace Place { get; private set; } = null!;

    /// <summary>The message under which the workshop is in Slack.</summary>
    private protected FakeSlackMessage? Root { get; set; }

    /// <summary>The message under which it is in Teams.</summary>
    private protected string? Thread { get; set; }

    private protected string File => _folder.File("w.db");

    /// <summary>The one clock of the bot and both chats.</summary>
    private protected JumpingTime Time { get; } = new();

    public virtual async Task InitializeAsync()
    {
        var slack = await FakeSlack.Start(Time);
        Acme = slack.Team("Acme");
        (Anna, Ben) = (Acme.Person("Anna"), Acme.Person("Ben"));
        Channel = Acme.Channel("journeys", Anna, Ben);
        Bot = await BothServed.Start(File, slack, Acme, Time);
        (Dora, Emil) = (Bot.Teams.Person("Dora"), Bot.Teams.Person("Emil"));
        Place = Bot.Teams.Channel("Care", members: [Dora, Emil]);
        await Bot.Does(Dora.Installs(Place));
        await Bot.Told();
    }

    public async Task DisposeAsync()
    {
        var (slips, live) = (Bot.Slack.Slips, Bot.Slack.Live);
        await Bot.DisposeAsync();
        Assert.Empty(slips);
        Assert.Empty(live);
    }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Types the command in a channel of Slack; what they are told there.</summary>
    private protected async Task<string> Types(FakeSlackPerson who, string text, FakeSlackChannel? place = null)
    {
        var before = who.Whispers(place ?? Channel).Count;
        await who.Types(place ?? Channel, "/journey", text);
        await Bot.Told();
        // What has something to fill in is a window.
        var window = who.View?.Says ?? "";
        if (who.View is not null)
            await who.Closes(all: true);
        return string.Join('\n', who.Whispers(place ?? Channel).Skip(before).Select(message => message.Says).Append(window));
    }

    /// <summary>Writes it in the channel of Slack, under the workshop and with a mention; what they alone are told.</summary>
    private protected async Task<string> Says(FakeSlackPerson who, string text, bool mention = true, FakeSlackChannel? place = null)
    {
        var there = place ?? Channel;
        var before = who.Whispers(there).Count;
        var message = await who.Writes(there, text, there == Channel ? Root : null, mention);
        if (there == Channel)
            Root ??= message;
        await Bot.Told();
        return string.Join('\n', who.Whispers(there).Skip(before).Select(whisper => whisper.Says));
    }

    /// <summary>Writes to the bot in Teams, in the channel under the workshop; what the bot says in answer, in the channel or alone.</summary>
    private protected async Task<string> Says(FakePerson who, string text, FakePlace? place = null)
    {
        var there = place ?? Place;
        var before = Said(there, who);
        var activity = who.Writes(there, text, there == Place ? Thread : null);
        await Bot.Does(activity);
        if (there == Place)
            Thread ??= activity.Message!.Id;
        await Bot.Told();
        return string.Join('\n', Said(there, who).Skip(before.Count));
    }

    /// <summary>A workshop in the channel of Slack at the step in which goals are collected.</summary>
    private protected async Task Begins()
    {
        foreach (var line in (string[])["start Renting velvet bicycles", "goto stages", "Research, Choose", "goto goals"])
            await Says(Anna, line);
        await Bot.Rests();
    }

    /// <summary>A workshop in the channel of Teams.</summary>
    private protected async Task BeginsInTeams()
    {
        foreach (var line in (string[])["start Renting velvet bicycles", "goto stages", "Research, Choose", "goto goals"])
            await Says(Dora, line);
        await Bot.Rests();
    }

    /// <summary>The last code of a text that shows one.</summary>
    internal static string CodeIn(string said)
    {
        // What was said before may be said again in another version.
        var found = Code().Matches(said);
        Assert.True(found.Count > 0, said);
        return found[^1].Groups[1].Value;
    }

    /// <summary>Anna, who leads, asks for a code.</summary>
    private protected async Task<string> NewCode() => CodeIn(await Types(Anna, "code"));

    /// <summary>The channel of Teams asks by a code, and Anna lets it in by the button.</summary>
    private protected async Task Admits()
    {
        await Says(Emil, $"join {await NewCode()}");
        await Bot.Rests();
        await Anna.Presses(Asked(Anna), "Admit");
        await Until.True(async () => (await Bot.Bot.Loop.Looking.WorkshopOf(Bot.Key(Place))) == "m-1");
        await Bot.Rests();
    }

    /// <summary>The messages of the bot in a channel of Slack and one of Teams that show the same thing.</summary>
    private protected static (FakeSlackMessage Slack, FakeMessage Teams) Shown(FakeSlackChannel channel, FakePlace place, string title) => (
        channel.Posted.Single(message => message.Says.StartsWith(title, StringComparison.Ordinal)),
        place.Posted.Single(message => message.Card is { } card && Words(card).FirstOrDefault() is { } first && first.StartsWith(title, StringComparison.Ordinal)));

    /// <summary>All that a message of Slack says, without its buttons, line by line.</summary>
    private protected static string[] Words(FakeSlackMessage message) =>
        [.. message.Says.Split('\n').Where(line => line != "---" && !line.StartsWith('[')).Select(line => line.TrimStart('\u2022', ' '))];

    /// <summary>All that a card says, without its buttons, line by line.</summary>
    private protected static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonArray all => all.SelectMany(Words),
        JsonObject part when (string?)part["type"] == "RichTextBlock" => [string.Concat(part["inlines"]!.AsArray().Select(run => (string?)run!["text"])).TrimStart('\u2022', ' ')],
        JsonObject part when part["facts"] is JsonArray facts => facts.Select(fact => $"{(string?)fact!["title"]}: {(string?)fact["value"]}"),
        JsonObject part when (string?)part["type"] == "TextBlock" => [(string)part["text"]!],
        JsonObject part => part.Where(pair => pair.Key is not ("actions" or "fallback" or "data")).SelectMany(pair => Words(pair.Value)),
        _ => [],
    };

    /// <summary>The last message in which somebody is asked in private whether a room may take part.</summary>
    private protected static FakeSlackMessage Asked(FakeSlackPerson who) => who.Dm.Posted.Last(message => message.Buttons.Any(button => button.Title == "Admit"));

    private protected async Task<Workshop> Now(string workshop = "m-1") => (await Bot.Bot.Loop.Looking.FindMap(workshop))!;

    static IReadOnlyList<string> Said(FakePlace place, FakePerson who) =>
        [.. place.Messages.Concat(place == who.Chat ? [] : who.Chat.Messages).Where(message => message.By is null).SelectMany(message => message.Versions.Select(version => version.ToJsonString()))];

    [GeneratedRegex(@"(?:join|me) ([0-9A-Z]{4}-[0-9A-Z]{4})")]
    private static partial Regex Code();
}
