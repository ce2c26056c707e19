using WorkshopBot.Channels;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Journal;
using WorkshopBot.Keeping;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot;

/// <summary>The bot put together on one storage: the loop that hears, the keeper that keeps messages true, and the worker that looks again. Its doors are opened elsewhere.</summary>
public sealed class Bot : IAsyncDisposable
{
    readonly AgendaWorker _worker;

    /// <param name="rows">The storage.</param>
    /// <param name="playbook">The steps.</param>
    /// <param name="exports">The exports.</param>
    /// <param name="deck">The cards.</param>
    /// <param name="channels">The chats whose messages are kept.</param>
    /// <param name="link">Makes a link to a workshop's map, or to a file of it in a format.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ids">Ids of workshops.</param>
    /// <param name="log">Failures.</param>
    /// <param name="alone">The storage serves one process at a time: what an earlier one left behind is not waited for.</param>
    public Bot(IRowStore rows, Playbook playbook, Handing exports, CardDeck deck, IReadOnlyList<IChannel> channels, Func<string, Workshop, string?, string> link, TimeProvider time, Func<string> ids, ILogger log, bool alone = false)
    {
        // Names what this process holds and sends, so that a later one knows that it was not itself.
        var life = Guid.NewGuid().ToString("n")[..12] + ".";
        var agenda = new Agenda(rows, time, new());
        var lanes = new Lanes(rows);
        var threads = new Threads(lanes, Reactions.Root, time);
        Loop = new(rows, playbook, exports, time, ids, log, alone: alone, outside: new()
        {
            Agenda = agenda,
            Link = (workshop, state) => link(workshop, state, null),
            FileLink = link,
            Committed = workshop => Keeper!.Wake(workshop),
            Heard = (workshop, room) => Keeper!.Heard(workshop, room),
            IsThread = threads.Is,
            Unsure = (workshop, ct) => Keeper!.Unsure(workshop, ct),
            Unreached = (workshop, ct) => Keeper!.Unreached(workshop, ct),
            PostsAgain = (workshop, key, ct) => Keeper!.PostAgain(workshop, key, ct),
            Opens = (workshop, room, root, ct) => new RoomLanes(lanes).Open(workshop, room, root, ct),
        });
        Keeper = new(new(
            lanes, new(rows), agenda, Loop.Looking.Read, new(Reactions.To, Reactions.All, Reactions.Show, Reactions.Blank) { Personal = Reactions.Personal },
            new(AnswerCards.Data, deck.Mark, message => deck.Bind(message)), channels, time, () => life + Guid.NewGuid().ToString("n"), log)
        {
            Hands = !alone, Ended = name => alone && !name.StartsWith(life, StringComparison.Ordinal),
        });
        _worker = new(agenda, Keeper, Loop.Sweep, time, log);
    }

    public TurnLoop Loop { get; }

    public Keeper Keeper { get; }

    /// <summary>Begins to look for what an earlier process left behind.</summary>
    public void Start() => _worker.Start();

    /// <summary>A room, or a person's own chat by the person's key, is there for us: what is not up to date there need not wait. Returns at once.</summary>
    public void Look(string place) => _ = Wake(place);

    /// <summary>A message of a workshop was seen in a place. Returns at once.</summary>
    public void Seen(string workshop, string key, Address where, string platformId) => Keeper.Seen(workshop, key, where, platformId);

    /// <summary>Takes no more turns, answers those it has, finishes the calls under way and gives back what it holds; all within eight seconds, whoever does not answer. The storage is the caller's to close, afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        await _worker.Stop();
        await Task.WhenAll(Loop.DisposeAsync().AsTask(), Keeper.DisposeAsync().AsTask());
        // Only now: who comes for it finds the lanes free.
        await Task.WhenAll(_worker.DisposeAsync().AsTask(), Keeper.HandOver());
    }

    async Task Wake(string place)
    {
        try
        {
            if (await Loop.Looking.WorkshopOf(place) is { } workshop)
                Keeper.Heard(workshop, place);
            else
                foreach (var (id, _) in await Loop.Looking.Mine(place))
                    Keeper.Heard(id, place);
        }
        catch (StorageUnavailableException)
        {
            // The agenda will look again.
        }
    }
}
