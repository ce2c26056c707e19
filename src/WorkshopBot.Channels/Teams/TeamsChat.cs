using Azure.Core;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Teams.Answers;
using WorkshopBot.Channels.Teams.Auth;
using WorkshopBot.Channels.Teams.Cards;
using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Channels.Teams.Inbound;
using WorkshopBot.Channels.Teams.Protocol;
using WorkshopBot.Channels.Teams.Rooms;

namespace WorkshopBot.Channels.Teams;

/// <summary>Microsoft Teams put together: the channel that messages are kept in, and the door. Which bot stands behind the door is said when it is opened.</summary>
public sealed class TeamsChat : IAsyncDisposable
{
    public const string Platform = TeamsKey.Platform;

    readonly CardDeck _deck;
    readonly IChatBook _book;
    readonly TimeProvider _time;
    readonly ILogger _log;
    readonly HttpClient _http = ConnectorClient.Http();
    readonly SigningKeys? _keys;
    readonly SigningKeys? _peopleKeys;
    readonly SsoTokens? _people;
    readonly TeamsBook _known;
    readonly TeamsSender _sender;
    readonly TeamsSpots _spots;
    readonly Afterwards _later;
    readonly InboundTokens? _tokens;
    Task? _stopped;

    /// <param name="settings">What the operator has set.</param>
    /// <param name="deck">The cards.</param>
    /// <param name="book">What is remembered.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Failures and refusals, without what anybody said.</param>
    /// <param name="credential">What the bot proves itself with; null for what the settings say.</param>
    public TeamsChat(TeamsSettings settings, CardDeck deck, IChatBook book, TimeProvider time, ILogger log, TokenCredential? credential = null)
    {
        (Settings, _deck, _book, _time, _log) = (settings, deck, book, time, log);
        var tokens = new ConnectorTokens(credential ?? Credentials.Of(settings), settings.Cloud, time, log, settings.AllowLoopback);
        var client = new ConnectorClient(_http, async (host, ct) => await tokens.For(host, ct).ConfigureAwait(false) switch
        {
            ConnectorToken.Bearer bearer => bearer.Token,
            ConnectorToken.Anonymous => null,
            // Nothing has been sent, so it can be sent later.
            _ => throw new HttpRequestException("There is no token."),
        }, host => ServiceUrls.Allows(settings.Cloud, host, settings.AllowLoopback), time);
        _known = new(book);
        _sender = new(client, new Throttle(time), _known, time);
        // The id is the app's; a bot without one is called as the service of development calls it.
        var bot = $"28:{settings.AppId ?? "bot"}";
        _spots = new(_sender, _known, bot);
        _later = new(log);
        Channel = new TeamsChannel(_sender, _spots, Kept, settings.BotName, log);
        if (settings.AppId is not { } app)
            return;
        _tokens = new(settings.Cloud, app, _keys = new(settings.Cloud.Metadata, time, log), time, settings.AllowLoopback);
        _people = new(settings.Cloud, app, settings.SsoResource, _peopleKeys = new(settings.Cloud.PeopleKeys, time, log), time);
    }

    public TeamsSettings Settings { get; }

    public IChannel Channel { get; }

    /// <summary>How many answers are still to be told.</summary>
    public int Pending => _later.Count;

    /// <summary>Opens the door onto a bot.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="desk">The bot.</param>
    /// <param name="languages">Languages there are texts for.</param>
    public void Map(IEndpointRouteBuilder routes, IChatDesk desk, IReadOnlyList<string> languages)
    {
        var notes = new TeamsNotes(_book);
        var people = new TeamsPeople(_known, notes, languages);
        var answers = new TeamsAnswers(_sender, _spots, _book, Fit, _later, new RoomProbe(_sender, _spots, _known).Run, _time, Settings.Targeted);
        var guests = new TeamsGuests(_sender, _spots, _known, _time);
        var events = new RoomEvents(desk, people, guests, notes, _known, answers, _sender, _spots, _later);
        var inbound = new TeamsInbound(desk, people, guests, new TeamsInvokes(desk, answers, Fit, Settings.BotName), events, answers, Settings.Targeted);
        routes.MapTeams(new(_tokens, Settings), inbound.Serve, _log);
    }

    /// <summary>Who a tab's token is of: tenant, person and name; null for nobody.</summary>
    public async Task<(string Tenant, string User, string Name)?> SignedIn(string token, CancellationToken ct) =>
        _people is not null && await _people.Verify($"Bearer {token}", ct).ConfigureAwait(false) is PersonCheck.Valid valid ? (valid.Tenant, valid.Person, valid.Name ?? "") : null;

    /// <summary>Tells the answers that are left, for a short while. Messages can still be kept in the channel.</summary>
    public Task Stop() => _stopped ??= _later.DisposeAsync().AsTask();

    /// <summary>The same where that has not begun; the channel is no more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped is null)
            await Stop().ConfigureAwait(false);
        _http.Dispose();
        _keys?.Dispose();
        _peopleKeys?.Dispose();
    }

    async ValueTask<BoundCard> Kept(Message message, CancellationToken ct)
    {
        var viewers = new List<string>();
        foreach (var key in message.Views)
            if ((await _known.Person(key, ct).ConfigureAwait(false))?.Id is { } id)
                viewers.Add(id);
        var bound = _deck.Bind(message);
        return bound with { Json = TeamsCard.Fit(bound.Json, TeamsSurface.Kept, message, viewers) };
    }

    // What was done is done: an answer whose card cannot be made is told in words.
    async ValueTask<BoundCard?> Fit(Message message, TeamsSurface surface, CancellationToken ct)
    {
        try
        {
            if (surface == TeamsSurface.Kept)
                return await Kept(message, ct).ConfigureAwait(false);
            var bound = _deck.Bind(message);
            return bound with { Json = TeamsCard.Fit(bound.Json, surface, message) };
        }
        catch (CardException e)
        {
            _log.LogError("The card of an answer cannot be made: {Faults}", string.Join("; ", e.Faults.Select(fault => fault.Card)));
            return null;
        }
    }
}
