using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Web;
using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Pages;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Http;

/// <summary>The server in this process, on a free port and a file of its own.</summary>
sealed class Served : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly TurnLoop _loop;

    Served(WebApplication app, TurnLoop loop, SqliteRowStore store, RowsInTrouble rows, WebChannel web)
    {
        (_app, _loop, Store, Rows, Web) = (app, loop, store, rows, web);
        Door = new(new Uri(app.Urls.Single()));
    }

    /// <summary>The real file under it.</summary>
    public SqliteRowStore Store { get; }

    public RowsInTrouble Rows { get; }

    public Door Door { get; }

    /// <summary>The page's chat; a message's data are its card, and its brief its text.</summary>
    public WebChannel Web { get; }

    public static async Task<Served> Start(string file, Playbook? playbook = null)
    {
        var builder = Server.Builder(["--Urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var store = SqliteRowStore.Open(file, TimeProvider.System);
        var rows = new RowsInTrouble(store);
        var app = builder.Build();
        var loop = new TurnLoop(rows, playbook ?? Playbook.Standard, new([new JsonExport()]), TimeProvider.System, () => Guid.NewGuid().ToString("n"), app.Logger);
        var web = new WebChannel(new WebShelf(rows, app.Logger), message => (message.Data, message.Brief), TimeProvider.System);
        Server.Map(app, loop, TimeProvider.System, tryIt: true, web);
        await app.StartAsync();
        return new(app, loop, store, rows, web);
    }

    public async ValueTask DisposeAsync()
    {
        Door.Dispose();
        await _app.StopAsync();
        await _loop.DisposeAsync();
        await _app.DisposeAsync();
        Web.Dispose();
        await Store.DisposeAsync();
    }
}
