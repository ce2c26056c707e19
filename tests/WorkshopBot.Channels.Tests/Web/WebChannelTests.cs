using System.Text;
using WorkshopBot.Channels.Web;

namespace WorkshopBot.Channels.Tests.Web;

/// <summary>The page as a chat: what is posted is there, once, and whoever may see it is told.</summary>
public sealed class WebChannelTests : IDisposable
{
    static readonly Address.Room Demo = new("web:local:demo");
    static readonly Address.Person Ann = new("web:local:ann");

    readonly Shelf _shelf = new();
    readonly WebChannel _channel;

    public WebChannelTests() => _channel = new(_shelf, message => (message.Data, message.Brief), TimeProvider.System);

    public void Dispose() => _channel.Dispose();

    [Fact]
    public async Task A_post_is_found_by_its_operation_and_edited_by_its_id()
    {
        Assert.IsType<FindOutcome.NotThere>(await _channel.Find(Demo, null, "op", default, default));
        var posted = Assert.IsType<PostOutcome.Posted>(await _channel.Post(Demo, null, "op", Say("board", "one"), default));
        Assert.Equal(posted.PlatformId, Assert.IsType<FindOutcome.Found>(await _channel.Find(Demo, null, "op", default, default)).PlatformId);
        Assert.IsType<FindOutcome.NotThere>(await _channel.Find(Ann, null, "op", default, default));
        Assert.IsType<EditOutcome.Edited>(await _channel.Edit(Demo, posted.PlatformId, Say("board", "two"), default));
        var kept = Assert.Single(_shelf.At("web:local:demo"));
        Assert.Equal(("board", 2, "two"), (kept.Key, kept.Version, kept.Text));
    }

    [Fact]
    public async Task The_same_post_made_twice_is_one_message_and_the_later_content_stays()
    {
        var first = await _channel.Post(Demo, "root", "op", Say("step", "one"), default);
        await _channel.Edit(Demo, "op", Say("step", "two"), default);
        Assert.Equal(first, await _channel.Post(Demo, "root", "op", Say("step", "one"), default));
        Assert.Equal(("two", "root"), (_shelf.At("web:local:demo").Single().Text, _shelf.At("web:local:demo").Single().Under));
    }

    [Fact]
    public async Task What_is_not_there_is_missing_and_what_cannot_be_told_is_unknown()
    {
        Assert.IsType<EditOutcome.Missing>(await _channel.Edit(Demo, "none", Say("board", "x"), default));
        await _channel.Post(Demo, null, "op", Say("board", "x"), default);
        _shelf.Writes = false;
        Assert.IsType<PostOutcome.Unknown>(await _channel.Post(Demo, null, "op2", Say("board", "x"), default));
        Assert.IsType<EditOutcome.Unknown>(await _channel.Edit(Demo, "op", Say("board", "y"), default));
        _shelf.Reads = false;
        Assert.IsType<PostOutcome.Unknown>(await _channel.Post(Demo, null, "op3", Say("board", "x"), default));
        Assert.IsType<EditOutcome.Unknown>(await _channel.Edit(Demo, "op", Say("board", "y"), default));
        Assert.IsType<FindOutcome.Unknown>(await _channel.Find(Demo, null, "op", default, default));
    }

    [Fact]
    public async Task A_person_and_their_own_chat_are_one_place_that_nobody_else_sees()
    {
        await _channel.Post(Demo, null, "1", Say("board", "for all"), default);
        await _channel.Post(Ann, null, "2", Say("nudge:x", "for Ann"), default);
        await _channel.Post(new Address.Room("web:local:@ann"), null, "3", Say("board", "Ann's own workshop"), default);
        await _channel.Post(new Address.Person("web:local:ben"), null, "4", Say("nudge:x", "for Ben"), default);
        var seen = await _channel.Kept(new("web:local:demo", "demo"), Somebody("ann"), default);
        Assert.Equal([("for all", false), ("for Ann", true), ("Ann's own workshop", true)], seen!.Select(message => (message.Text, message.Private)));
    }

