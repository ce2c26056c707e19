using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Tests.Teams.Auth;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams.Door;

/// <summary>Every way a token can be wrong, through the real door of a bot in service.</summary>
public sealed class TokenDoorTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    Secured _bot = null!;
    FakePerson _anna = null!;
    FakePlace _channel = null!;

    public async Task InitializeAsync()
    {
        _bot = await Secured.Start(_folder.File());
        _anna = _bot.Teams.Person("Anna Zanzibar");
        _channel = _bot.Teams.Channel("Journeys", members: [_anna]);
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_the_Connector_signed_comes_in_and_what_goes_out_carries_the_bots_own_token()
    {
        var start = await _bot.Served.Does(_anna.Writes(_channel, "start Zanzibar by bike"));
        await _bot.Served.Rests();
        Assert.Equal(["like"], start!.Reactions);
        Assert.NotEmpty(_channel.Posted);
    }

    [Fact]
    public async Task Every_wrong_token_is_refused_with_its_status_and_one_word_in_the_log_and_changes_nothing()
    {
        await _bot.Served.Does(_anna.Writes(_channel, "start Zanzibar by bike"));
        await _bot.Served.Rests();
        _bot.Keys.Keys.Add(Forge.Published("chat", Forge.Rolled, new JsonArray("webchat")));
        var body = _anna.Writes(_channel, "goal: Zanzibar twice").Json.ToJsonString();
        var right = _bot.Signed();
        var (before, logged) = (_bot.Now, _bot.Log.Lines.Count);
        var cases = new (string Code, int Status, string[] Headers)[]
        {
            ("missing", 401, []),
            ("missing", 401, [""]),
            ("scheme", 401, ["Basic " + right]),
            ("scheme", 401, [right]),
            ("malformed", 401, ["Bearer nonsense"]),
            ("malformed", 401, ["Bearer " + right, "Bearer " + right]),
            ("malformed", 401, [$"Bearer {right}."]),
            ("malformed", 401, Of(head: head => head["alg"] = "none")),
            ("algorithm", 401, Of(head: head => head["alg"] = "HS256")),
            ("algorithm", 401, Of(head: head => head["alg"] = "PS256")),
            ("issuer", 401, Of(claims => claims["iss"] = "https://api.botframework.us")),
            ("issuer", 401, Of(claims => claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")),
            ("issuer", 401, Of(claims => claims.Remove("iss"))),
            ("signature", 401, Of(key: Forge.Stranger)),
            ("key", 401, Of(head: head => head.Remove("kid"))),
            ("lifetime", 401, Of(claims => claims["exp"] = In(-6))),
            ("lifetime", 401, Of(claims => claims["nbf"] = In(6))),
            ("lifetime", 401, Of(claims => claims.Remove("exp"))),
            ("audience", 401, Of(claims => claims["aud"] = Forge.App)),
            ("audience", 401, Of(claims => claims["aud"] = new JsonArray(_bot.Teams.AppId, Forge.App))),
            ("audience", 401, Of(claims => claims.Remove("aud"))),
            ("endorsement", 403, Of(head: head => head["kid"] = "chat", key: Forge.Rolled)),
            ("serviceurl", 403, Of(claims => claims.Remove("serviceurl"))),
            ("serviceurl", 403, Of(claims => claims["serviceurl"] = "https://smba.trafficmanager.net/emea/")),
            // Last, since what is asked for next need not be looked for again within the minute.
            ("key", 401, Of(head: head => head["kid"] = "unheard")),
        };
        foreach (var (code, status, headers) in cases)
        {
            var answer = await _bot.Post(body, headers);
            Assert.True(((HttpStatusCode)status, "") == answer, $"{code}: {answer}");
        }
        Assert.Equal(cases.Select(one => $"An activity was refused: {one.Code}"), _bot.Log.Lines.Skip(logged));
        Assert.Equal(before, _bot.Now);

        string[] Of(Action<JsonObject>? claims = null, Action<JsonObject>? head = null, RSA? key = null) => ["Bearer " + _bot.Signed(claims, head, key)];
        static long In(int minutes) => DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeSeconds();
    }

    [Fact]
    public async Task Without_keys_to_tell_by_it_may_come_again_and_comes_in_when_they_are_there()
    {
        _bot.Keys.Instead = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        var start = _anna.Writes(_channel, "start Zanzibar by bike");
        var refused = await _bot.Served.Door.Deliver(start);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Equal(["An activity was refused: unavailable"], _bot.Log.Lines.Where(line => line.Contains("refused", StringComparison.Ordinal)));
        Assert.Equal((0, 0), _bot.Now);
        Assert.DoesNotContain(_bot.Log.Lines, line => line.Contains("Zanzibar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_come_learns_nothing_of_what_else_is_wrong()
    {
        var before = _bot.Now;
        foreach (var (body, type) in new[] { ("{", "application/json"), ("", "application/json"), ("hello", "text/plain"), ("{}", "application/json") })
            foreach (var headers in (string[][])[[], ["Bearer " + _bot.Signed(key: Forge.Stranger)]])
                Assert.Equal((HttpStatusCode.Unauthorized, ""), await _bot.Post(body, headers, type));
        Assert.Equal(before, _bot.Now);
    }

    [Theory]
    [InlineData(false, "401")]
    [InlineData(true, "413")]
    public async Task Of_five_megabytes_nothing_is_waited_for(bool signed, string status)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_bot.Served.Url.Host, _bot.Served.Url.Port);
        await using var stream = client.GetStream();
        var head = $"POST /api/messages HTTP/1.1\r\nHost: {_bot.Served.Url.Authority}\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\n{(signed ? $"Authorization: Bearer {_bot.Signed()}\r\n" : "")}\r\n{{";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        var said = new byte[64];
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        // The rest was never sent, and it is answered all the same.
        var read = await stream.ReadAtLeastAsync(said, 12, cancellationToken: bound.Token);
        Assert.StartsWith($"HTTP/1.1 {status}", Encoding.ASCII.GetString(said, 0, read), StringComparison.Ordinal);
        Assert.Equal((0, 0), _bot.Now);
    }

    [Fact]
    public async Task A_body_that_never_says_how_long_it_is_is_read_to_its_limit_and_no_further()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_bot.Served.Url.Host, _bot.Served.Url.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: {_bot.Served.Url.Authority}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer {_bot.Signed()}\r\n\r\n"));
        foreach (var size in Enumerable.Repeat(20_000, 13).Append(3_000))
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{size:x}\r\n{new string(' ', size)}\r\n"));
        var said = new byte[64];
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var read = await stream.ReadAtLeastAsync(said, 12, cancellationToken: bound.Token);
        Assert.StartsWith("HTTP/1.1 413", Encoding.ASCII.GetString(said, 0, read), StringComparison.Ordinal);
    }
}
