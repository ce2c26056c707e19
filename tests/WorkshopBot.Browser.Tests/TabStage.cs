using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using WorkshopBot.Channels.Teams;
using WorkshopBot.Exports;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Links;
using WorkshopBot.Pages;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Browser.Tests;

/// <summary>The real tab and its door, with workshops behind them, and in the browser a chat client that is ours.</summary>
sealed class TabStage : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly MemoryRowStore _rows;
    readonly MapLinks _links;
    readonly TurnLoop _loop;
    int _turns;
    int _ids;

    TabStage(WebApplication app)
    {
        (_app, _rows) = (app, new(TimeProvider.System));
        _links = MapLinks.Open(_rows, TimeProvider.System, null, () => LinkAddress.Of(null, app.Urls));
        _loop = new(_rows, Playbook.Standard, new([new JsonExport()]), TimeProvider.System, () => $"m-{++_ids}", NullLogger.Instance);
        TabPage.Open(app, _loop, _links, new("web", Frames.Ancestors, (token, _) => Task.FromResult(token == "ann" ? ("local", "ann", "Ann") : ((string, string, string)?)null), "https://teams.microsoft.com/l/entity/a/conversations"));
        MapPages.Open(app, _loop, _links, new([new JsonExport()]), tryIt: false, Frames.Ancestors);
    }

    public Uri Address => new(_app.Urls.Single());

    public string Link(string workshop) => _links.Make(workshop, 0);

    public static async Task<TabStage> Open()
    {
        var builder = Server.Builder(["--Urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var stage = new TabStage(builder.Build());
        await stage._app.StartAsync();
        return stage;
    }

    /// <summary>Somebody types into a room.</summary>
    public async Task Says(string person, string text, string room)
    {
        var reply = await _loop.Deliver(new($"t-{++_turns}", new("web:local:" + person, person, "UTC", "en"), new("web:local:" + room, room), text, false));
        Assert.True(reply.Kind == ReplyKind.Answered, $"{text}: {reply.Text}");
    }

    /// <summary>What Ann sees who leads one workshop, has answered in another and closed a third.</summary>
    public async Task Furnish()
    {
        foreach (var (text, room) in new[]
        {
            ("start Getting a family e-bike", "a"), ("goto stages", "a"), ("Dream, Research, Choose, Buy, Ride", "a"), ("goto goals", "a"),
            ("start Moving to another bank, with everything that hangs on the old account and nobody remembers", "b"), ("i speak for Support", "b"),
        })
            await Says("ann", text, room);
        await Says("ben", "goal Research: compare what it costs a month", "a");
        await Says("cem", "start Cancelling a subscription", "c");
        await Says("ann", "i speak for Support", "c");
        await Says("cem", "owner @cem", "c");
        await Says("cem", "review 2030-01-01", "c");
        await Says("cem", "throw away", "c");
    }

    /// <summary>A chat client in place of the real one's library: says what it is dressed in, and gives this token.</summary>
    public static Func<IBrowserContext, Task> Client(string theme, string token, string locale = "en-GB", string? part = null) => context => context.RouteAsync("**/tab/lib/MicrosoftTeams.min.js", route => route.FulfillAsync(new()
    {
        ContentType = "text/javascript",
        Body = $$"""
            window.microsoftTeams = { app: { isInitialized: () => true, initialize: async () => {}, openLink: async link => { window.opened = link; }, registerOnThemeChangeHandler: wear => { window.wear = wear; },
              getContext: async () => ({ app: { theme: '{{theme}}', locale: '{{locale}}' }, page: { id: 'home', subPageId: '{{part}}' } }) },
              authentication: { getAuthToken: async () => { if (!'{{token}}') throw new Error('CancelledByUser'); return '{{token}}'; } } };
            """,
    }));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _loop.DisposeAsync();
        await _app.DisposeAsync();
        _links.Dispose();
        await _rows.DisposeAsync();
    }
}
