using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Chats;
using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Keeping;
using WorkshopBot.Tests.Keeping;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.TwoChats;

/// <summary>The real bot before two chats. Ann is of tenant a in the chat "one", where the workshop w-1 is; Fay is of tenant b in the chat "two".</summary>
sealed partial class Scene : IAsyncDisposable
{
    public const string Home = "one:a:home", Far = "two:b:far", Other = "two:c:other", Ann = "one:a:ann", Ben = "one:a:ben", Fay = "two:b:fay", Gus = "two:b:gus", Zoe = "two:c:zoe";

    readonly CardDeck _deck = CardDeck.Load(Checkout.File("cards"), CardViews.All);
    int _turns;
    int _ids;

    public Scene(Func<IRowStore, IRowStore>? rows = null)
    {
        IRowStore own = new MemoryRowStore(Time);
        Rows = rows?.Invoke(own) ?? own;
        Bot = Begin();
    }

    public FakeTime Time { get; } = new();

    public IRowStore Rows { get; }

    public Platform One { get; } = new();

    public Platform Two { get; } = new();

    public Bot Bot { get; private set; }

    public ChatDesk Desk => new(Bot, NullLogger.Instance);

    public static Person Person(string key, bool guest = false) => new(key, key.Split(':')[2], "UTC", "en") { Guest = guest };

    public static Room Room(string key) => new(key, key.Split(':')[2]);

    /// <summary>Everything held in memory is gone; the rows stay.</summary>
    public async Task Restart()
    {
        await Bot.DisposeAsync();
        Bot = Begin();
    }

    /// <summary>A turn with an id of its own; in a room, or in private without one.</summary>
    public Turn Turn(string person, string text, string? room = null, bool guest = false, ChatAction? action = null) =>
        new($"t{++_turns}", Person(person, guest), room is null ? new($"{person[..person.LastIndexOf(':')]}:@{person.Split(':')[2]}", "private") : Room(room), text, room is null, action);

    public Task<Reply> Says(string person, string text, string? room = null, bool guest = false) => Bot.Loop.Deliver(Turn(person, text, room, guest));

    public Task<Reply> Presses(string person, string? room, string verb, params (string Name, string Value)[] data) =>
        Bot.Loop.Deliver(Turn(person, "", room, action: new(verb, data.ToImmutableSortedDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal))));

    public async Task<string> Takes(string person, string text, string? room = null, bool guest = false)
    {
        var reply = await Says(person, text, room, guest);
        Assert.True(reply.Kind == ReplyKind.Answered, $"{person} {text}: {reply.Kind} {reply.Text}");
        Time.Advance(TimeSpan.FromSeconds(1));
        return reply.Text;
    }

    public async Task<string> Refuses(string person, string text, string? room = null, bool guest = false)
    {
        var reply = await Says(person, text, room, guest);
        Assert.True(reply.Kind == ReplyKind.Refused, $"{person} {text}: {reply.Kind} {reply.Text}");
        return reply.Text;
    }

    /// <summary>A workshop in the home room in which goals may come.</summary>
    public async Task Start()
    {
        foreach (var line in (string[])["start Bikes", "goto stages", "Research, Purchase", "goto goals"])
            await Takes(Ann, line, Home);
    }

    public async Task<string> Code(string word = "code", string person = Ann, string? room = Home) => Shown().Match(await Takes(person, word, room)).Groups[1].Value;

    /// <summary>The far room asks and is admitted.</summary>
    public async Task Admit()
    {
        await Takes(Fay, $"join {await Code()}", Far);
        await Takes(Ann, "admit", Home);
        await Speaks(Far, "w-1");
    }

    /// <summary>Until a room speaks of a workshop, or of none.</summary>
    public Task Speaks(string room, string? workshop) => Until.True(async () => (await new WorkshopIndex(Rows).FindRoom(room))?.Workshop == workshop);

    /// <summary>Time goes on until everything is as true as it can be, and this holds.</summary>
    public async Task Kept(Func<bool> condition)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            await Until.True(() => Bot.Keeper.AtWork == 0);
            if (condition() && await Bot.Keeper.IsTrue("w-1"))
                return;
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It never comes to rest.");
            await Task.Delay(5);
            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>The looks of the agenda that are due are taken, and those that follow from them.</summary>
    public async Task Looks()
    {
        var agenda = new Agenda(Rows, Time, new());
        await using var worker = new AgendaWorker(agenda, Bot.Keeper, Bot.Loop.Sweep, Time, NullLogger.Instance);
        for (var visits = 0; visits < 20; visits++)
        {
            await worker.Visit(first: false, CancellationToken.None);
            await Until.True(() => Bot.Keeper.AtWork == 0);
            Time.Advance(TimeSpan.FromMinutes(5));
        }
    }

    public async Task<Workshop> Map(string workshop = "w-1") => (await Bot.Loop.Looking.FindMap(workshop))!;

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    Bot Begin() => new(Rows, Playbook.Standard, new([new JsonExport()]), _deck, [new Chat(One, name: "one"), new Chat(Two, name: "two")], (_, _, _) => "https://example.org/map", Time, () => $"w-{++_ids}", NullLogger.Instance);

    [GeneratedRegex(@"(?:join|me) ([0-9A-Z]{4}-[0-9A-Z]{4})")]
    private static partial Regex Shown();
}
