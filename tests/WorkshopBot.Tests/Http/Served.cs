using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Web;
using WorkshopBot.Exports;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Keeping;
using WorkshopBot.Links;
using WorkshopBot.Pages;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Http;

/// <summary>The server in this process, on a free port and a file of its own: all of the bot, with its page.</summary>
sealed class Served : IAsyncDisposable
{
    static readonly Lazy<CardDeck> Cards = new(() => CardDeck.Load(Checkout.File("cards"), CardViews.All));

    readonly WebApplication _app;

    Served(WebApplication app, Bot bot, SqliteRowStore store, RowsInTrouble rows, WebChannel web, MapLinks links)
    {
        (_app, Bot, Store, Rows, Web, Links) = (app, bot, store, rows, web, links);
        Door = new(new Uri(app.Urls.Single()));
    }

    /// <summary>The real file under it.</summary>
    public SqliteRowStore Store { get; }

    public RowsInTrouble Rows { get; }

    public Bot Bot { get; }

    public Door Door { get; }

    /// <summary>The page's chat. The data of a message whose card there is not are the card, and its brief is the text.</summary>
    public WebChannel Web { get; }

    public MapLinks Links { get; }

    /// <summary>Ids of the workshops started here, in their order.</summary>
    public List<string> Ids { get; private init; } = [];

    public Task<Workshops.Workshop?> Workshop(string room = "r") => Bot.Loop.Looking.Find("web:local:" + room);

    public static async Task<Served> Start(string file, Playbook? playbook = null, TimeProvider? clock = null, MasterKey? master = null, ILoggerProvider? logs = null, TimeProvider? time = null, TabHost? tab = null, params string[] args)
    {
        var builder = Server.Builder(["--Urls=http://127.0.0.1:0", .. args]);
        builder.Logging.ClearProviders();
        if (logs is not null)
            builder.Logging.AddProvider(logs);
        var ids = new List<string>();
        var store = SqliteRowStore.Open(file, TimeProvider.System);
        var rows = new RowsInTrouble(store);
        var app = builder.Build();
        var cards = Cards.Value;
        // Links and kept messages are of the file itself: the trouble is for turns.
        var links = MapLinks.Open(store, clock ?? TimeProvider.System, master, () => LinkAddress.Of(null, app.Urls));
        var web = new WebChannel(new WebShelf(store, app.Logger), message => cards.Names.Contains(message.Card) && cards.Bind(message) is var bound ? (bound.Json, bound.Text) : (message.Data, message.Brief), TimeProvider.System);
        var bot = new Bot(rows, playbook ?? Playbook.Standard, new([new JsonExport()]), cards, [web], (id, workshop, format) => links.Url(id, workshop.LinkEpoch, format), time ?? TimeProvider.System, Id, app.Logger, alone: true);
        if (tab is not null)
            TabPage.Open(app, bot.Loop, links, tab);
        Server.Map(app, bot, cards, TimeProvider.System, web);
        MapPages.Open(app, bot.Loop, links, new([new JsonExport()]), tryIt: true, tab?.Ancestors ?? "'none'");
        await app.StartAsync();
        bot.Start();
        return new(app, bot, store, rows, web, links) { Ids = ids };

        string Id()
        {
            ids.Add(Guid.NewGuid().ToString("n"));
            return ids[^1];
        }
    }

    public async ValueTask DisposeAsync()
    {
        Door.Dispose();
        await _app.StopAsync();
        await Bot.DisposeAsync();
        await _app.DisposeAsync();
        Links.Dispose();
        Web.Dispose();
        await Store.DisposeAsync();
    }
}
