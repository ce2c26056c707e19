using System.Collections.Immutable;
using System.Text.Json;

namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>
/// The calls of the Bot Connector that the bot makes. Never throws for what the Connector or the network does, and holds nothing: how often a conversation
/// may be called is the throttle's business. The attempt of a call is how often it has been made before.
/// </summary>
/// <param name="http">As <see cref="Http"/> makes it. A call lasts as long as its token lets it.</param>
/// <param name="token">The bearer token for a host; null for none.</param>
/// <param name="allowed">Whether the bot may speak to a host at all.</param>
/// <param name="time">What dates are held against.</param>
/// <param name="dice">0 to 1, for waits that differ; random when null.</param>
/// <param name="otherHost">The host to ask when the first is said to be the wrong one; the US government's when null.</param>
public sealed class ConnectorClient(
    HttpClient http, Func<Uri, CancellationToken, ValueTask<string?>> token, Func<Uri, bool> allowed, TimeProvider time, Func<double>? dice = null, Uri? otherHost = null)
{
    /// <summary>People that are read of one conversation, and the pages they may come in.</summary>
    public const int MostMembers = 10_000;

    const int PageSize = 500;
    const int MostPages = 200;
    const string Targeted = "?isTargetedActivity=true";

    static readonly Uri Government = new("https://smba.infra.gcc.teams.microsoft.com/gcc");

    readonly ConnectorWire _wire = new(http, token, allowed, time, dice ?? Random.Shared.NextDouble, otherHost ?? Government);

    /// <summary>What calls are made with: no redirects, no proxy and no cookies, so that a token goes where it was sent and nowhere else.</summary>
    public static HttpClient Http() => new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5), MaxResponseHeadersLength = 32,
        }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Sends an activity; with <paramref name="targeted"/> to nobody but its recipient.</summary>
    public ValueTask<ConnectorAnswer> Send(ConversationRef to, ReadOnlyMemory<byte> activity, int attempt, CancellationToken ct, bool targeted = false) =>
        Make(HttpMethod.Post, to.Service, Activities(to), targeted, activity, attempt, ct);

    /// <summary>Sends an activity as the reply to another.</summary>
    public ValueTask<ConnectorAnswer> Reply(ConversationRef to, string id, ReadOnlyMemory<byte> activity, int attempt, CancellationToken ct) =>
        Make(HttpMethod.Post, to.Service, ConnectorPath.Of(Activities(to), id), targeted: false, activity, attempt, ct);

    /// <summary>Shows that the bot is at it; leaves nothing behind.</summary>
    public async ValueTask<ConnectorAnswer> Typing(ConversationRef to, CancellationToken ct) =>
        Outcome(await _wire.Call(new(HttpMethod.Post, to.Service, Activities(to), Repeats: true, 0) { Body = OutboundActivity.Typing }, ct).ConfigureAwait(false), "");

    /// <summary>Puts another activity in the place of one of the bot's.</summary>
    public ValueTask<ConnectorAnswer> Edit(ConversationRef to, string id, ReadOnlyMemory<byte> activity, int attempt, CancellationToken ct, bool targeted = false) =>
        Repeat(HttpMethod.Put, to, ConnectorPath.Of(Activities(to), id), id, targeted, activity, attempt, ct);

    public ValueTask<ConnectorAnswer> Delete(ConversationRef to, string id, int attempt, CancellationToken ct, bool targeted = false) =>
        Repeat(HttpMethod.Delete, to, ConnectorPath.Of(Activities(to), id), id, targeted, default, attempt, ct);

    /// <summary>Puts a reaction of the bot's under a message of anybody's; types are such as <c>like</c>.</summary>
    public ValueTask<ConnectorAnswer> React(ConversationRef to, string id, string type, int attempt, CancellationToken ct) =>
        Repeat(HttpMethod.Put, to, ConnectorPath.Of(Activities(to), id, "reactions", type), "", targeted: false, default, attempt, ct);

    public ValueTask<ConnectorAnswer> Unreact(ConversationRef to, string id, string type, int attempt, CancellationToken ct) =>
        Repeat(HttpMethod.Delete, to, ConnectorPath.Of(Activities(to), id, "reactions", type), "", targeted: false, default, attempt, ct);

    /// <summary>The personal conversation with somebody; the same one however often it is made.</summary>
    /// <param name="service">The host of the Connector.</param>
    /// <param name="tenant">The person's directory.</param>
    /// <param name="bot">The bot's own id ("28:…").</param>
    /// <param name="person">Their id ("29:…").</param>
    /// <param name="attempt">How often it was tried before.</param>
    /// <param name="ct">Ends the call.</param>
    public ValueTask<ConnectorAnswer> CreatePersonal(Uri service, string tenant, string bot, string person, int attempt, CancellationToken ct) =>
        Make(HttpMethod.Post, service, ConnectorPath.Conversations, targeted: false,
            Body(new(IsGroup: false, tenant, new(bot), [new(person)], new(new(tenant), null), null)), attempt, ct);

    /// <summary>A new thread in a channel, with its first message. The id of what is done is the thread's; its activity is the message's.</summary>
    public ValueTask<ConnectorAnswer> CreateThread(ConversationRef channel, string tenant, ReadOnlyMemory<byte> activity, int attempt, CancellationToken ct) =>
        Make(HttpMethod.Post, channel.Service, ConnectorPath.Conversations, targeted: false,
            Body(new(IsGroup: true, tenant, null, null, new(null, new(ConversationRef.Base(channel.Id))), new(activity))), attempt, ct);

    /// <summary>Everybody in a conversation, page by page, in <see cref="ConnectorAnswer.Read{T}"/> of an array.</summary>
    public async ValueTask<ConnectorAnswer> Members(ConversationRef of, int attempt, CancellationToken ct)
    {
        var all = ImmutableArray.CreateBuilder<TeamsMember>();
        var more = "";
        for (var page = 0; page < MostPages && all.Count < MostMembers; page++)
        {
            var query = $"?pageSize={PageSize}{(more.Length > 0 ? $"&continuationToken={Uri.EscapeDataString(more)}" : "")}";
            var path = ConnectorPath.With(ConnectorPath.Of(ConnectorPath.Conversations, of.Id, "pagedmembers"), query);
            var answer = await _wire.Call(new(HttpMethod.Get, of.Service, path, Repeats: true, attempt) { MostBytes = 4 * 1024 * 1024 }, ct).ConfigureAwait(false);
            if (answer.Fault is { } fault)
                return fault;
            if (ConnectorErrors.Parse(answer.Body.Span, ConnectorJson.Default.MembersBody) is not { Members.IsDefault: false } body)
                return new ConnectorAnswer.Refused(200, "");
            all.AddRange(body.Members.OfType<TeamsMember>().Where(member => member.Id is not null).Take(MostMembers - all.Count));
            if (body.ContinuationToken is not { Length: > 0 } next || next == more)
                break;
            more = next;
        }
        return new ConnectorAnswer.Read<ImmutableArray<TeamsMember>>(all.ToImmutable());
    }

    /// <summary>One person in a conversation, in <see cref="ConnectorAnswer.Read{T}"/>.</summary>
    public ValueTask<ConnectorAnswer> Member(ConversationRef of, string id, int attempt, CancellationToken ct) =>
        Get(of.Service, ConnectorPath.Of(ConnectorPath.Conversations, of.Id, "members", id), ConnectorJson.Default.TeamsMember, attempt, ct);

    /// <summary>What a team is called, in <see cref="ConnectorAnswer.Read{T}"/>.</summary>
    public ValueTask<ConnectorAnswer> Team(Uri service, string id, int attempt, CancellationToken ct) =>
        Get(service, ConnectorPath.Of(ConnectorPath.Teams, id), ConnectorJson.Default.TeamsTeam, attempt, ct);

    static string? Activities(ConversationRef of) => ConnectorPath.Of(ConnectorPath.Conversations, of.Id, "activities");

    static byte[] Body(CreateBody body) => JsonSerializer.SerializeToUtf8Bytes(body, ConnectorJson.Default.CreateBody);

    // What makes something new: done twice it is there twice, and without an id it is there and cannot be reached.
    async ValueTask<ConnectorAnswer> Make(HttpMethod method, Uri service, string? path, bool targeted, ReadOnlyMemory<byte> body, int attempt, CancellationToken ct)
    {
        var answer = await _wire.Call(new(method, service, ConnectorPath.With(path, targeted ? Targeted : ""), Repeats: false, attempt) { Body = body }, ct).ConfigureAwait(false);
        if (answer.Fault is { } fault)
            return fault;
        return ConnectorErrors.Parse(answer.Body.Span, ConnectorJson.Default.IdBody) is { Id: { Length: > 0 } id } made
            ? new ConnectorAnswer.Done(id) { Activity = made.ActivityId, Moved = answer.Moved }
            : new ConnectorAnswer.Unknown();
    }

    async ValueTask<ConnectorAnswer> Repeat(HttpMethod method, ConversationRef to, string? path, string id, bool targeted, ReadOnlyMemory<byte> body, int attempt, CancellationToken ct) =>
        Outcome(await _wire.Call(new(method, to.Service, ConnectorPath.With(path, targeted ? Targeted : ""), Repeats: true, attempt) { Body = body }, ct).ConfigureAwait(false), id);

    async ValueTask<ConnectorAnswer> Get<T>(Uri service, string? path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, int attempt, CancellationToken ct) where T : class
    {
        var answer = await _wire.Call(new(HttpMethod.Get, service, path, Repeats: true, attempt), ct).ConfigureAwait(false);
        return answer.Fault ?? (ConnectorErrors.Parse(answer.Body.Span, type) is { } value ? new ConnectorAnswer.Read<T>(value) : new ConnectorAnswer.Refused(200, ""));
    }

    static ConnectorAnswer Outcome(WireAnswer answer, string id) => answer.Fault ?? new ConnectorAnswer.Done(id) { Moved = answer.Moved };
}
