using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Slack;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Teams;
using WorkshopBot.Channels.Teams.Auth;
using WorkshopBot.Chats;
using WorkshopBot.Exports;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Links;
using WorkshopBot.Pages;
using WorkshopBot.Tests.Slack;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Tests.TwoChats;

/// <summary>One bot on a file of its own, in front of a fake Slack and a fake Teams at once, through the real doors of both.</summary>
sealed class BothServed : IAsyncDisposable
{
    static readonly Lazy<CardDeck> Cards = new(() => CardDeck.Load(Checkout.File("cards"), CardViews.All));

    readonly WebApplication _app;
    readonly SqliteRowStore _store;
    readonly MapLinks _links;
    readonly FakeDoor _door;
    int _stopped;

    BothServed(WebApplication app, Bot bot, SlackChat slackChat, TeamsChat teamsChat, SqliteRowStore store, MapLinks links, FakeSlack slack, FakeConnector teams)
    {
        (_app, Bot, SlackChat, TeamsChat, _store, _links, Slack, Teams) = (app, bot, slackChat, teamsChat, store, links, slack, teams);
        Url = new(app.Urls.Single());
        _door = new(new Uri(Url, "/api/messages"));
        Browser = new(Url);
        slack.Doors = FakeSlackDoors.At(new Uri(Url, "/slack/"));
    }

    public FakeSlack Slack { get; }

    public FakeConnector Teams { get; }

    public Uri Url { get; }

    public Bot Bot { get; }

    public SlackChat SlackChat { get; }

    public TeamsChat TeamsChat { get; }

    /// <summary>Somebody's browser, in which they install the bot.</summary>
    public SlackBrowser Browser { get; }

    /// <param name="file">The storage.</param>
    /// <param name="slack">The fake Slack, on the same clock.</param>
    /// <param name="team">The one workspace the bot has a token of; null: it is installed by OAuth.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logs">Where log lines go.</param>
    /// <param name="teams">The fake Teams; null for a new one.</param>
    public static async Task<BothServed> Start(string file, FakeSlack slack, FakeSlackTeam? team, TimeProvider? time = null, ILoggerProvider? logs = null, FakeConnector? teams = null)
    {
        var builder = Server.Builder(["--Urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        if (logs is not null)
            builder.Logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        var (clock, ids) = (time ?? TimeProvider.System, 0);
        teams ??= await FakeConnector.Start(clock);
        var rows = SqliteRowStore.Open(file, TimeProvider.System);
        var app = builder.Build();
        var links = MapLinks.Open(rows, clock, null, () => LinkAddress.Of(null, app.Urls));
        var seal = new SlackSeal(open => links.Keys.Seal("WorkshopBot.Slack.Tokens.v1", open), closed => links.Keys.Open("WorkshopBot.Slack.Tokens.v1", closed));
        var client = team is null ? new SlackClient(slack.ClientId, slack.ClientSecret, SlackBrowser.Back) : null;
        var settings = new SlackSettings(SlackCloud.Public, team is null ? null : (team.Bot ?? team.Install()).Token, client, [slack.SigningSecret], null) { ApiUrl = slack.Api };
        var slackChat = new SlackChat(settings, Cards.Value, new ChatBook(rows), seal, Speech.Languages, clock, app.Logger);
        var teamsChat = new TeamsChat(new TeamsSettings(TeamsCloud.Public, null, null, null, AllowLoopback: true), Cards.Value, new ChatBook(rows), clock, app.Logger, null);
        var bot = new Bot(rows, Playbook.Standard, new([new JsonExport()]), Cards.Value, [slackChat.Channel, teamsChat.Channel], (id, workshop, format) => links.Url(id, workshop.LinkEpoch, format), clock, () => $"m-{Interlocked.Increment(ref ids)}", app.Logger, alone: true);
        Server.Map(app, bot, Cards.Value, clock, null);
        slackChat.Map(app, new ChatDesk(bot, app.Logger));
        teamsChat.Map(app, new ChatDesk(bot, app.Logger), Speech.Languages);
        MapPages.Open(app, bot.Loop, links, new([new JsonExport()]), tryIt: false, "'none'");
        await app.StartAsync();
        bot.Start();
        return new(app, bot, slackChat, teamsChat, rows, links, slack, teams);
    }

    /// <summary>Takes what somebody does in Teams to the bot's door; it must be taken.</summary>
    public async Task<FakeReply> Does(FakeActivity activity)
    {
        var reply = await _door.Deliver(activity);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{activity.Json["type"]}: {reply.Status} {reply.Text}");
        return reply;
    }

    /// <summary>Waits until everybody in both chats has been told.</summary>
    public async Task Told()
    {
        await Slack.Settled();
        await Until.True(() => SlackChat.Pending == 0 && TeamsChat.Pending == 0, 60);
    }

    /// <summary>Waits until nothing is left to be told and every kept message is true.</summary>
    public async Task Rests(params string[] workshops)
    {
        await Told();
        await Until.True(() => Bot.Keeper.AtWork == 0, 60);
        foreach (var workshop in workshops is [] ? ["m-1"] : workshops)
            await Until.True(async () => await Bot.Keeper.IsTrue(workshop));
        await Told();
    }

    public static string Key(FakeSlackChannel place) => $"slack:{place.Team.Enterprise?.Id ?? place.Team.Id}:{place.Id}";

    public string Key(FakePlace place) => $"teams:{Teams.TenantId}:{place.Id}";

    public static string Key(FakeSlackPerson who) => $"slack:{who.Team.Enterprise?.Id ?? who.Team.Id}:{who.Id}";

    /// <summary>The bot ends; both chats go on without it.</summary>
    public async ValueTask Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 1)
            return;
        _door.Dispose();
        Browser.Dispose();
        await _app.StopAsync();
        await SlackChat.DisposeAsync();
        await TeamsChat.DisposeAsync();
        await Bot.DisposeAsync();
        await _app.DisposeAsync();
        _links.Dispose();
        await _store.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await Slack.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
