using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Turns;

/// <summary>A loop, and people who type into it.</summary>
public sealed class Talk : IAsyncDisposable
{
    readonly List<TurnLoop> _others = [];
    readonly Playbook _playbook;
    readonly long _cacheBytes;
    readonly bool _alone;
    int _turns;
    int _ids;

    public Talk(IRowStore? rows = null, Playbook? playbook = null, long cacheBytes = TurnLoop.CacheBytes, ILogger? log = null, ManualTime? time = null, bool looks = false, bool alone = false)
    {
        Time = time ?? new();
        (Rows, _playbook, _cacheBytes, _alone) = (rows ?? new MemoryRowStore(Time), playbook ?? Playbook.Standard, cacheBytes, alone);
        Log = log ?? NullLogger.Instance;
        Agenda = looks ? new(Rows, Time, new()) : null;
        Loop = Another();
    }

    public ManualTime Time { get; }

    /// <summary>The looks that are to be taken; null where nobody takes any.</summary>
    public Agenda? Agenda { get; }

    public IRowStore Rows { get; }

    public ILogger Log { get; }

    public TurnLoop Loop { get; private set; }

    public TurnLoop Another()
    {
        var loop = new TurnLoop(Rows, _playbook, new([new JsonExport()]), Time, () => $"m-{Interlocked.Increment(ref _ids)}", Log, _cacheBytes, new() { Agenda = Agenda }, _alone);
        _others.Add(loop);
        return loop;
    }

    /// <summary>Everything held in memory is gone; the rows stay.</summary>
    public async Task Restart()
    {
        await Loop.DisposeAsync();
        Loop = Another();
    }

    /// <summary>Lets time go by, half a day at a time or less, and takes the looks that come due meanwhile.</summary>
    public async Task Passes(TimeSpan span)
    {
        for (var end = Time.Now + span; Time.Now < end;)
        {
            Time.Now += new[] { TimeSpan.FromHours(12), end - Time.Now }.Min();
            for (var shard = 0; shard < Agenda.Shards; shard++)
                foreach (var look in await Agenda!.Due(shard, Time.Now))
                    if (await Agenda.Claim(look) is { } claimed)
                    {
                        await Loop.Sweep(claimed.Workshop, default);
                        await Agenda.Done(claimed);
                    }
        }
    }

    /// <summary>A turn with an id of its own.</summary>
    public Turn Turn(string person, string text, string room = "r", bool isPrivate = false, string? id = null) => new(
        id ?? $"t-{Interlocked.Increment(ref _turns)}", new("web:local:" + person, person, "UTC", "en"),
        isPrivate ? new($"web:local:@{person}", "@" + person) : new("web:local:" + room, room), text, isPrivate);

    public Task<Reply> Say(string person, string text, string room = "r", bool isPrivate = false, string? id = null) => Loop.Deliver(Turn(person, text, room, isPrivate, id));

    /// <summary>Says it, and it must be taken.</summary>
    public async Task<string> Takes(string person, string text, string room = "r", bool isPrivate = false, string? id = null)
    {
        var reply = await Say(person, text, room, isPrivate, id);
        Assert.True(reply.Kind == ReplyKind.Answered, $"{text}: {reply}");
        return reply.Text;
    }

    /// <summary>Says it, and it must be refused.</summary>
    public async Task<string> Refuses(string person, string text, string room = "r", bool isPrivate = false, string? id = null)
    {
        var reply = await Say(person, text, room, isPrivate, id);
        Assert.True(reply.Kind == ReplyKind.Refused, $"{text}: {reply}");
        return reply.Text;
    }

    /// <summary>A workshop of Ann's in which stages stand and goals may come.</summary>
    public async Task StartGoals(string room = "r", string title = "Bikes")
    {
        await Takes("ann", $"start {title}", room);
        await Takes("ann", "goto stages", room);
        await Takes("ann", "Research, Purchase", room);
        await Takes("ann", "goto goals", room);
    }

    public async Task<Workshop> Map(string room = "r") => (await Loop.Looking.Find("web:local:" + room))!;

    public async Task<string> Export(string room = "r") => System.Text.Encoding.UTF8.GetString(new JsonExport().Write(await Map(room)).Bytes);

    public async ValueTask DisposeAsync()
    {
        foreach (var loop in _others)
            await loop.DisposeAsync();
        await Rows.DisposeAsync();
    }
}
