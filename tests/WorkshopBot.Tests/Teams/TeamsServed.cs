using System.Net;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Teams;
using WorkshopBot.Channels.Teams.Auth;
using WorkshopBot.Chats;
using WorkshopBot.Exports;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Keeping;
using WorkshopBot.Links;
using WorkshopBot.Pages;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Tests.Teams;

/// <summary>The whole bot on a file of its own, in front of a fake Teams: what people do there comes in by HTTP, and what the bot says is with the fake Connector.</summary>
sealed class TeamsServed : IAsyncDisposable
{
    static readonly Lazy<CardDeck> Cards = new(() => CardDeck.Load(Checkout.File("cards"), CardViews.All));

    readonly WebApplication _app;
    readonly SqliteRowStore _store;
    readonly MapLinks _links;

    TeamsServed(WebApplication app, Bot bot, TeamsChat chat, SqliteRowStore store, RowsInTrouble rows, MapLinks links, FakeConnector teams)
    {
        (_app, Bot, Chat, _store, Rows, _links, Teams) = (app, bot, chat, store, rows, links, teams);
        Door = new(new Uri(new Uri(app.Urls.Single()), "/api/messages"), () => Token());
        Url = new(app.Urls.Single());
    }

    public FakeConnector Teams { get; }

    public FakeDoor Door { get; }

    /// <summary>The token each activity comes with; none when null.</summary>
    public Func<string?> Token { get; set; } = () => null;

    public string Map(string workshop) => _links.Url(workshop, 0);

    public Uri Url { get; }

    public Bot Bot { get; }

    public TeamsChat Chat { get; }

    /// <summary>What the loop writes to, which can be made to fail.</summary>
    public RowsInTrouble Rows { get; }

    public static async Task<TeamsServed> Start(string file, FakeConnector? teams = null, TimeProvider? time = null, bool targeted = false, ILoggerProvider? logs = null, TeamsSettings? settings = null, TokenCredential? credential = null)
    {
        var builder = Server.Builder(["--Urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        if (logs is not null)
            builder.Logging.AddProvider(logs);
        var (clock, ids) = (time ?? TimeProvider.System, 0);
        teams ??= await FakeConnector.Start(clock);
        var store = SqliteRowStore.Open(file, TimeProvider.System);
        var rows = new RowsInTrouble(store);
        var app = builder.Build();
        var links = MapLinks.Open(store, clock, null, () => LinkAddress.Of(null, app.Urls));
        settings ??= new TeamsSettings(TeamsCloud.Public, null, null, null, Targeted: targeted, AllowLoopback: true);
        var chat = new TeamsChat(settings, Cards.Value, new ChatBook(rows), clock, app.Logger, credential);
        var bot = new Bot(rows, Playbook.Standard, new([new JsonExport()]), Cards.Value, [chat.Channel], (id, workshop, format) => links.Url(id, workshop.LinkEpoch, format), clock, () => $"m-{Interlocked.Increment(ref ids)}", app.Logger, alone: true);
        Server.Map(app, bot, Cards.Value, clock, null);
        chat.Map(app, new ChatDesk(bot, app.Logger), Speech.Languages);
        var tab = new TabHost(TeamsChat.Platform, Frames.Ancestors, chat.SignedIn, settings.AppId is { } id ? DeepLinks.Chat(id) : null);
        TabPage.Open(app, bot.Loop, links, tab);
        MapPages.Open(app, bot.Loop, links, new([new JsonExport()]), tryIt: false, tab.Ancestors);
        await app.StartAsync();
        bot.Start();
        return new(app, bot, chat, store, rows, links, teams);
    }

    /// <summary>Takes an activity to the door; it must be taken.</summary>
    public async Task<FakeMessage?> Does(FakeActivity activity)
    {
        var reply = await Door.Deliver(activity);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{activity.Json["type"]}: {reply.Status} {reply.Text}");
        return activity.Message;
    }

    /// <summary>Takes an invoke to the door, for what it is answered.</summary>
    public async Task<JsonNode> Asks(FakeActivity activity)
    {
        var reply = await Door.Deliver(activity);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{activity.Json["name"]}: {reply.Status} {reply.Text}");
        return reply.Body!;
    }

    /// <summary>Waits until nothing is left to be told and every kept message is true.</summary>
    public async Task Rests(string workshop = "m-1")
    {
        await Until.True(() => Chat.Pending == 0 && Bot.Keeper.AtWork == 0, 60);
        await Until.True(async () => await Bot.Keeper.IsTrue(workshop));
    }

    public async Task<Workshops.Workshop?> Workshop(FakePlace place) => await Bot.Loop.Looking.Find($"teams:{Teams.TenantId}:{place.Id}");

    /// <summary>Ends as a process that is killed: from now on it writes nothing and reaches nobody. The chat goes on without it.</summary>
    public async Task Kill()
    {
        (Rows.Fault, Rows.IsGone) = (StorageFault.Unreachable, true);
        Teams.Next(Fault.DropBefore, int.MaxValue);
        await Stop();
        Teams.Mend();
    }

    /// <summary>The bot ends; Teams goes on without it.</summary>
    public async ValueTask Stop()
    {
        Door.Dispose();
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
        await Teams.DisposeAsync();
    }
}
