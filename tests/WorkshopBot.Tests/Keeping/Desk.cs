using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Keeping;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Keeping;

/// <summary>A workshop with a room, what is to be seen in it, and a node that keeps it. All goes on the thread that asks, unless a real keeper is made.</summary>
sealed class Desk
{
    public const string Workshop = "w";
    public const string Room = "toy:t:r";

    readonly ConcurrentDictionary<string, Pace> _paces = new();
    readonly IdleLanes _idle = new();
    WorkshopPass _pass;
    int _ids;

    public Desk(IRowStore? rows = null, Chat? chat = null, bool finds = true, Platform? platform = null, FakeTime? time = null, ILogger? log = null)
    {
        Time = time ?? new();
        Rows = rows ?? new MemoryRowStore(Time);
        Platform = platform ?? new();
        Chat = chat ?? new(Platform, finds);
        (Journal, Lanes, Agenda) = (new(Rows), new(Rows), new(Rows, Time, new()));
        Kit = new(
            Lanes, Journal, Agenda, Read, Toys.Views, Toys.Drawing(), [Chat], Time,
            () => $"{Guid.NewGuid():n}-{Interlocked.Increment(ref _ids)}", log ?? NullLogger.Instance);
        _pass = Passes();
    }

    public FakeTime Time { get; }

    public IRowStore Rows { get; }

    public Platform Platform { get; }

    public Chat Chat { get; }

    public WorkshopJournal Journal { get; }

    public Lanes Lanes { get; }

    public Agenda Agenda { get; }

    public Kit Kit { get; private set; }

    /// <summary>Another node, on the same rows and before the same people.</summary>
    public Desk Another(Chat? chat = null, IRowStore? rows = null, FakeTime? time = null) => new(rows ?? Rows, chat ?? new(Platform, Chat.Limits.Finds), platform: Platform, time: time ?? Time);

    public void With(Func<Kit, Kit> change)
    {
        Kit = change(Kit);
        _pass = Passes();
    }

    public Task Open(string workshop = Workshop, string room = Room, string? root = null) => new RoomLanes(Lanes).Open(workshop, room, root).AsTask();

    /// <summary>Opens the room and commits the beginning.</summary>
    public async Task Begin(params string[] people)
    {
        await Open();
        await Commit([.. Toys.Begin(people), Toys.Says("one")]);
    }

    public Task<long> Commit(params WorkshopEvent[] events) => Commits.Append(Journal, Workshop, events, Time.GetUtcNow(), default);

    /// <summary>One pass; it must not wait for anything.</summary>
    public async Task<Visited> Pass(params string[] heard)
    {
        var pass = _pass.Run(heard.ToHashSet());
        Assert.True(pass.IsCompleted, "It waits.");
        return await pass;
    }

    /// <summary>A pass that may never end.</summary>
    public Task<Visited> BeginPass() => _pass.Run(new HashSet<string>());

    public async Task<Workshop> State() => (await Kit.Read(Workshop, default)).State;

    public async Task<LaneRow> Lane(string room = Room) => (await Lanes.Find(Workshop, room))!.Lane;

    public async Task<MessageRow?> Row(string key, int page = 0, string room = Room) => await Lanes.Message(Workshop, room, key, page);

    /// <summary>Nothing is left to be done, whoever has written that down.</summary>
    public async Task<bool> IsTrue()
    {
        await using var keeper = new Keeper(Kit);
        return await keeper.IsTrue(Workshop);
    }

    /// <summary>Everything is up to date, and shows the text.</summary>
    public async Task Shows(string key, string text)
    {
        Assert.True(await IsTrue());
        Assert.Contains($" {text} ", Platform.Of(key).Single(shown => !shown.Deleted).Text, StringComparison.Ordinal);
    }

    // All goes on the thread that asks: nothing is held.
    async ValueTask<Present> Read(string workshop, CancellationToken ct) => (await new Standings(Journal, Playbook.Standard).Load(workshop, ct)).Present;

    WorkshopPass Passes() => new(Kit, _paces, _idle, Workshop, CancellationToken.None);
}