    [Fact]
    public async Task Many_edits_at_once_each_have_a_version_of_their_own()
    {
        await _channel.Post(Demo, null, "op", Say("board", "0"), default);
        var listener = _channel.Listeners.Add(new("web:local:demo", "demo"), Somebody("ann"))!;
        await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(async () => await _channel.Edit(Demo, "op", Say("board", $"{i}"), default))));
        Assert.Equal(21, _shelf.At("web:local:demo").Single().Version);
        using var end = new CancellationTokenSource();
        var events = new List<string>();
        await foreach (var item in listener.Events(end.Token))
        {
            events.Add(item.EventType);
            if (events.Count == 21)
                await end.CancelAsync();
        }
        Assert.Equal(["open-room", .. Enumerable.Repeat("message", 20)], events);
    }

    [Fact]
    public async Task Whoever_falls_behind_is_told_to_look_again_and_let_go()
    {
        var slow = _channel.Listeners.Add(new("web:local:demo", "demo"), Somebody("ann"))!;
        for (var i = 0; i < WebListener.MostWaiting + 10; i++)
            await _channel.Post(Demo, null, $"{i}", Say("x", "x"), default);
        var events = new List<string>();
        await foreach (var item in slow.Events(default))
            events.Add(item.EventType);
        Assert.Equal(["open-room", .. Enumerable.Repeat("message", WebListener.MostWaiting), "reload"], events);
    }

    [Fact]
    public async Task While_nothing_happens_the_connection_is_heard_to_live()
    {
        using var channel = new WebChannel(_shelf, message => (message.Data, message.Brief), new Hasty());
        var listener = channel.Listeners.Add(new("web:local:demo", "demo"), Somebody("ann"))!;
        var events = new List<string>();
        await foreach (var item in listener.Events(default))
        {
            events.Add(item.EventType);
            if (events.Count == 4)
                await channel.Post(Demo, null, "op", Say("board", "x"), default);
            if (item.EventType == "message")
                break;
        }
        Assert.Equal(["open-room", "beat", "beat", "beat"], events.Take(4));
        Assert.Equal("message", events[^1]);
    }

    [Fact]
    public void A_room_has_so_many_listeners_and_no_more()
    {
        var room = new Room("web:local:demo", "demo");
        var all = Enumerable.Range(0, WebListeners.MostInRoom).Select(_ => _channel.Listeners.Add(room, Somebody("ann"))!).ToList();
        Assert.All(all, Assert.NotNull);
        Assert.Null(_channel.Listeners.Add(room, Somebody("ben")));
        Assert.NotNull(_channel.Listeners.Add(new("web:local:other", "other"), Somebody("ben")));
        _channel.Listeners.Remove(all[0]);
        Assert.NotNull(_channel.Listeners.Add(room, Somebody("ben")));
    }

    static Person Somebody(string name) => new("web:local:" + name, name, "UTC", "en");

    static Message Say(string key, string text) => new(key, "card", Encoding.UTF8.GetBytes("""{"type":"AdaptiveCard"}"""), text, "en");

    /// <summary>A clock whose every timer is over at once.</summary>
    sealed class Hasty : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
    }

    /// <summary>A shelf in memory that can refuse.</summary>
    sealed class Shelf : IWebShelf
    {
        readonly Dictionary<(string Place, string Id), WebMessage> _all = [];

        public bool IsShared => false;

        public bool Reads { get; set; } = true;

        public bool Writes { get; set; } = true;

        public IReadOnlyList<WebMessage> At(string place)
        {
            lock (_all)
                return [.. _all.Where(pair => pair.Key.Place == place).Select(pair => pair.Value)];
        }

        public ValueTask<string?> Mark(string place, CancellationToken ct) => throw new InvalidOperationException("Nobody else puts anything there.");

        public ValueTask<IReadOnlyList<WebMessage>?> Load(string place, CancellationToken ct) => ValueTask.FromResult(Reads ? At(place) : null);

        public ValueTask<ShelfFind> Find(string place, string id, CancellationToken ct)
        {
            lock (_all)
                return ValueTask.FromResult(Reads ? new ShelfFind(Told: true, _all.GetValueOrDefault((place, id))) : default);
        }

        public ValueTask<bool> Save(string place, WebMessage message, CancellationToken ct)
        {
            lock (_all)
                if (Writes)
                    _all[(place, message.Id)] = message;
            return ValueTask.FromResult(Writes);
        }
    }
}
