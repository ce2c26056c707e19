using System.Net;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Channels.Tests.Slack.Fake;

public sealed class FakeSlackCallTests : FakeSlackBench
{
    [Fact]
    public async Task A_message_is_posted_by_a_form_or_by_json_and_everybody_sees_it()
    {
        var first = await Raw.Call("chat.postMessage", ("channel", Lab.Id), ("text", "Hello"), ("blocks", RawSlack.Blocks("""[{"type":"header","text":{"type":"plain_text","text":"Step 2"}}]""")));
        var second = await Raw.CallJson("chat.postMessage", new() { ["channel"] = Lab.Id, ["text"] = "There", ["thread_ts"] = (string)first["ts"]! });
        Assert.True((bool)first["ok"]!);
        Assert.True((bool)second["ok"]!);
        Assert.Equal(Lab.Id, (string)first["channel"]!);
        Assert.Equal(Acme.Bot!.BotUserId, (string)first["message"]!["user"]!);
        Assert.Equal((string)first["ts"]!, (string)second["message"]!["thread_ts"]!);
        Assert.True(string.CompareOrdinal((string)first["ts"]!, (string)second["ts"]!) < 0);
        Assert.Equal("workshopbot: Step 2\n  workshopbot: There", Anna.Reads(Lab));
        Assert.Empty(Slack.Slips);
    }

    [Fact]
    public async Task Who_calls_without_a_good_token_is_refused()
    {
        using var none = new RawSlack(Slack, null);
        using var wrong = new RawSlack(Slack, "nonsense");
        Assert.Equal("not_authed", await none.Error("auth.test"));
        Assert.Equal("invalid_auth", await wrong.Error("auth.test"));
        Assert.Equal("ok", await Raw.Error("auth.test"));
        Assert.Equal("ok", await none.Error("api.test"));
        Acme.Bot!.Scopes = ["app_mentions:read"];
        var lacks = await Raw.Call("chat.postMessage", ("channel", Lab.Id), ("text", "x"));
        Assert.Equal(("missing_scope", "chat:write", "app_mentions:read"), ((string)lacks["error"]!, (string)lacks["needed"]!, (string)lacks["provided"]!));
    }

    [Fact]
    public async Task What_there_is_no_method_or_argument_for_is_noted()
    {
        Assert.Equal("unknown_method", await Raw.Error("chat.shout"));
        Assert.Equal("ok", await Raw.Error("chat.postMessage", ("channel", Lab.Id), ("text", "x"), ("colour", "red")));
        Assert.Equal("invalid_post_type", (string)(await Raw.CallJson("users.info", new() { ["user"] = Anna.Id }))["error"]!);
        Assert.Equal("invalid_arguments", await Raw.Error("chat.update", ("channel", Lab.Id), ("text", "x")));
        Assert.Equal(["chat.shout: no such method", "chat.postMessage: no argument colour", "users.info: takes no JSON"], Slack.Slips);
    }

    [Fact]
    public async Task A_message_goes_only_where_the_bot_may_write()
    {
        var other = Acme.Channel("other", Anna).WithoutBot();
        var secret = Acme.PrivateChannel("secret", Anna).WithoutBot();
        var foreign = Slack.Team("Elsewhere").Channel("theirs");
        Task<string> Post(string channel, string? thread = null) => Raw.Error("chat.postMessage", ("channel", channel), ("text", "x"), ("thread_ts", thread));
        Assert.Equal("not_in_channel", await Post(other.Id));
        Assert.Equal("channel_not_found", await Post(secret.Id));
        Assert.Equal("channel_not_found", await Post(foreign.Id));
        Assert.Equal("thread_not_found", await Post(Lab.Id, "1763712000.001200"));
        var root = Anna.Wrote(Lab, "root");
        var reply = Anna.Wrote(Lab, "reply", root);
        Assert.Equal("cannot_reply_to_message", await Post(Lab.Id, reply.Ts));
        Assert.Equal("ok", await Post(Lab.Id, root.Ts));
        Assert.Equal("ok", await Post(Anna.Id));
        Assert.Equal("x", Anna.Dm.Posted.Single().Text);
        await Anna.Archives(Lab);
        Assert.Equal("is_archived", await Post(Lab.Id));
    }

    [Fact]
    public async Task Only_own_messages_are_changed_and_only_while_they_are_there()
    {
        var ts = (string)(await Raw.Call("chat.postMessage", ("channel", Lab.Id), ("text", "one"), ("metadata", new JsonObject { ["event_type"] = "a.b", ["event_payload"] = new JsonObject { ["id"] = "7" } })))["ts"]!;
        Assert.Equal("ok", await Raw.Error("chat.update", ("channel", Lab.Id), ("ts", ts), ("text", "two")));
        Assert.Equal("msg_too_long", await Raw.Error("chat.update", ("channel", Lab.Id), ("ts", ts), ("text", new string('x', 4001))));
        Assert.Equal("cant_update_message", await Raw.Error("chat.update", ("channel", Lab.Id), ("ts", Anna.Wrote(Lab, "hers").Ts), ("text", "mine")));
        var message = Lab.Posted.Single();
        Assert.Equal(["one", "two"], message.Versions.Select(version => (string)version["text"]!));
        Assert.Equal("7", (string)message.Metadata!["event_payload"]!["id"]!);
        Assert.Equal("ok", await Raw.Error("chat.delete", ("channel", Lab.Id), ("ts", ts)));
        Assert.Equal("message_not_found", await Raw.Error("chat.update", ("channel", Lab.Id), ("ts", ts), ("text", "three")));
    }

