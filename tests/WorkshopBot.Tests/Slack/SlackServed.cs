using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Slack;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Chats;
using WorkshopBot.Exports;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Keeping;
using WorkshopBot.Links;
using WorkshopBot.Pages;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Tests.Slack;

/// <summary>The whole bot on a file of its own, in front of a fake Slack: what people do there comes in by signed requests, and what the bot says is with the fake.</summary>
sealed class SlackServed : IAsyncDisposable
{
    static readonly Lazy<CardDeck> Cards = new(() => CardDeck.Load(Checkout.File("cards"), CardViews.All));

    readonly WebApplication _app;
    readonly IRowStore _store;
    readonly MapLinks _links;

    SlackServed(WebApplication app, Bot bot, SlackChat chat, IRowStore store, RowsInTrouble rows, MapLinks links, FakeSlack slack)
    {
        (_app, Bot, Chat, _store, Rows, _links, Slack) = (app, bot, chat, store, rows, links, slack);
        Url = new(app.Urls.Single());
        slack.Doors = FakeSlackDoors.At(new Uri(Url, "/slack/"));
    }

    public FakeSlack Slack { get; }

    public Uri Url { get; }

    public Bot Bot { get; }

    public SlackChat Chat { get; }

    /// <summary>What the loop writes to, which can be made to fail.</summary>
    public RowsInTrouble Rows { get; }

    public static async Task<SlackServed> Start(string file, FakeSlack? slack = null, FakeSlackTeam? team = null, TimeProvider? time = null, ILoggerProvider? logs = null, bool socket = false, IReadOnlyList<IChannel>? others = null, IRowStore? shared = null, bool oauth = false, int connections = 2)
    {
        var builder = Server.Builder(["--Urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        if (logs is not null)
            builder.Logging.AddProvider(logs);
        var (clock, ids) = (time ?? TimeProvider.System, 0);
        slack ??= await FakeSlack.Start(clock);
        team ??= slack.Team("Acme");
        slack.IsSocketMode = socket;
        IRowStore store = shared ?? SqliteRowStore.Open(file, TimeProvider.System);
        var rows = new RowsInTrouble(store);
        var app = builder.Build();
        var links = MapLinks.Open(store, clock, null, () => LinkAddress.Of(null, app.Urls));
        var settings = new SlackSettings(SlackCloud.Public, oauth ? null : (team.Bot ?? team.Install()).Token, oauth ? new(slack.ClientId, slack.ClientSecret, new("https://bot.example/slack/oauth")) : null, socket ? [] : [slack.SigningSecret], socket ? slack.AppToken : null) { ApiUrl = slack.Api, Connections = connections };
        var chat = new SlackChat(settings, Cards.Value, new ChatBook(rows), new(bytes => bytes, bytes => bytes), Speech.Languages, clock, app.Logger);
        var bot = new Bot(rows, Playbook.Standard, new([new JsonExport()]), Cards.Value, [chat.Channel, .. others ?? []], (id, workshop, format) => links.Url(id, workshop.LinkEpoch, format), clock, () => $"m-{Interlocked.Increment(ref ids)}", app.Logger, alone: shared is null);
        Server.Map(app, bot, Cards.Value, clock, null);
        chat.Map(app, new ChatDesk(bot, app.Logger));
        MapPages.Open(app, bot.Loop, links, new([new JsonExport()]), tryIt: false, "'none'");
        await app.StartAsync();
        bot.Start();
        chat.Start();
        return new(app, bot, chat, store, rows, links, slack);
    }

    /// <summary>Waits until nothing is left to be told and every kept message is true.</summary>
    public async Task Rests(string workshop = "m-1")
    {
        await Slack.Settled();
        await Until.True(() => Chat.Pending == 0 && Bot.Keeper.AtWork == 0, 60);
        await Until.True(async () => await Bot.Keeper.IsTrue(workshop));
    }

    public async Task<Workshops.Workshop?> Workshop(FakeSlackChannel place) => await Bot.Loop.Looking.Find($"slack:{place.Team.Id}:{place.Id}");

    /// <summary>Somebody installs the app with their browser; what they read in the end.</summary>
    public async Task<string> Installed(FakeSlackPerson by, bool forAll = false)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var sent = await http.GetAsync(new Uri(Url, "/slack/install"));
        var back = by.Allows(sent.Headers.Location!, forAll);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Url, back.PathAndQuery));
        request.Headers.Add("Cookie", sent.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var done = await http.SendAsync(request);
        return $"{(int)done.StatusCode} {await done.Content.ReadAsStringAsync()}";
    }

    /// <summary>Ends as a process that is killed: from now on it writes nothing and reaches nobody. The chat goes on without it.</summary>
    public async Task Kill()
    {
        (Rows.Fault, Rows.IsGone) = (StorageFault.Unreachable, true);
        Slack.Next(SlackFault.DropBefore, int.MaxValue);
        await Stop();
        Slack.Mend();
    }

    /// <summary>The bot ends; Slack goes on without it.</summary>
    public async ValueTask Stop()
    {
        await _app.StopAsync();
        await Chat.DisposeAsync();
        await Bot.DisposeAsync();
        await _app.DisposeAsync();
        _links.Dispose();
        await _store.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await Slack.DisposeAsync();
    }
}
