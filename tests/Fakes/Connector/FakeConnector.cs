using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WorkshopBot.Fakes.Connector;

/// <summary>
/// The Bot Connector of Microsoft Teams as far as bots see it, on a loopback port: it keeps conversations and what is written in them, refuses what the real one
/// refuses and with its words, counts what its throttles count, and goes wrong when told to. What is not in it is not a promise of the real one.
/// </summary>
public sealed class FakeConnector : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly Dictionary<string, FakePlace> _places = new(StringComparer.Ordinal);
    readonly Dictionary<string, FakePerson> _people = new(StringComparer.Ordinal);
    readonly Dictionary<string, FakeTeam> _teams = new(StringComparer.Ordinal);
    readonly List<FakeRequest> _requests = [];
    readonly List<(FakeCall Call, FakePlace Place, bool Top)> _done = [];
    long _lastId = 1795323280000;

    FakeConnector(WebApplication app, TimeProvider time) => (_app, Time, Throttles) = (app, time, new(time));

    /// <summary>Starts one. Its throttles go by the clock given.</summary>
    public static async Task<FakeConnector> Start(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 10_000_000);
        var fake = new FakeConnector(builder.Build(), time ?? TimeProvider.System);
        fake._app.Run(new ConnectorRoutes(fake).Answer);
        await fake._app.StartAsync();
        return fake;
    }

    /// <summary>Where the bot finds it, as activities say.</summary>
    public Uri ServiceUrl => new(Host, $"/emea/{TenantId}/");

    /// <summary>Its host alone; any path before /v3 is as good as another.</summary>
    public Uri Host => new(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    public string TenantId { get; } = Ids.Guid("tenant");

    public string AppId { get; } = Ids.Guid("bot");

    public string BotId => "28:" + AppId;

    public string BotName { get; init; } = "WorkshopBot";

    /// <summary>The bearer token that calls must carry; null: any, or none.</summary>
    public string? Token { get; set; }

    /// <summary>Bytes of UTF-16 a message may have.</summary>
    public int MostBytes { get; set; } = 102_400;

    /// <summary>All that was asked, in its order.</summary>
    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (Gate)
                return [.. _requests];
        }
    }

    /// <summary>How often a call was throttled by the counts, not by a fault that was ordered.</summary>
    public int ThrottleHits => Throttles.Hits;

    /// <summary>How near each limit was come to.</summary>
    public IReadOnlyList<ThrottlePeak> ThrottlePeaks => Throttles.Peaks;

    /// <summary>What the next calls come to, so many of them. <paramref name="after"/> calls of the kind go well first. A conversation may be named with its thread or without.</summary>
    public void Next(Fault fault, int times = 1, FakeCall? on = null, string? conversation = null, int after = 0) => Script.Add(fault, times, on, conversation, after);

    /// <summary>Nothing more goes wrong.</summary>
    public void Mend() => Script.Clear();

    /// <summary>Somebody in the tenant; <paramref name="role"/> is user or guest. The same for the same name.</summary>
    public FakePerson Person(string name, string role = "user", string? tenant = null)
    {
        lock (Gate)
            return _people.TryGetValue(name, out var known) ? known : _people[name] = new(this, name, role, tenant ?? TenantId);
    }

    public FakeTeam Team(string name)
    {
        lock (Gate)
        {
            var id = $"19:{Ids.Opaque("team " + name)}@thread.tacv2";
            if (_teams.TryGetValue(id, out var known))
                return known;
            _places[id] = new(this, FakePlaceKind.Channel, id, "General", _teams[id] = new(id, name, Ids.Guid("group " + name)), "standard");
            return _teams[id];
        }
    }

    /// <summary>A channel the bot is installed in; of a team "CX Team" when none is named.</summary>
    public FakePlace Channel(string name, FakeTeam? team = null, string type = "standard", params FakePerson[] members) =>
        Place(FakePlaceKind.Channel, $"19:{Ids.Opaque("channel " + name)}@thread.tacv2", name, team ?? Team("CX Team"), type).Add(members);

    public FakePlace GroupChat(string name, params FakePerson[] members) =>
        Place(FakePlaceKind.GroupChat, $"19:{Ids.Opaque("chat " + name)}@thread.v2", name, null, "").Add(members);

    /// <summary>The chat of a meeting.</summary>
    public FakePlace Meeting(string name, params FakePerson[] members) =>
        Place(FakePlaceKind.GroupChat, $"19:meeting_{Ids.Opaque("meeting " + name)}@thread.v2", name, null, "").Add(members);

    /// <summary>A place by its id, with or without a thread; null for none.</summary>
    public FakePlace? Find(string conversation)
    {
        lock (Gate)
            return _places.GetValueOrDefault(Ids.Base(conversation));
    }

    /// <summary>What was done, in one place or in all.</summary>
    public FakeCounts Counts(FakePlace? place = null)
    {
        lock (Gate)
            return FakeCounts.Of(_done.Where(one => place is null || one.Place == place));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    internal Lock Gate { get; } = new();

    internal TimeProvider Time { get; }

    internal ThrottleTable Throttles { get; }

    internal Script Script { get; } = new();

    internal string NewId() => Interlocked.Increment(ref _lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal FakePlace Place(FakePlaceKind kind, string id, string name, FakeTeam? team, string type)
    {
        lock (Gate)
            return _places.TryGetValue(id, out var known) ? known : _places[id] = new(this, kind, id, name, team, type);
    }

    internal FakePerson? FindPerson(string? id)
    {
        lock (Gate)
            return _people.Values.FirstOrDefault(person => person.Id == id || person.AadObjectId == id);
    }

    internal FakeTeam? FindTeam(string id)
    {
        lock (Gate)
            return _teams.GetValueOrDefault(id);
    }

    internal IEnumerable<FakePlace> ChannelsOf(FakeTeam team)
    {
        lock (Gate)
            return [.. _places.Values.Where(place => place.Team == team)];
    }

    internal void Note(FakeRequest request)
    {
        lock (Gate)
            _requests.Add(request);
    }

    internal void Did(FakeCall call, FakePlace place, bool top)
    {
        lock (Gate)
            _done.Add((call, place, top));
    }
}