    [Fact]
    public async Task A_message_for_one_is_seen_by_one_who_is_there()
    {
        var ben = Acme.Person("Ben");
        Assert.Equal("user_not_in_channel", await Raw.Error("chat.postEphemeral", ("channel", Lab.Id), ("user", ben.Id), ("text", "psst")));
        Lab.Add(ben);
        var answer = await Raw.Call("chat.postEphemeral", ("channel", Lab.Id), ("user", ben.Id), ("text", "psst"));
        Assert.Equal("psst", ben.Whispers(Lab).Single().Text);
        Assert.Empty(Anna.Sees(Lab));
        Assert.Equal("message_not_found", await Raw.Error("chat.update", ("channel", Lab.Id), ("ts", (string)answer["message_ts"]!), ("text", "x")));
        Assert.Equal("msg_too_long", await Raw.Error("chat.postEphemeral", ("channel", Lab.Id), ("user", ben.Id), ("text", new string('ä', 2001))));
    }

    [Fact]
    public async Task A_channel_takes_a_few_messages_at_once_and_then_one_a_second()
    {
        for (var i = 0; i < 4; i++)
            Assert.Equal("ok", await Raw.Error("chat.postMessage", ("channel", Lab.Id), ("text", "x")));
        Assert.Equal("ratelimited", await Raw.Error("chat.postMessage", ("channel", Lab.Id), ("text", "x")));
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (Raw.Last!.StatusCode, Raw.Last.Headers.GetValues("Retry-After").Single()));
        Assert.Equal("ok", await Raw.Error("chat.postMessage", ("channel", Anna.Id), ("text", "x")));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ok", await Raw.Error("chat.postMessage", ("channel", Lab.Id), ("text", "x")));
        Assert.Equal(1, Slack.ThrottleHits);
        Assert.Equal(5, Slack.Peaks.Single(peak => peak.Key == Lab.Id).Most);
    }

    [Fact]
    public async Task A_method_is_taken_so_many_times_in_a_minute_for_each_workspace()
    {
        var other = Slack.Team("Elsewhere");
        using var theirs = new RawSlack(Slack, other.Install().Token);
        for (var i = 0; i < 50; i++)
            Assert.Equal("ok", await Raw.Error("conversations.info", ("channel", Lab.Id)));
        Assert.Equal("ratelimited", await Raw.Error("conversations.info", ("channel", Lab.Id)));
        Assert.Equal("channel_not_found", await theirs.Error("conversations.info", ("channel", Lab.Id)));
        Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("ok", await Raw.Error("conversations.info", ("channel", Lab.Id)));
        Assert.Equal(50, Slack.Peaks.Single(peak => peak.Key == Acme.Id && peak.Method == "conversations.info").Most);
    }

    [Fact]
    public async Task What_is_to_go_wrong_goes_wrong_and_is_done_or_not()
    {
        Slack.Next(SlackFault.Throttled(7), on: "chat.postMessage");
        Slack.Next(SlackFault.ErrorAfter("internal_error"), on: "chat.postMessage");
        Slack.Next(SlackFault.Page(503));
        Task<string> Post(string text) => Raw.Error("chat.postMessage", ("channel", Lab.Id), ("text", text));
        Assert.Equal("ratelimited", await Post("a"));
        Assert.Equal("7", Raw.Last!.Headers.GetValues("Retry-After").Single());
        // Another that is on its way is refused as well; the very same once more is a slip.
        Assert.Equal("ratelimited", await Post("b"));
        Assert.Empty(Slack.Slips);
        Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("ratelimited", await Post("a"));
        Assert.Equal("1", Raw.Last!.Headers.GetValues("Retry-After").Single());
        Assert.Contains("too early", Assert.Single(Slack.Slips), StringComparison.Ordinal);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("internal_error", await Post("b"));
        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => Post("c"));
        Slack.Next(SlackFault.DropBefore);
        await Assert.ThrowsAsync<HttpRequestException>(() => Post("d"));
        Slack.Next(SlackFault.DropAfter, channel: Lab);
        await Assert.ThrowsAsync<HttpRequestException>(() => Post("e"));
        Slack.Next(SlackFault.Garbled);
        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => Post("f"));
        Time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal("ok", await Post("g"));
        Assert.Equal(["b", "e", "f", "g"], Lab.Posted.Select(message => message.Text));
    }

    [Fact]
    public async Task Whoever_would_have_been_called_is_written_down()
    {
        await Raw.Call("chat.postMessage", ("channel", Lab.Id), ("text", "a &lt;!channel&gt; @here"), ("blocks", RawSlack.Blocks("""[{"type":"section","text":{"type":"mrkdwn","text":"@here","verbatim":true}},{"type":"section","text":{"type":"plain_text","text":"<!channel>"}}]""")));
        Assert.Empty(Slack.Live);
        await Raw.Call("chat.postMessage", ("channel", Lab.Id), ("text", "<!channel>"), ("blocks", RawSlack.Blocks($$"""[{"type":"section","text":{"type":"mrkdwn","text":"<@{{Anna.Id}}> @everyone"} }]""")));
        Assert.Equal(["<!channel>", $"<@{Anna.Id}>", "@everyone"], Slack.Live.Select(live => live.What));
    }
}
