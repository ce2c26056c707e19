using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Tests;

namespace WorkshopBot.Channels.Tests.Slack.Fake;

public sealed class FakeSlackSocketTests : FakeSlackBench
{
    [Fact]
    public async Task A_connection_needs_a_token_of_the_app_and_an_address_that_is_good_once()
    {
        Assert.Equal("not_allowed_token_type", await Raw.Error("apps.connections.open"));
        var url = await Url();
        using var first = await Connected(url);
        Assert.Equal("hello", (string)(await Read(first))["type"]!);
        await Assert.ThrowsAsync<WebSocketException>(() => Connected(url));
        Assert.Equal(1, Slack.OpenSockets);
    }

    [Fact]
    public async Task What_is_acknowledged_is_delivered_and_may_be_answered_there()
    {
        Slack.IsSocketMode = true;
        using var socket = await Connected(await Url());
        await Read(socket);
        var typing = Anna.Types(Lab, "/journey", "help");
        var envelope = await Read(socket);
        Assert.Equal(("slash_commands", true, "/journey"), ((string)envelope["type"]!, (bool)envelope["accepts_response_payload"]!, (string)envelope["payload"]!["command"]!));
        await Write(socket, new() { ["envelope_id"] = (string)envelope["envelope_id"]!, ["payload"] = new JsonObject { ["text"] = "Here" } });
        await typing;
        Assert.Equal("Here", Anna.Whispers(Lab).Single().Text);
        Assert.Empty(Bot.Heard);
    }

    [Fact]
    public async Task What_is_not_acknowledged_in_three_seconds_comes_again_over_another_connection()
    {
        Slack.IsSocketMode = true;
        using var deaf = await Connected(await Url());
        using var good = await Connected(await Url());
        await Read(deaf);
        Assert.Equal(2, (int)(await Read(good))["num_connections"]!);
        var writing = Anna.Writes(Anna.Dm, "hello");
        var first = await Read(deaf);
        await Until.True(() => Time.Waiting > 0);
        Time.Advance(TimeSpan.FromSeconds(3));
        await writing;
        var again = await Read(good);
        Assert.Equal((0, 1), ((int)first["retry_attempt"]!, (int)again["retry_attempt"]!));
        Assert.Equal((string)first["payload"]!["event_id"]!, (string)again["payload"]!["event_id"]!);
        await Write(good, new() { ["envelope_id"] = (string)again["envelope_id"]! });
        await Until.True(() => Slack.Deliveries[0].Answers.Count == 2);
        Assert.True(Slack.Deliveries[0].Answers[1].IsOk);
    }

    [Fact]
    public async Task A_connection_is_told_to_go()
    {
        using var socket = await Connected(await Url());
        await Read(socket);
        await Slack.Disconnects();
        Assert.Equal(("disconnect", "refresh_requested"), await Read(socket) is var told ? ((string)told["type"]!, (string)told["reason"]!) : default);
        var buffer = new byte[100];
        Assert.Equal(WebSocketMessageType.Close, (await socket.ReceiveAsync(buffer, CancellationToken.None)).MessageType);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await Until.True(() => Slack.OpenSockets == 0);
    }

    async Task<Uri> Url()
    {
        using var app = new RawSlack(Slack, Slack.AppToken);
        return new((string)(await app.Call("apps.connections.open"))["url"]!);
    }

    static async Task<ClientWebSocket> Connected(Uri url)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(url, CancellationToken.None);
        return socket;
    }

    static async Task<JsonObject> Read(ClientWebSocket socket)
    {
        var buffer = new byte[65_536];
        using var bound = new CancellationTokenSource(Until.Bound);
        var got = await socket.ReceiveAsync(buffer, bound.Token);
        return JsonNode.Parse(buffer.AsSpan(0, got.Count))!.AsObject();
    }

    static Task Write(ClientWebSocket socket, JsonObject what) => socket.SendAsync(Encoding.UTF8.GetBytes(what.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
}
