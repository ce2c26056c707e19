using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Rooms;
using WorkshopBot.Channels.Tests.Slack.Api;
using WorkshopBot.Channels.Tests.Teams.Connector;
using Wired = WorkshopBot.Channels.Tests.Slack.Api.Wired;

namespace WorkshopBot.Channels.Tests.Slack;

/// <summary>Kept messages in Slack: where they go, what they are, how they are found again, and what is said when they cannot go there.</summary>
public sealed class SlackChannelTests : Wired
{
    static readonly Address.Room Maps = new("slack:T0ACME:C0MAPS");
    static readonly Address.Person Ben = new("slack:T0ACME:U0BEN");

    readonly Notes _notes = new();
    SlackBook _book = null!;
    SlackChannel _channel = null!;
    ReadOnlyMemory<byte>? _plainer;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _book = new(_notes);
        _channel = new(Api, new(Api, _book), message => new BlockCard(message.Data, BlockText.Escaped(message.Card)) { Plainer = _plainer }, "WorkshopBot", this);
        await _book.See(Maps.Key, new SlackRoomNote(Acme.ToString(), "C0MAPS"), default);
        await _book.Sees(Acme, "T0ACME", default);
        Server.Always("chat.postMessage", call => $$"""{"ok":true,"channel":"{{call["channel"]}}","ts":"1763712320.{{Server.Of("chat.postMessage").Count():000000}}"}""");
        Server.Always("conversations.open", _ => """{"ok":true,"channel":{"id":"D0BEN"}}""");
    }

    [Fact]
    public async Task A_message_goes_under_its_root_with_all_it_says_as_text_and_nothing_unfolds()
    {
        Assert.Equal("1763712320.000001", Posted(await _channel.Post(Maps, "1763712000.000100", "op1", Say("Tom & <@U1> > <!channel>"), default)));
        var call = Assert.Single(Server.Calls);
        Assert.Equal(("C0MAPS", "Tom &amp; &lt;@U1&gt; &gt; &lt;!channel&gt;", "1763712000.000100", "none", "false", "false"),
            (call["channel"], call["text"], call["thread_ts"], call["parse"], call["unfurl_links"], call["unfurl_media"]));
        Assert.Equal("""{"event_type":"workshopbot_post","event_payload":{"op":"op1"}}""", call["metadata"]);
        Assert.Equal("section", JsonNode.Parse(call["blocks"])![0]!["type"]!.GetValue<string>());
        Posted(await _channel.Post(new Address.Room("slack:T0ACME:C0OTHER"), null, "op2", Say("board"), default));
        Assert.False(Server.Calls[1].Arguments.ContainsKey("thread_ts"));
    }

    [Fact]
    public async Task An_edit_says_all_anew_but_what_nobody_sees()
    {
        Assert.IsType<EditOutcome.Edited>(await _channel.Edit(Maps, "1763712320.000001", Say("changed"), default));
        var call = Assert.Single(Server.Of("chat.update"));
        Assert.Equal(["blocks", "channel", "parse", "text", "ts"], call.Arguments.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("C0MAPS", "1763712320.000001", "changed"), (call["channel"], call["ts"], call["text"]));
    }

    [Theory]
    [InlineData("message_not_found")]
    [InlineData("cant_update_message")]
    [InlineData("edit_window_closed")]
    public async Task A_message_that_is_not_there_or_can_be_changed_no_more_is_missing(string error)
    {
        Server.Fails("chat.update", error);
        Assert.IsType<EditOutcome.Missing>(await _channel.Edit(Maps, "1", Say("board"), default));
    }

    [Fact]
    public async Task A_person_is_written_to_in_a_chat_that_is_opened_once_for_all_and_has_no_threads()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() => _channel.Edit(Ben, "1", Say("invite"), default).AsTask())));
        Assert.All(all, outcome => Assert.IsType<EditOutcome.Edited>(outcome));
        Posted(await _channel.Post(Ben, "17", "op", Say("invite"), default));
        Assert.Equal("U0BEN", Assert.Single(Server.Of("conversations.open"))["users"]);
        Assert.Equal("D0BEN", Assert.Single(Server.Of("chat.postMessage"))["channel"]);
        Assert.False(Server.Of("chat.postMessage").Single().Arguments.ContainsKey("thread_ts"));
    }

    [Fact]
    public async Task A_chat_of_ones_own_that_is_not_where_it_was_is_opened_anew()
    {
        await _book.See(Ben.Key, new SlackPersonNote(Acme.ToString(), "U0BEN", Dm: "D0OLD"), default);
        Server.Fails("chat.postMessage", "channel_not_found");
        Posted(await Past(_channel.Post(Ben, null, "op", Say("invite"), default).AsTask()));
        Assert.Equal(["D0OLD", "D0BEN"], Server.Of("chat.postMessage").Select(call => call["channel"]));
        Server.Fails("chat.postMessage", "channel_not_found");
        Assert.Equal(new PostOutcome.Lost("not-found"), await Past(_channel.Post(Ben, null, "op", Say("invite"), default).AsTask()));
    }

    [Theory]
    [InlineData("user_disabled", "deactivated")]
    [InlineData("user_not_found", "not-found")]
    [InlineData("missing_scope", "missing-scope")]
    public async Task Whose_chat_cannot_be_opened_is_lost_and_it_is_said_why(string error, string reason)
    {
        Server.Fails("conversations.open", error);
        Assert.Equal(new PostOutcome.Lost(reason), await _channel.Post(Ben, null, "op", Say("s3cret"), default));
        Assert.Empty(Server.Of("chat.postMessage"));
        Assert.DoesNotContain("U0BEN", Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_bot_has_never_been_it_does_not_write()
    {
        Assert.Equal(new PostOutcome.Lost("unknown"), await _channel.Post(new Address.Room("slack:T0OTHER:C1"), null, "op", Say("board"), default));
        Assert.Equal(new EditOutcome.Lost("unknown"), await _channel.Edit(new Address.Person("slack:T0OTHER:U1"), "1", Say("board"), default));
        Assert.Equal(new PostOutcome.Lost("unknown"), await _channel.Post(new Address.Room("web:local:demo"), null, "op", Say("board"), default));
        Assert.Empty(Server.Calls);
    }

    [Theory]
    [InlineData("is_archived", "channel-archived")]
    [InlineData("not_in_channel", "not-invited")]
    [InlineData("messages_tab_disabled", "messages-off")]
    [InlineData("no_text", "refused")]
    public async Task A_conversation_that_is_lost_says_why_and_the_log_says_no_more(string error, string reason)
    {
        Server.Fails("chat.postMessage", error);
        Server.Fails("chat.update", error);
        Assert.Equal(new PostOutcome.Lost(reason), await _channel.Post(Maps, null, "op", Say("s3cret"), default));
        Assert.Equal(new EditOutcome.Lost(reason), await _channel.Edit(Maps, "1", Say("s3cret"), default));
        Assert.Contains(reason, Log, StringComparison.Ordinal);
        foreach (var secret in (string[])["s3cret", "C0MAPS", Token!])
            Assert.DoesNotContain(secret, Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_knows_of_is_unknown_and_an_edit_is_made_again_later()
    {
        Server.Next("chat.postMessage", SlackServer.Drops);
        Assert.IsType<PostOutcome.Unknown>(await _channel.Post(Maps, null, "op", Say("board"), default));
        Server.Next("chat.update", SlackServer.Drops);
        Assert.IsType<EditOutcome.Later>(await _channel.Edit(Maps, "1", Say("board"), default));
        Server.Next("chat.postMessage", """{"ok":true}""");
        Assert.IsType<PostOutcome.Unknown>(await _channel.Post(new Address.Room("slack:T0ACME:C0OTHER"), null, "op", Say("board"), default));
        _notes.IsBroken = true;
        Assert.IsType<PostOutcome.Later>(await _channel.Post(new Address.Room("slack:T0ACME:C0NEW"), null, "op", Say("board"), default));
    }

    [Fact]
    public async Task Blocks_that_are_not_taken_go_once_more_plainer_and_then_as_text()
    {
        _plainer = Encoding.UTF8.GetBytes("""[{"type":"divider"}]""");
        for (var i = 0; i < 2; i++)
            Server.Fails("chat.update", "invalid_blocks");
        Assert.IsType<EditOutcome.Edited>(await _channel.Edit(Maps, "1", Say("all"), default));
        Assert.Equal(["section", "divider", null], Server.Of("chat.update").Select(call => JsonNode.Parse(call["blocks"])!.AsArray().FirstOrDefault()?["type"]!.GetValue<string>()));
        Assert.All(Server.Of("chat.update"), call => Assert.Equal("all", call["text"]));
        _plainer = null;
        Server.Fails("chat.postMessage", "msg_blocks_too_long");
        Posted(await Past(_channel.Post(Maps, null, "op", Say("all"), default).AsTask()));
        Assert.Equal([true, false], Server.Of("chat.postMessage").Select(call => call.Arguments.ContainsKey("blocks")));
    }

    [Theory]
    [InlineData(null, "conversations.history")]
    [InlineData("1763712000.000100", "conversations.replies")]
    public async Task A_post_is_found_again_across_pages_by_its_operation(string? root, string method)
    {
        Server.Always(method, call => call.Arguments.GetValueOrDefault("cursor") switch
        {
            null => Page("next1", Message("17.1", "other"), Message("17.2", null)),
            "next1" => Page("next2"),
            _ => Page("", """{"type":"message","ts":"17.3","metadata":{"event_type":"else","event_payload":{"op":"op1"}}}""", Message("17.4", "op1")),
        });
        Assert.Equal(new FindOutcome.Found("17.4"), await _channel.Find(Maps, root, "op1", Time.GetUtcNow(), default));
        Assert.Equal(new FindOutcome.Found("17.1"), await _channel.Find(Maps, root, "other", Time.GetUtcNow(), default));
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<FindOutcome.NotThere>(await _channel.Find(Maps, root, "op2", Time.GetUtcNow(), default));
        var call = Server.Calls[0];
        Assert.Equal(("C0MAPS", "true", root), (call["channel"], call["include_all_metadata"], call.Arguments.GetValueOrDefault("ts")));
        var (oldest, latest, now) = (decimal.Parse(call["oldest"], CultureInfo.InvariantCulture), decimal.Parse(call["latest"], CultureInfo.InvariantCulture), (Time.GetUtcNow() - TimeSpan.FromMinutes(1)).ToUnixTimeSeconds());
        Assert.InRange(oldest, now - 600, now - 60);
        Assert.InRange(latest, now + 60, now + 600);
    }

    [Theory]
    [InlineData("missing_scope", 200, "Unknown")]
    [InlineData("not_in_channel", 200, "Unknown")]
    [InlineData("invalid_cursor", 200, "Unknown")]
    [InlineData("thread_not_found", 200, "NotThere")]
    [InlineData("ratelimited", 60, "Unknown")]
    [InlineData("ratelimited", 5, "Later")]
    [InlineData("internal_error", 200, "Later")]
    public async Task Where_it_cannot_be_looked_that_is_said_and_where_only_not_now_it_is_later(string error, int statusOrWait, string outcome)
    {
        if (error == "ratelimited")
            Server.Next("conversations.replies", """{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", statusOrWait.ToString(CultureInfo.InvariantCulture)));
        else
            Server.Fails("conversations.replies", error);
        Assert.Equal(outcome, (await _channel.Find(Maps, "17.0", "op", Time.GetUtcNow(), default)).GetType().Name);
    }

    [Fact]
    public async Task A_history_that_goes_in_a_circle_says_nothing_of_what_was_never_seen()
    {
        Server.Always("conversations.history", _ => Page("next"));
        Assert.IsType<FindOutcome.Unknown>(await Past(_channel.Find(Maps, null, "op", Time.GetUtcNow(), default).AsTask()));
    }

    [Fact]
    public async Task A_history_without_end_is_given_up()
    {
        var pages = 0;
        Server.Always("conversations.history", _ => Page($"next{++pages}"));
        var found = await Past(_channel.Find(Maps, null, "op", Time.GetUtcNow(), default).AsTask());
        Assert.Contains(found.GetType().Name, (string[])["Unknown", "Later"]);
        Assert.InRange(pages, 1, 10);
    }

    [Theory]
    [InlineData("C0MAPS", true)]
    [InlineData("G0GROUP", true)]
    [InlineData("D0BEN", false)]
    public void Channels_have_threads_and_only_in_a_chat_of_ones_own_is_every_line_heard(string id, bool threads) =>
        Assert.Equal(new ChatPlace(threads, threads ? "@WorkshopBot" : null), _channel.Place(new Address.Room("slack:T0ACME:" + id)));

    [Fact]
    public void A_person_is_heard_without_a_mention_and_what_it_can_do_is_told()
    {
        Assert.Equal(new(false, null), _channel.Place(Ben));
        Assert.Equal((true, 50, TimeSpan.FromSeconds(2), "slack"), (_channel.Limits.Finds, _channel.Limits.EditsPerMinute, _channel.Limits.EditEvery, _channel.Platform));
    }

    static string Page(string next, params string[] messages) => $$$"""{"ok":true,"messages":[{{{string.Join(',', messages)}}}],"has_more":{{{(next.Length > 0 ? "true" : "false")}}},"response_metadata":{"next_cursor":"{{{next}}}"}}""";

    static string Message(string ts, string? operation) => operation is null
        ? $$"""{"type":"message","user":"U1","text":"hi","ts":"{{ts}}"}"""
        : $$$$"""{"type":"message","user":"U0BOT","bot_id":"B1","text":"board","ts":"{{{{ts}}}}","metadata":{"event_type":"workshopbot_post","event_payload":{"op":"{{{{operation}}}}"}}}""";

    static string Posted(PostOutcome outcome) => Assert.IsType<PostOutcome.Posted>(outcome).PlatformId;

    static Message Say(string text) => new("board", text, Encoding.UTF8.GetBytes("""[{"type":"section","text":{"type":"plain_text","text":"x"}}]"""), "brief", "en");
}
