using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Channels.Web;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Pages;

namespace WorkshopBot.Browser.Tests;

/// <summary>The real page and its doors, with a bot behind them that says what a test tells it to: cards as they are, no workshop.</summary>
sealed class Stage : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly MemoryRowStore _rows = new(TimeProvider.System);
    int _operations;

    Stage(WebApplication app)
    {
        _app = app;
        Channel = new(new WebShelf(_rows, NullLogger.Instance), message => (message.Data, message.Brief), TimeProvider.System);
        app.UseTryPage();
        app.MapTry(TimeProvider.System, (turn, _) => Hear(turn));
        app.MapLook(Channel, TimeProvider.System, _ => { }, (_, _, _) => ValueTask.FromResult<Message?>(null), app.Lifetime.ApplicationStopping);
        app.MapGet("/api/try/{room}/map", () => Results.Text(Props.Map, "application/json"));
        app.MapGet("/maps/{id}", () => Results.Text("the map"));
    }

    public WebChannel Channel { get; }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>All turns that came, in order.</summary>
    public ConcurrentQueue<Turn> Turns { get; } = [];

    /// <summary>What the bot answers.</summary>
    public Func<Turn, Task<TryAnswer>> Answer { get; set; } = turn => Task.FromResult(new TryAnswer(StatusCodes.Status200OK, "heard " + turn.Text));

    public static async Task<Stage> Open()
    {
        var builder = Server.Builder(["--Urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var stage = new Stage(builder.Build());
        await stage._app.StartAsync();
        return stage;
    }

    public async Task<string> Post(string key, string card, string text, string? under = null, string? person = null)
    {
        var outcome = await Channel.Post(To(person), under, Interlocked.Increment(ref _operations).ToString(CultureInfo.InvariantCulture), Show(key, card, text), default);
        return Assert.IsType<PostOutcome.Posted>(outcome).PlatformId;
    }

    public async Task Edit(string id, string key, string card, string text, string? person = null) => Assert.IsType<EditOutcome.Edited>(await Channel.Edit(To(person), id, Show(key, card, text), default));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Channel.Dispose();
        await _rows.DisposeAsync();
    }

    Task<TryAnswer> Hear(Turn turn)
    {
        Turns.Enqueue(turn);
        return Answer(turn);
    }

    static Address To(string? person) => person is null ? new Address.Room("web:local:demo") : new Address.Person("web:local:" + person);

    static Message Show(string key, string card, string text) => new(key, "any", System.Text.Encoding.UTF8.GetBytes(card), text, "en");
}
