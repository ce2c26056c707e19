using System.Net.WebSockets;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Socket;
using WorkshopBot.Tests;

namespace WorkshopBot.Channels.Tests.Slack.Socket;

public sealed class SlackSocketTests
{
    const string Refresh = """{"type":"disconnect","reason":"refresh_requested","debug_info":{"host":"x"}}""";

    static readonly byte[] Words = """{"response_type":"ephemeral","text":"hello"}"""u8.ToArray();

    [Fact]
    public async Task As_many_connections_are_open_as_was_set()
    {
        await using var host = await SocketHost.Start(3);
        await Until.True(() => host.Socket.Open == 3);
        Assert.Equal(3, host.Server.Sessions.Count);
    }

    [Fact]
    public async Task What_comes_is_read_as_over_http_and_acknowledged_by_whichever_connection_it_came()
    {
        await using var host = await SocketHost.Start(2);
        host.Serve = input => Task.FromResult(new SlackAck(SlackAckKind.Taken, input is SlackInput.Typed ? null : Words));
        var (one, other) = (await host.Server.Session(0), await host.Server.Session(1));
        Assert.Null(await one.Ack(await one.Deliver("events_api", Payload.Text("app_mention"), false)));
        Assert.Equal("hello", (await other.Ack(await other.Deliver("slash_commands", Payload.Text("slash_command"))))!["text"]!.GetValue<string>());
        Assert.Equal("hello", (await one.Ack(await one.Deliver("interactive", Payload.Text("block_actions_message"))))!["text"]!.GetValue<string>());
        Assert.Equal("SlackInput.Typed SlackInput.Command SlackInput.Pressed", string.Join(' ', host.Heard.Select(input => $"SlackInput.{input.GetType().Name}")));
        var typed = (SlackInput.Typed)host.Heard.First();
        Assert.Equal(($"slack|{Payload.Team}|{Payload.Channel}|{Payload.Root}", "start E-bikes & Co <spring>"), (typed.TurnId, typed.Text));
        Assert.Equal($"show map for @{Payload.Ben} & co", ((SlackInput.Command)host.Heard.ElementAt(1)).Text);
    }

    [Fact]
    public async Task An_answer_goes_only_where_one_is_taken()
    {
        await using var host = await SocketHost.Start();
        host.Serve = _ => Task.FromResult(new SlackAck(SlackAckKind.Taken, Words));
        var session = await host.Server.Session(0);
        Assert.Null(await session.Ack(await session.Deliver("slash_commands", Payload.Text("slash_command"), false)));
    }

    [Fact]
    public async Task Choices_are_never_left_without_an_answer()
    {
        await using var host = await SocketHost.Start();
        var session = await host.Server.Session(0);
        Assert.Equal("""{"options":[]}""", (await session.Ack(await session.Deliver("interactive", Payload.Text("block_suggestion"))))!.ToJsonString());
    }

