using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Web;
using WorkshopBot.Exports;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Pages;
using WorkshopBot.Tests.Keeping;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Nodes;

/// <summary>A page that is open on one node, while others take the turns.</summary>
public sealed class PageTests : IAsyncDisposable
{
    static readonly Lazy<CardDeck> Cards = new(() => CardDeck.Load(Checkout.File("cards"), CardViews.All));
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    static readonly Person Ann = new("web:local:ann", "ann", "UTC", "en");

    readonly FakeTime _time = new();
    readonly CountedRows _rows;
    readonly List<Bot> _bots = [];
    readonly WebChannel _here;
    readonly WebChannel _there;
    readonly CancellationTokenSource _over = new();

    public PageTests()
    {
        _rows = new(new MemoryRowStore(_time));
        (_here, _there) = (Node(), Node());
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        foreach (var bot in _bots)
            await bot.DisposeAsync();
        _here.Dispose();
        _there.Dispose();
        _over.Dispose();
    }

    [Fact]
    public async Task It_sees_within_three_seconds_what_another_node_has_posted_and_edited()
    {
        var page = await Open();
        await Says("start Bikes");
        await Sees(page, "Bikes");
        // A quiet minute: nobody asks as often as before.
        for (var quiet = TimeSpan.Zero; quiet < TimeSpan.FromMinutes(1); quiet += Tick)
        {
            _time.Advance(Tick);
            await Task.Delay(1);
        }
        await Says("why: to sell more of them");
        await Until.True(() => _bots[1].Keeper.AtWork == 0);
        await Sees(page, "sell more");
    }

    [Fact]
    public async Task What_was_there_before_is_not_told_again_and_nothing_is_asked_once_nobody_looks()
    {
        await Says("start Bikes");
        await Until.True(async () => (await _there.Kept(new("web:local:r", "r"), Ann, default))!.Count > 0);
        await Until.True(() => _bots[1].Keeper.AtWork == 0);
        var listener = _here.Listeners.Add(new("web:local:r", "r"), Ann)!;
        await _here.Listeners.Follow(listener, default);
        var events = listener.Events(_over.Token).GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        var next = events.MoveNextAsync();
        for (var ticks = 0; ticks < 20; ticks++)
        {
            _time.Advance(Tick);
            await Task.Yield();
        }
        Assert.False(next.IsCompleted);
        Assert.Contains(_rows.Reads, read => read.EndsWith("/v", StringComparison.Ordinal));
        _here.Listeners.Remove(listener);
        _rows.Forget();
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.DoesNotContain(_rows.Reads, read => read.EndsWith("/v", StringComparison.Ordinal));
        await _over.CancelAsync();
        await next;
    }

    [Fact]
    public async Task With_nobody_else_about_nothing_is_asked()
    {
        using var alone = new WebChannel(new WebShelf(_rows, NullLogger.Instance), message => (message.Data, message.Brief), _time);
        var listener = alone.Listeners.Add(new("web:local:r", "r"), Ann)!;
        await alone.Listeners.Follow(listener, default);
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Empty(_rows.Reads);
        await alone.Post(new Address.Room("web:local:r"), null, "op", new("board", "board", "{}"u8.ToArray(), "said", "en"), default);
        Assert.DoesNotContain(_rows.Writes, write => write.EndsWith("+v", StringComparison.Ordinal));
    }

    WebChannel Node()
    {
        var web = new WebChannel(new WebShelf(_rows, NullLogger.Instance, shared: true), message => Cards.Value.Bind(message) is var bound ? (bound.Json, bound.Text) : default, _time);
        _bots.Add(new(_rows, Playbook.Standard, new([new JsonExport()]), Cards.Value, [web], (_, _, _) => "", _time, () => "m-1", NullLogger.Instance));
        return web;
    }

    async Task Says(string text) => Assert.Equal(ReplyKind.Answered, (await _bots[1].Loop.Deliver(new($"t-{text}", Ann, new("web:local:r", "r"), text, false))).Kind);

    async Task<List<string>> Open()
    {
        var listener = _here.Listeners.Add(new("web:local:r", "r"), Ann)!;
        await _here.Listeners.Follow(listener, default);
        var told = new List<string>();
        _ = Task.Run(async () =>
        {
            await foreach (var one in listener.Events(_over.Token))
                lock (told)
                    told.Add($"{one.EventType} {one.Data}");
        });
        return told;
    }

    // The keeper of the other node has its own pace; what counts is how long the page takes once it is up.
    async Task Sees(List<string> page, string text)
    {
        await Until.True(async () =>
        {
            if ((await _there.Kept(new("web:local:r", "r"), Ann, default))!.Any(message => message.Text.Contains(text, StringComparison.Ordinal)))
                return true;
            _time.Advance(Tick);
            return false;
        });
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromSeconds(3) && !Has(); waited += Tick)
        {
            _time.Advance(Tick);
            for (var looks = 0; looks < 20 && !Has(); looks++)
                await Task.Delay(1);
        }
        Assert.True(Has());

        bool Has()
        {
            lock (page)
                return page.Any(one => one.Contains(text, StringComparison.Ordinal));
        }
    }
}
