using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Links;
using WorkshopBot.Pages;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Http;

/// <summary>The server in this process, on a free port and a file of its own.</summary>
sealed class Served : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly TurnLoop _loop;

    Served(WebApplication app, TurnLoop loop, SqliteRowStore store, RowsInTrouble rows, MapLinks links)
    {
        (_app, _loop, Store, Rows, Links) = (app, loop, store, rows, links);
        Door = new(new Uri(app.Urls.Single()));
    }

    /// <summary>The real file under it.</summary>
    public SqliteRowStore Store { get; }

    public RowsInTrouble Rows { get; }

    public Door Door { get; }

    public MapLinks Links { get; }

    /// <summary>Ids of the workshops started here, in their order.</summary>
    public List<string> Ids { get; private init; } = [];

    public Task<Workshops.Workshop?> Workshop(string room = "r") => _loop.Find("web:local:" + room);

    public static async Task<Served> Start(string file, Playbook? playbook = null, TimeProvider? clock = null, MasterKey? master = null, ILoggerProvider? logs = null, params string[] args)
    {
        var builder = Server.Builder(["--Urls=http://127.0.0.1:0", .. args]);
        builder.Logging.ClearProviders();
        if (logs is not null)
            builder.Logging.AddProvider(logs);
        var ids = new List<string>();
        var store = SqliteRowStore.Open(file, TimeProvider.System);
        var rows = new RowsInTrouble(store);
        var app = builder.Build();
        var loop = new TurnLoop(rows, playbook ?? Playbook.Standard, new([new JsonExport()]), TimeProvider.System, Id, app.Logger);
        Server.Map(app, loop, TimeProvider.System, tryIt: true);
        // Of the file itself: the trouble is for turns.
        var links = MapLinks.Open(store, clock ?? TimeProvider.System, master, () => app.Urls.First());
        MapPages.Open(app, loop, links, tryIt: true);
        await app.StartAsync();
        return new(app, loop, store, rows, links) { Ids = ids };

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
        Links.Dispose();
        await _loop.DisposeAsync();
        await _app.DisposeAsync();
        await Store.DisposeAsync();
    }
}
