using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace WorkshopBot.Bench;

/// <summary>Delivers what people type as Slack does: an event in its envelope, signed, over HTTP. There are many workspaces, so that the limits Slack sets for each are not met.</summary>
sealed class SlackWire(Uri server) : IDisposable
{
    public const string App = "A0BENCH", BotUser = "UBOTBENCH", Path = "/slack/events";

    public const string TimeHeader = "X-Slack-Request-Timestamp", SignatureHeader = "X-Slack-Signature";

    const int Tries = 4;

    static readonly MediaTypeHeaderValue Json = new("application/json");
    static long _numbers;

    readonly Uri _events = new(server, Path);
    readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null });

    /// <summary>Nobody else's; made anew for every run, and of use on this machine only.</summary>
    public static string Secret { get; } = Environment.GetEnvironmentVariable("Slack__SigningSecret") ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The name a message has in its conversation.</summary>
    public static string NewTs() => string.Create(CultureInfo.InvariantCulture, $"1760000000.{Interlocked.Increment(ref _numbers):D9}");

    /// <summary>What had to be delivered more than once, because it could not be saved in time.</summary>
    public static int Again { get; private set; }

    /// <summary>Returns once the bot has said that it is saved. What is not saved is delivered again, as Slack does; what never is, is thrown.</summary>
    public async Task Deliver(Someone who, string channel, string text, string? thread = null, bool mention = false, string? ts = null)
    {
        var body = Event(who, channel, text, thread, mention, ts ?? NewTs());
        for (var tries = 1; await Sent(body) is var status and not HttpStatusCode.OK; tries++)
        {
            if (status != HttpStatusCode.ServiceUnavailable || tries == Tries)
                throw new InvalidOperationException($"{(int)status} for: {text}");
            Again++;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    async Task<HttpStatusCode> Sent(byte[] body)
    {
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, _events) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.TryAddWithoutValidation(TimeHeader, time);
        request.Headers.TryAddWithoutValidation(SignatureHeader, "v0=" + Convert.ToHexStringLower(Proof(time, body)));
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Somebody installs the app in a workspace: to Slack and back.</summary>
    public async Task Install(string team)
    {
        using var sent = await _http.GetAsync(new Uri(server, "/slack/install"));
        var state = sent.Headers.Location!.Query.Split('&').First(one => one.StartsWith("state=", StringComparison.Ordinal));
        using var back = new HttpRequestMessage(HttpMethod.Get, new Uri(server, $"/slack/oauth?code={team}&{state}"));
        back.Headers.Add("Cookie", sent.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var done = await _http.SendAsync(back);
        if (!done.IsSuccessStatusCode)
            throw new InvalidOperationException($"{(int)done.StatusCode} for an install");
    }

    /// <summary>What Slack signs with the secret.</summary>
    public static byte[] Proof(string time, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(Secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{time}:"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    static byte[] Event(Someone who, string channel, string text, string? thread, bool mention, string ts)
    {
        var kind = mention ? "app_mention" : "message";
        var named = mention ? $$"""{"type":"user","user_id":"{{BotUser}}"},""" : "";
        var said = mention ? $"<@{BotUser}> {text}" : text;
        var under = thread is null ? "" : $"\"thread_ts\":\"{thread}\",";
        var place = channel[0] == 'D' ? "\"channel_type\":\"im\"," : mention ? "" : "\"channel_type\":\"channel\",";
        return Encoding.UTF8.GetBytes($$"""
            {"token":"bench","team_id":"{{who.Team}}","context_team_id":"{{who.Team}}","context_enterprise_id":null,"api_app_id":"{{App}}","event":{"type":"{{kind}}","user":"{{who.Id}}","ts":"{{ts}}","client_msg_id":"8f1f51a2-6f32-4ab0-9bb4-5d7a1f2e3c4d","text":"{{said}}","team":"{{who.Team}}","blocks":[{"type":"rich_text","block_id":"b1","elements":[{"type":"rich_text_section","elements":[{{named}}{"type":"text","text":"{{text}}"}]}]}],{{under}}"channel":"{{channel}}",{{place}}"event_ts":"{{ts}}"},"type":"event_callback","event_id":"Ev{{ts.Replace(".", "", StringComparison.Ordinal)}}","event_time":1760000000,"authorizations":[{"enterprise_id":null,"team_id":"{{who.Team}}","user_id":"{{BotUser}}","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false,"event_context":"4-bench"}
            """);
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>A person in a workspace, with their own chat with the bot.</summary>
sealed record Someone(string Team, string Id, string Dm)
{
    /// <summary>What they are about to say next, as a place in a script.</summary>
    public int At { get; set; }

    /// <summary>How many scripts they have gone through.</summary>
    public int Rounds { get; set; }

    /// <summary>When they last began to type; Slack lets the bot write into one conversation once a second.</summary>
    public long Last { get; set; }

    public static Someone Of(string name, int team, int person) => new($"T{name}{team}", $"U{name}{team}X{person}", $"D{name}{team}X{person}");
}
