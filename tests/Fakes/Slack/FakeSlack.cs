using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WorkshopBot.Fakes.Slack;

/// <summary>
/// Slack as far as an app sees it, on a loopback port: workspaces with people and channels, the Web API with what it refuses and in its words, its rate limits, its windows,
/// and the deliveries to the app's own doors or over web sockets. It goes wrong when told to. What is not in it is not a promise of the real one.
/// </summary>
public sealed class FakeSlack : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly Dictionary<string, FakeSlackTeam> _teams = new(StringComparer.Ordinal);
    readonly Dictionary<string, FakeSlackEnterprise> _enterprises = new(StringComparer.Ordinal);
    readonly Dictionary<string, FakeSlackChannel> _channels = new(StringComparer.Ordinal);
    readonly Dictionary<string, FakeSlackPerson> _people = new(StringComparer.Ordinal);
    readonly List<FakeSlackRequest> _requests = [];
    readonly List<string> _slips = [];
    readonly List<FakeSlackLive> _live = [];
    (long Second, int Count) _ts;
    int _number;

    FakeSlack(WebApplication app, TimeProvider time, int seed)
    {
        (_app, Time, Random) = (app, time, new(seed));
        (Rates, Triggers, Deliverer, Sockets, OAuth, Uploads, Acks) = (new(time), new(this), new(this), new(this), new(this), new(this), new(this));
    }

    /// <summary>Starts one. All its time is that of the clock given; the seed decides what comes first where Slack does not say.</summary>
    public static async Task<FakeSlack> Start(TimeProvider? time = null, int seed = 1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 20_000_000);
        var fake = new FakeSlack(builder.Build(), time ?? TimeProvider.System, seed);
        fake._app.UseWebSockets();
        fake._app.Run(new SlackRoutes(fake).Answer);
        await fake._app.StartAsync();
        return fake;
    }

    public Uri Host => new(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <summary>What the methods of the Web API stand under.</summary>
    public Uri Api => new(Host, "/api/");

    /// <summary>What an install may do that is asked for nothing else: what the app's manifest asks for.</summary>
    public static IReadOnlyList<string> Scopes { get; } = SlackOAuth.ManifestScopes.Split(',');

    /// <summary>Where somebody is sent to install the app.</summary>
    public Uri AuthorizePage => new(Host, "/oauth/v2/authorize");

    public string AppId { get; } = SlackIds.Of('A', "app");

    public string ClientId { get; } = "1234567890.9876543210";

    public string ClientSecret { get; } = SlackIds.Secret("client");

    /// <summary>What every delivery is signed with.</summary>
    public string SigningSecret { get; set; } = SlackIds.Secret("signing");

    /// <summary>The token that opens web sockets.</summary>
    public string AppToken { get; } = "xapp" + "-1-" + SlackIds.Secret("app");

    public string BotName { get; init; } = "workshopbot";

    /// <summary>The app's doors; null while it has none.</summary>
    public FakeSlackDoors? Doors { get; set; }

    /// <summary>Deliveries go over web sockets, and none over HTTP.</summary>
    public bool IsSocketMode { get; set; }

    /// <summary>The events the app has subscribed to, as its manifest does; messages by the kind of their channel.</summary>
    public ISet<string> Events { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "app_home_opened", "app_mention", "app_uninstalled", "channel_archive", "channel_deleted", "channel_id_changed", "channel_left", "channel_rename", "channel_unarchive",
        "grid_migration_finished", "grid_migration_started", "group_archive", "group_deleted", "group_left", "group_rename", "group_unarchive", "member_joined_channel",
        "member_left_channel", "message.channels", "message.groups", "message.im", "team_access_granted", "tokens_revoked",
    };

    /// <summary>The app hears of its own messages, as it does of everybody's.</summary>
    public bool Echoes { get; set; } = true;

    /// <summary>An event that was not taken comes again: at once, after a minute and after five more, by the fake's clock.</summary>
    public bool Retries { get; set; } = true;

    /// <summary>How long Slack waits for an answer, by the fake's clock.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The app's tab for messages is on: without it nobody can be written to.</summary>
    public bool HasMessagesTab { get; set; } = true;

    public bool HasHomeTab { get; set; } = true;

    /// <summary>Of what is done in a window or by a shortcut the app is told the workspace, where it is installed for all of an organisation's.</summary>
    public bool TellsTeam { get; set; } = true;

    /// <summary>Tokens live twelve hours, and are renewed.</summary>
    public bool RotatesTokens { get; set; }

    /// <summary>How many messages a channel takes at once before it is one a second.</summary>
    public int PostBurst { get => Rates.Burst; set => Rates.Burst = value; }

    /// <summary>Blocks of these types are refused, as in a workspace that does not know them yet.</summary>
    public ISet<string> UnknownBlocks { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>All that was asked, in its order.</summary>
    public IReadOnlyList<FakeSlackRequest> Requests => Locked(() => _requests.ToArray());

    /// <summary>What Slack may let pass and the app should not do: arguments there are none of, answers nobody understands. Empty for an app in order.</summary>
    public IReadOnlyList<string> Slips => Locked(() => _slips.ToArray());

    /// <summary>Mentions and broadcasts that would have been live in what the app sent.</summary>
    public IReadOnlyList<FakeSlackLive> Live => Locked(() => _live.ToArray());

    /// <summary>Everything that was delivered, or was to be.</summary>
    public IReadOnlyList<FakeSlackDelivery> Deliveries => Deliverer.All;

    /// <summary>How often a call was refused by the counts, not by a fault that was ordered.</summary>
    public int ThrottleHits => Rates.Hits;

    /// <summary>The most calls of each method, for a workspace, in any minute; posts also for their channel.</summary>
    public IReadOnlyList<FakeSlackPeak> Peaks => Rates.Peaks;

    /// <summary>Files the app shared.</summary>
    public IReadOnlyList<FakeSlackFile> Files => Uploads.Files;

    /// <summary>Web sockets that are open.</summary>
    public int OpenSockets => Sockets.Count;

    /// <summary>What the next calls of a method come to (response_url and upload are methods too), so many of them; <paramref name="after"/> calls go well first.</summary>
    public void Next(SlackFault fault, int times = 1, string? on = null, FakeSlackChannel? channel = null, int after = 0) => Script.Add(fault, times, on, channel?.Id, after);

    /// <summary>Nothing more goes wrong.</summary>
    public void Mend() => Script.Clear();

    /// <summary>A workspace; the same for the same name. The app is not installed in it.</summary>
    public FakeSlackTeam Team(string name, FakeSlackEnterprise? enterprise = null) => Locked(() => _teams.TryGetValue(name, out var known) ? known : _teams[name] = new(this, name, enterprise));

    /// <summary>An organisation of several workspaces.</summary>
    public FakeSlackEnterprise Enterprise(string name) => Locked(() => _enterprises.TryGetValue(name, out var known) ? known : _enterprises[name] = new(this, name));

    /// <summary>A channel by its id; null for none.</summary>
    public FakeSlackChannel? Find(string? channel) => Locked(() => _channels.GetValueOrDefault(channel ?? ""));

    /// <summary>What Slack would refuse of blocks on a surface (message, modal, home); for a whole view the surface is view. Empty for what it takes.</summary>
    public static IReadOnlyList<string> Faults(string surface, JsonNode? blocks) =>
        [.. (surface == "view" ? BlockValidator.View(blocks, "/view") : BlockValidator.Blocks(surface, blocks, "/blocks")).Select(SlackContent.Said), .. surface == "message" && blocks is JsonArray all && BlockValidator.IsTooLong(all) ? ["msg_blocks_too_long"] : Array.Empty<string>()];

    /// <summary>Delivers anything at all, signed as everything is.</summary>
    public Task<FakeSlackAnswer> Delivers(FakeSlackKind kind, JsonObject payload) => Deliverer.Send(kind, payload);

    /// <summary>Asks whether the door for events is the app's; true when the answer is right.</summary>
    public async Task<bool> Verifies()
    {
        var challenge = SlackIds.Secret("challenge");
        var answer = await Delivers(FakeSlackKind.Event, new() { ["token"] = "legacy-verification-token", ["challenge"] = challenge, ["type"] = "url_verification" });
        return answer.IsOk && (answer.Text == challenge || (string?)answer.Body?["challenge"] == challenge);
    }

    /// <summary>Says that the app was sent too many events for a minute.</summary>
    public Task<FakeSlackAnswer> TellsOfTooMany(FakeSlackTeam team) => Delivers(FakeSlackKind.Event, new()
    {
        ["token"] = "legacy-verification-token", ["type"] = "app_rate_limited", ["team_id"] = team.Id, ["minute_rate_limited"] = Time.GetUtcNow().ToUnixTimeSeconds() / 60 * 60, ["api_app_id"] = AppId,
    });

    /// <summary>Delivers an event once more, as after an answer that was lost.</summary>
    public Task<FakeSlackAnswer> Redeliver(FakeSlackDelivery delivery) => Deliverer.Again(delivery);

    /// <summary>Waits until whatever is on its way by itself, such as what the app hears of its own messages, has been delivered once.</summary>
    public Task Settled() => Deliverer.Settled();

    /// <summary>Tells every web socket to go away, or only warns it; the app is to open others.</summary>
    public Task Disconnects(string reason = "refresh_requested", bool closes = true) => Sockets.Disconnect(reason, closes);

    /// <summary>Cuts every web socket without a word.</summary>
    public void CutsSockets() => Sockets.Abort();

    public async ValueTask DisposeAsync()
    {
        await Deliverer.DisposeAsync();
        Sockets.Abort();
        await _app.DisposeAsync();
    }

    internal Lock Gate { get; } = new();

    internal TimeProvider Time { get; }

    internal Random Random { get; }

    internal SlackRates Rates { get; }

    internal SlackScript Script { get; } = new();

    internal SlackTriggers Triggers { get; }

    internal SlackDeliverer Deliverer { get; }

    internal SlackSockets Sockets { get; }

    internal SlackOAuth OAuth { get; }

    internal SlackUploads Uploads { get; }

    internal SlackAcks Acks { get; }

    internal List<FakeSlackInstall> Installs { get; } = [];

    internal T Locked<T>(Func<T> what)
    {
        lock (Gate)
            return what();
    }

    /// <summary>An id of a message: by the clock, and never twice.</summary>
    internal string NewTs()
    {
        lock (Gate)
        {
            var now = Time.GetUtcNow().ToUnixTimeSeconds();
            _ts = now > _ts.Second ? (now, 100) : (_ts.Second, _ts.Count + 100);
            return string.Create(CultureInfo.InvariantCulture, $"{_ts.Second}.{_ts.Count % 1_000_000:000000}");
        }
    }

    internal int NewNumber() => Interlocked.Increment(ref _number);

    internal string NewName() => SlackIds.Secret("name" + NewNumber().ToString(CultureInfo.InvariantCulture), 5);

    internal void Slip(string what)
    {
        lock (Gate)
            _slips.Add(what);
    }

    internal void Watch(IEnumerable<FakeSlackLive> live)
    {
        lock (Gate)
            _live.AddRange(live);
    }

    internal void Note(FakeSlackRequest request)
    {
        lock (Gate)
            _requests.Add(request);
    }

    internal FakeSlackPerson? FindPerson(string? id) => Locked(() => _people.GetValueOrDefault(id ?? ""));

    internal FakeSlackTeam? FindTeam(string? id) => Locked(() => _teams.Values.FirstOrDefault(team => team.Id == id));

    internal FakeSlackPerson Person(string id, Func<FakeSlackPerson> made) => Locked(() => _people.TryGetValue(id, out var known) ? known : _people[id] = made());

    internal FakeSlackChannel Channel(string id, Func<FakeSlackChannel> made) => Locked(() => _channels.TryGetValue(id, out var known) ? known : _channels[id] = made());

    internal IEnumerable<FakeSlackChannel> ChannelsOf(FakeSlackPerson person) => Locked(() => _channels.Values.Where(channel => channel.Members.Contains(person)).ToArray());

    internal IReadOnlyList<T> Shuffled<T>(IReadOnlyList<T> all) => Locked(() => all.OrderBy(_ => Random.Next()).ToArray());

    internal IEnumerable<FakeSlackPerson> People => Locked(() => _people.Values.ToArray());
}
