using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Slack.Answers;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Slack.Rooms;
using WorkshopBot.Channels.Slack.Socket;

namespace WorkshopBot.Channels.Slack;

/// <summary>Slack put together: the channel that messages are kept in, and the doors, over HTTP or over connections of our own. Which bot stands behind them is said when they are opened.</summary>
public sealed class SlackChat : IAsyncDisposable
{
    public const string Platform = SlackKey.Platform;

    readonly TimeProvider _time;
    readonly ILogger _log;
    readonly HttpClient _http = SlackApi.Http();
    readonly SlackInstalls _installs;
    readonly SlackInstallDoor? _door;
    readonly SlackApi _api;
    readonly SlackBook _book;
    readonly SlackSpots _spots;
    readonly SlackCards _cards;
    readonly SlackPeople _people;
    readonly Afterwards _later;
    readonly CancellationTokenSource _stopping = new();
    readonly SlackAsking _asking;
    SlackSocket? _socket;
    IChatDesk? _desk;
    Task _connected = Task.CompletedTask;
    Task? _stopped;

    /// <param name="settings">What the operator has set.</param>
    /// <param name="deck">The cards.</param>
    /// <param name="book">What is remembered.</param>
    /// <param name="seal">Seals tokens.</param>
    /// <param name="languages">Languages there are texts for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Failures and refusals, without what anybody said.</param>
    public SlackChat(SlackSettings settings, CardDeck deck, IChatBook book, SlackSeal seal, IReadOnlyList<string> languages, TimeProvider time, ILogger log)
    {
        (Settings, _time, _log) = (settings, time, log);
        var loopback = settings.ApiUrl.IsLoopback;
        _book = new(book);
        _asking = new(_http, settings.ApiUrl, loopback, time);
        if (settings.BotToken is { } token)
            _installs = new OneInstall(token, _asking.Ask, time, log);
        else
        {
            var kept = new KeptInstalls(book, seal, _asking.Ask, settings.Client!, time, log) { Returned = Returned };
            (_installs, _door) = (kept, new(settings, kept, _asking.Ask, seal, time, log, languages));
        }
        _api = new(_http, settings.ApiUrl, loopback, _installs, _book.Organisation, new SlackThrottle(time), time, log);
        _spots = new(_api, _book);
        _people = new(_api, _book, languages, time, log);
        _cards = new(deck, log);
        _later = new(log);
        Channel = new SlackChannel(_api, _spots, _cards.Kept, settings.BotName, log);
    }

    public SlackSettings Settings { get; }

    public IChannel Channel { get; }

    /// <summary>How many answers are still to be told.</summary>
    public int Pending => _later.Count;

    /// <summary>How many connections of our own Slack has greeted; none where it calls us.</summary>
    public int Connections => _socket?.Open ?? 0;

    /// <summary>Opens the doors onto a bot.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="desk">The bot.</param>
    public void Map(IEndpointRouteBuilder routes, IChatDesk desk)
    {
        _desk = desk;
        _door?.Map(routes);
        var listeners = new Listeners(_people, _spots, _time);
        var rooms = new SlackRooms(_api, _book, _people, _time);
        var writer = new SlackWriter(_api, new ResponseUrls(_http, Settings.Answers, _log));
        var answers = new SlackAnswers(writer, _spots, new SlackFiles(_api, _http, Settings.ApiUrl.IsLoopback, _time), _cards, new RoomProbe(rooms, Settings.BotName), _later);
        var modals = new SlackModals(_api, _later, _time, Settings.BotName);
        var home = new SlackHome(desk, listeners, _cards, _api, _later);
        var starts = new SlackStarts(desk, modals, _cards, answers, rooms, _later);
        var presses = new SlackPresses(desk, listeners, answers, modals, _cards, starts, new PutMessages(_api, _people, _time), home, _later);
        var acts = new ModalActs(desk, listeners, answers, modals, _cards, starts, home, _later);
        var intake = new SlackIntake(desk, _people, listeners, answers, presses, acts, home, new RoomHappenings(desk, listeners, rooms, _installs, answers, _later, _log), _log);
        var reader = new SlackReader(async (install, ct) => (await _installs.Find(install, ct).ConfigureAwait(false))?.BotUser, _book.Known);
        if (Settings.AppToken is { } token)
            _socket = new(new() { Connections = Settings.Connections, AllowLoopback = Settings.ApiUrl.IsLoopback }, ct => Address(token, ct), new(reader, intake.Serve, _log), _time, Random.Shared.NextDouble, _log);
        else
            routes.MapSlack(new([.. Settings.SigningSecrets], _time), reader, intake.Serve, _log);
    }

    /// <summary>Connects, where nobody calls us. With a token of its own it is as after an install: what could not be reached with an earlier one is tried.</summary>
    public void Start()
    {
        _connected = _socket?.Run(_stopping.Token) ?? Task.CompletedTask;
        if (_installs is OneInstall one)
            _later.Run("begun", async ct =>
            {
                if (await one.Id(ct).ConfigureAwait(false) is { } install)
                    Returned(install);
            });
    }

    /// <summary>Begins to close the connections of our own, where there are any. Returns at once.</summary>
    public void Close() => _stopping.Cancel();

    /// <summary>Takes nothing more, and tells the answers that are left, for a short while. Messages can still be kept in the channel.</summary>
    public Task Stop() => _stopped ??= End();

    /// <summary>The same where that has not begun; the channel is no more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped is null)
            await Stop().ConfigureAwait(false);
        _http.Dispose();
        _stopping.Dispose();
    }

    async Task End()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _connected.ConfigureAwait(false);
        await _later.DisposeAsync().ConfigureAwait(false);
    }

    async Task<Uri?> Address(string token, CancellationToken ct) =>
        await _asking.Ask(new(SlackMethods.Connect), new("Bearer", token), ct).ConfigureAwait(false) is SlackReply.Done done && Uri.TryCreate(done.Text("url"), UriKind.Absolute, out var url) ? url : null;

    // What waited there can go on.
    void Returned(InstallId install) => _later.Run($"returned {install}", async ct =>
    {
        foreach (var room in await _book.Rooms(install, ct).ConfigureAwait(false))
            _desk?.Heard(new(room, ""));
    });
}