    [Fact]
    public async Task An_event_that_was_not_saved_or_failed_is_not_acknowledged_and_all_else_is()
    {
        await using var host = await SocketHost.Start();
        var session = await host.Server.Session(0);
        host.Serve = input => input switch
        {
            SlackInput.Typed { Place.IsPersonal: true } or SlackInput.Pressed => throw new InvalidOperationException("what somebody wrote"),
            SlackInput.Typed { Mentions: true } or SlackInput.Command => Task.FromResult(new SlackAck(SlackAckKind.Again, Words)),
            _ => Task.FromResult(SlackAck.Ok),
        };
        var again = await session.Deliver("events_api", Payload.Text("app_mention"), false);
        var failed = await session.Deliver("events_api", Payload.Text("message_im"), false);
        Assert.Equal("hello", (await session.Ack(await session.Deliver("slash_commands", Payload.Text("slash_command"))))!["text"]!.GetValue<string>());
        Assert.Null(await session.Ack(await session.Deliver("interactive", Payload.Text("block_actions_message"))));
        await session.Ack(await session.Deliver("events_api", Payload.Text("message_thread"), false));
        await Until.True(() => host.Heard.Count == 5 && host.Log.Lines.Count == 2);
        Assert.False(session.Acks.ContainsKey(again) || session.Acks.ContainsKey(failed));
        Assert.All(host.Log.Lines, line => Assert.DoesNotContain("what somebody wrote", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_did_for_us_is_acknowledged_and_passed_over()
    {
        await using var host = await SocketHost.Start();
        var session = await host.Server.Session(0);
        await session.Ack(await session.Deliver("events_api", Payload.Text("message_own"), false));
        await session.Ack(await session.Deliver("events_api", "7", false));
        await session.Ack(await session.Deliver("slash_commands", "[]"));
        await session.Ack(await session.Deliver("interactive", """{"type":"block_actions"}"""));
        await session.Ack(await session.Deliver("some_day", "{}"));
        Assert.Empty(host.Heard);
    }

    [Fact]
    public async Task Noise_on_a_connection_does_not_end_it()
    {
        await using var host = await SocketHost.Start();
        var session = await host.Server.Session(0);
        foreach (var noise in new[] { "", "{", "[]", "null", "{}", """{"type":7}""", """{"type":"some_day"}""", """{"type":"events_api"}""", """{"envelope_id":7}""", """{"envelope_id":"\ud800","type":"events_api"}""" })
            await session.Send(noise);
        await session.Ack(await session.Deliver("events_api", Payload.Text("message_im"), false));
        Assert.Single(host.Server.Sessions);
    }

    [Theory]
    [InlineData("refresh_requested")]
    [InlineData("warning")]
    [InlineData("some_day")]
    public async Task A_connection_that_is_to_end_is_replaced_before_it_is_closed(string reason)
    {
        await using var host = await SocketHost.Start();
        var go = new TaskCompletionSource<SlackAck>();
        host.Serve = _ => go.Task;
        var old = await host.Server.Session(0);
        var pending = await old.Deliver("interactive", Payload.Text("block_actions_message"));
        await Until.True(() => host.Heard.Count == 1);
        await old.Send(Refresh.Replace("refresh_requested", reason, StringComparison.Ordinal));
        var next = await host.Server.Session(1);
        await Until.True(() => host.Socket.Open == 1);
        Assert.False(old.IsClosed);
        go.SetResult(SlackAck.Ok);
        await old.Ack(pending);
        await Until.True(() => old.IsClosed);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, old.Goodbye);
        await next.Ack(await next.Deliver("events_api", Payload.Text("message_im"), false));
        Assert.Equal(2, host.Server.Sessions.Count);
    }

    [Fact]
    public async Task Until_another_one_is_open_the_old_connection_is_used()
    {
        await using var host = await SocketHost.Start();
        var old = await host.Server.Session(0);
        host.Server.Instead = () => null;
        await old.Send(Refresh);
        await Until.True(() => host.Server.Asked == 2);
        await old.Ack(await old.Deliver("events_api", Payload.Text("message_im"), false));
        host.Server.Instead = null;
        await host.Hurry(() => host.Server.Sessions.Count == 2 && old.IsClosed);
    }

    [Fact]
    public async Task When_connecting_is_switched_off_it_ends_and_says_so_once()
    {
        await using var host = await SocketHost.Start(2);
        var (one, other) = (await host.Server.Session(0), await host.Server.Session(1));
        await Until.True(() => host.Socket.Open == 2);
        await Task.WhenAll(one.Send("""{"type":"disconnect","reason":"link_disabled"}"""), other.Send("""{"type":"disconnect","reason":"link_disabled"}"""));
        await host.Running.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Contains("switched off", Assert.Single(host.Log.Lines), StringComparison.Ordinal);
        Assert.Equal((2, 0), (host.Server.Asked, host.Socket.Open));
    }

    [Fact]
    public async Task A_connection_that_is_lost_is_opened_anew_and_with_more_patience_every_time()
    {
        await using var host = await SocketHost.Start();
        (await host.Server.Session(0)).Cut();
        (await host.Server.Session(1)).Cut();
        List<TimeSpan> waits = [];
        for (var session = 2; session < 6; session++)
        {
            await Until.True(() => host.Time.Next is not null && host.Socket.Open == 0);
            waits.Add(host.Time.Next!.Value - host.Time.GetUtcNow());
            host.Time.Advance(waits[^1]);
            await (await host.Server.Session(session)).Ack(await (await host.Server.Session(session)).Deliver("events_api", Payload.Text("message_own"), false));
            (await host.Server.Session(session)).Cut();
        }
        Assert.Equal([2, 4, 8, 16], waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_connection_that_lasted_is_opened_anew_at_once()
    {
        await using var host = await SocketHost.Start();
        for (var session = 0; session < 5; session++)
        {
            var current = await host.Server.Session(session);
            await Until.True(() => host.Socket.Open == 1);
            host.Time.Advance(TimeSpan.FromMinutes(1));
            current.Cut();
        }
        await host.Server.Session(5);
    }

    [Fact]
    public async Task Whoever_says_no_hello_is_left()
    {
        await using var host = await SocketHost.Start(1, server => server.Hello = null);
        var silent = await host.Server.Session(0);
        Assert.Equal(0, host.Socket.Open);
        host.Server.Hello = """{"type":"hello"}""";
        await host.Hurry(() => host.Socket.Open == 1);
        await Until.True(() => silent.IsClosed);
    }

    [Fact]
    public async Task A_connection_without_a_sign_of_life_is_left()
    {
        await using var host = await SocketHost.Start(1, server => server.Deaf = true, new() { Connections = 1, AllowLoopback = true, Silence = TimeSpan.FromMilliseconds(300) });
        await host.Server.Session(0);
        host.Server.Deaf = false;
        var next = await host.Server.Session(1);
        await next.Ack(await next.Deliver("events_api", Payload.Text("message_im"), false));
    }

    [Fact]
    public async Task A_message_that_is_too_big_ends_the_connection_and_not_the_bot()
    {
        await using var host = await SocketHost.Start();
        var session = await host.Server.Session(0);
        _ = session.Send(new byte[SlackDoor.MostBytes + 1]);
        var next = await host.Server.Session(1);
        await next.Ack(await next.Deliver("events_api", Payload.Event("message_im", happened => happened["padding"] = new string('x', 900_000)), false));
        Assert.Single(host.Heard);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://127.0.0.1/link")]
    [InlineData("ws://example.invalid/link?ticket=abc")]
    [InlineData("wss://who:what@example.invalid/link?ticket=abc")]
    public async Task Where_no_connection_may_go_none_goes(string? url)
    {
        await using var host = await SocketHost.Start(1, server => server.Instead = () => url is null ? null : new Uri(url));
        await host.Hurry(() => host.Server.Asked == 4);
        Assert.Empty(host.Server.Sessions);
        Assert.All(host.Log.Lines, line => Assert.DoesNotContain("ticket", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_encrypted_connections_leave_this_machine()
    {
        Assert.False(new SocketSettings().Allows(new("ws://127.0.0.1/link")));
        Assert.True(new SocketSettings { AllowLoopback = true }.Allows(new("ws://127.0.0.1/link")));
        Assert.True(new SocketSettings().Allows(new("wss://example.invalid/link?ticket=1")));
        Assert.False(new SocketSettings { AllowLoopback = true }.Allows(new("/link", UriKind.Relative)));
    }

    [Fact]
    public async Task Asking_for_the_address_may_fail_and_is_tried_again()
    {
        await using var host = await SocketHost.Start(1, server => server.Instead = () => throw new HttpRequestException("ticket"));
        await host.Hurry(() => host.Server.Asked == 3);
        host.Server.Instead = null;
        await host.Hurry(() => host.Socket.Open == 1);
        Assert.All(host.Log.Lines, line => Assert.Contains("HttpRequestException", line, StringComparison.Ordinal));
        Assert.All(host.Log.Lines, line => Assert.DoesNotContain("ticket", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_the_end_what_is_under_way_is_finished_and_acknowledged()
    {
        await using var host = await SocketHost.Start(2);
        var go = new TaskCompletionSource<SlackAck>();
        host.Serve = _ => go.Task;
        var (one, other) = (await host.Server.Session(0), await host.Server.Session(1));
        await Until.True(() => host.Socket.Open == 2);
        var (first, second) = (await one.Deliver("slash_commands", Payload.Text("slash_command")), await other.Deliver("events_api", Payload.Text("message_im"), false));
        await Until.True(() => host.Heard.Count == 2);
        await host.Stop();
        Assert.False(host.Running.IsCompleted);
        go.SetResult(new(SlackAckKind.Taken, Words));
        await host.Running.WaitAsync(TimeSpan.FromSeconds(20));
        await Until.True(() => one.IsClosed && other.IsClosed);
        Assert.Equal("hello", one.Acks[first]!["text"]!.GetValue<string>());
        Assert.True(other.Acks.ContainsKey(second));
        Assert.Equal((WebSocketCloseStatus.NormalClosure, WebSocketCloseStatus.NormalClosure), (one.Goodbye, other.Goodbye));
    }

    [Fact]
    public async Task At_the_end_nobody_is_waited_for_longer_than_five_seconds()
    {
        await using var host = await SocketHost.Start();
        host.Serve = _ => new TaskCompletionSource<SlackAck>().Task;
        var session = await host.Server.Session(0);
        await session.Deliver("events_api", Payload.Text("message_im"), false);
        await Until.True(() => host.Heard.Count == 1);
        var start = host.Time.GetUtcNow();
        await host.Stop();
        await host.Hurry(() => host.Running.IsCompleted);
        Assert.InRange(host.Time.GetUtcNow() - start, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task More_than_can_be_served_at_once_is_served_one_after_the_other()
    {
        await using var host = await SocketHost.Start();
        var go = new TaskCompletionSource<SlackAck>();
        host.Serve = _ => go.Task;
        var session = await host.Server.Session(0);
        for (var line = 0; line < 100; line++)
            await session.Deliver("events_api", Payload.Event("message_im", happened => happened["ts"] = $"1.{line}"), false);
        await Until.True(() => host.Heard.Count == 64);
        go.SetResult(SlackAck.Ok);
        await Until.True(() => session.Acks.Count == 100);
        Assert.Equal(100, host.Heard.Select(input => input.TurnId).Distinct().Count());
    }
}
