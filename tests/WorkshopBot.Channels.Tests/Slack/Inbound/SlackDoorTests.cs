using System.Net;
using System.Text;
using WorkshopBot.Channels.Slack.Inbound;

namespace WorkshopBot.Channels.Tests.Slack.Inbound;

public sealed class SlackDoorTests
{
    const string Json = "application/json", Form = "application/x-www-form-urlencoded";

    static readonly string[] Paths = [SlackDoor.Events, SlackDoor.Commands, SlackDoor.Interactions, SlackDoor.Options];

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static string BodyOf(string path) => path switch
    {
        SlackDoor.Events => Payload.Text("app_mention"),
        SlackDoor.Commands => Payload.Form("slash_command"),
        SlackDoor.Interactions => Payload.Field(Payload.Text("block_actions_message")),
        _ => Payload.Field(Payload.Text("block_suggestion")),
    };

    static string TypeOf(string path) => path == SlackDoor.Events ? Json : Form;

    [Fact]
    public async Task Whoever_asks_whether_the_door_is_ours_gets_the_challenge_back_but_only_signed()
    {
        await using var host = await SlackHost.Start();
        using var answer = await host.Event(Payload.Text("url_verification"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Json, answer.Content.Headers.ContentType!.MediaType);
        using var json = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("3e\"Zb<>ö", json.RootElement.GetProperty("challenge").GetString());
        using var unsigned = await host.Send(host.Unsigned(SlackDoor.Events, Bytes(Payload.Text("url_verification")), Json));
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
        Assert.Empty(host.Heard);
    }

    [Fact]
    public async Task Whoever_cannot_sign_is_refused_and_learns_nothing_else()
    {
        await using var host = await SlackHost.Start();
        foreach (var path in Paths)
        {
            var body = Bytes(BodyOf(path));
            HttpRequestMessage[] wrong =
            [
                host.Unsigned(path, body, TypeOf(path)), host.Unsigned(path, Bytes("{nonsense"), "text/plain"), host.Signed(path, body, TypeOf(path), "another-secret"),
                host.Signed(path, body, TypeOf(path), off: TimeSpan.FromSeconds(-301)), host.Signed(path, body, TypeOf(path), off: TimeSpan.FromHours(1)), Twice(host.Signed(path, body, TypeOf(path))), Other(host.Signed(path, body, TypeOf(path)), body),
            ];
            foreach (var request in wrong)
            {
                using var answer = await host.Send(request);
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                Assert.Empty(await answer.Content.ReadAsStringAsync());
                Assert.True(answer.Headers.CacheControl!.NoStore);
            }
        }
        Assert.Empty(host.Heard);
        Assert.All(host.Log.Lines, line => Assert.Contains("unsigned", line, StringComparison.Ordinal));

        static HttpRequestMessage Twice(HttpRequestMessage request)
        {
            request.Headers.Add(SlackSignature.SignatureHeader, "v0=0");
            return request;
        }

        static HttpRequestMessage Other(HttpRequestMessage request, byte[] body)
        {
            request.Content = new ByteArrayContent([.. body, (byte)' ']) { Headers = { ContentType = request.Content!.Headers.ContentType } };
            return request;
        }
    }

    [Fact]
    public async Task Without_a_secret_nobody_comes_in()
    {
        await using var host = await SlackHost.Start("");
        using var answer = await host.Send(host.Signed(SlackDoor.Events, Bytes(Payload.Text("app_mention")), Json, ""));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(host.Heard);
    }

    [Fact]
    public async Task While_secrets_change_both_open_the_door()
    {
        await using var host = await SlackHost.Start();
        foreach (var secret in new[] { SlackHost.Secret, SlackHost.Older })
        {
            using var answer = await host.Send(host.Signed(SlackDoor.Events, Bytes(Payload.Text("app_mention")), Json, secret));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        Assert.Equal(2, host.Heard.Count);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("APPLICATION/JSON;charset=\"UTF-8\"", 200)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/jsonp", 415)]
    public async Task An_event_is_json(string type, int status)
    {
        await using var host = await SlackHost.Start();
        using var answer = await host.Event(Payload.Text("app_mention"), type);
        Assert.Equal((status, status == 200 ? 1 : 0), ((int)answer.StatusCode, host.Heard.Count));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8", 200)]
    [InlineData("application/json", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    public async Task All_else_is_a_form(string type, int status)
    {
        await using var host = await SlackHost.Start();
        foreach (var path in Paths[1..])
        {
            using var answer = await host.Form(path, BodyOf(path), type);
            Assert.Equal(status, (int)answer.StatusCode);
        }
        Assert.Equal(status == 200 ? 3 : 0, host.Heard.Count);
    }

    [Theory]
    [InlineData(1024 * 1024 + 1)]
    [InlineData(4 * 1024 * 1024 + 1)]
    [InlineData(20 * 1024 * 1024)]
    public async Task A_body_that_is_too_big_is_not_read(int size)
    {
        await using var host = await SlackHost.Start();
        foreach (var path in Paths)
        {
            var request = host.Unsigned(path, new byte[size], TypeOf(path));
            request.Headers.ExpectContinue = true;
            using var answer = await host.Send(request);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.True(answer.Headers.ConnectionClose);
        }
        Assert.Empty(host.Heard);
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_long_it_is_is_not_read_on_either()
    {
        await using var host = await SlackHost.Start();
        var request = host.Signed(SlackDoor.Events, new byte[1], Json);
        request.Content = new StreamContent(new MemoryStream(new byte[1024 * 1024 + 1])) { Headers = { ContentType = new(Json) } };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await host.Send(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_of_exactly_a_megabyte_is_read()
    {
        await using var host = await SlackHost.Start();
        var whole = Payload.Event("app_mention", happened => happened["padding"] = "");
        using var answer = await host.Event(whole.Replace("\"padding\":\"\"", $"\"padding\":\"{new string('x', SlackDoor.MostBytes - Bytes(whole).Length)}\"", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.OK, 1), (answer.StatusCode, host.Heard.Count));
    }

    [Fact]
    public async Task A_probe_is_answered_unsigned_and_nothing_else_of_it_is_read()
    {
        await using var host = await SlackHost.Start();
        foreach (var path in Paths[1..])
        {
            using var answer = await host.Send(host.Unsigned(path, Bytes($"{BodyOf(path)}&ssl_check=1"), Form));
            Assert.Equal((HttpStatusCode.OK, path == SlackDoor.Options ? """{"options":[]}""" : ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }
        using var signed = await host.Form(SlackDoor.Commands, $"ssl_check=1&{BodyOf(SlackDoor.Commands)}");
        Assert.Equal(HttpStatusCode.OK, signed.StatusCode);
        foreach (var near in new[] { "ssl_check=10", "xssl_check=1", "text=ssl_check=1", "ssl_check=0" })
        {
            using var answer = await host.Send(host.Unsigned(SlackDoor.Commands, Bytes($"{BodyOf(SlackDoor.Commands)}&{near}"), Form));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        using var events = await host.Send(host.Unsigned(SlackDoor.Events, Bytes("ssl_check=1"), Form));
        Assert.Equal(HttpStatusCode.Unauthorized, events.StatusCode);
        Assert.Empty(host.Heard);
    }

    [Fact]
    public async Task An_event_that_was_not_saved_or_failed_is_asked_for_again()
    {
        await using var host = await SlackHost.Start();
        host.Serve = _ => Task.FromResult(new SlackAck(SlackAckKind.Again));
        using var again = await host.Event(Payload.Text("app_mention"));
        host.Serve = _ => throw new InvalidOperationException("what somebody wrote");
        using var failed = await host.Event(Payload.Text("app_mention"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (again.StatusCode, failed.StatusCode));
        Assert.Equal(TimeSpan.FromSeconds(1), again.Headers.RetryAfter!.Delta);
        Assert.False(again.Headers.Contains("X-Slack-No-Retry"));
        var line = Assert.Single(host.Log.Lines);
        Assert.Contains("InvalidOperationException", line, StringComparison.Ordinal);
        Assert.DoesNotContain("what somebody wrote", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_did_is_answered_even_when_it_was_not_saved_or_failed_since_it_does_not_come_again()
    {
        await using var host = await SlackHost.Start();
        foreach (var path in Paths[1..])
        {
            host.Serve = _ => Task.FromResult(new SlackAck(SlackAckKind.Again, """{"text":"not saved"}"""u8.ToArray()));
            using var again = await host.Form(path, BodyOf(path));
            Assert.Equal((HttpStatusCode.OK, """{"text":"not saved"}"""), (again.StatusCode, await again.Content.ReadAsStringAsync()));
            Assert.Equal(Json, again.Content.Headers.ContentType!.MediaType);
            host.Serve = _ => throw new TimeoutException();
            using var failed = await host.Form(path, BodyOf(path));
            Assert.Equal((HttpStatusCode.OK, path == SlackDoor.Options ? """{"options":[]}""" : ""), (failed.StatusCode, await failed.Content.ReadAsStringAsync()));
            host.Serve = _ => Task.FromResult(SlackAck.Ok);
            using var taken = await host.Form(path, BodyOf(path));
            Assert.Equal((HttpStatusCode.OK, path == SlackDoor.Options ? """{"options":[]}""" : ""), (taken.StatusCode, await taken.Content.ReadAsStringAsync()));
            Assert.True(taken.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task What_somebody_did_is_done_even_when_slack_waits_no_longer()
    {
        await using var host = await SlackHost.Start();
        var (begun, go, done) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        host.Serve = async _ =>
        {
            begun.SetResult();
            await go.Task;
            done.SetResult();
            return SlackAck.Ok;
        };
        using var stop = new CancellationTokenSource();
        var asking = host.Http.SendAsync(host.Signed(SlackDoor.Interactions, Bytes(BodyOf(SlackDoor.Interactions)), Form), stop.Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        go.SetResult();
        await done.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task It_is_answered_only_once_what_came_is_served()
    {
        await using var host = await SlackHost.Start();
        var go = new TaskCompletionSource<SlackAck>();
        host.Serve = _ => go.Task;
        var asking = host.Event(Payload.Text("app_mention"));
        await WorkshopBot.Tests.Until.True(() => !host.Heard.IsEmpty);
        Assert.False(asking.IsCompleted);
        go.SetResult(SlackAck.Ok);
        using var answer = await asking;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(answer.Content.Headers.ContentType);
    }

    [Fact]
    public async Task Only_posts_are_served()
    {
        await using var host = await SlackHost.Start();
        foreach (var path in Paths)
        {
            using var answer = await host.Http.GetAsync(new Uri(host.Url, path));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }
    }
}
