using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Tests;

namespace WorkshopBot.Channels.Tests.Slack.Fake;

public sealed class FakeSlackEventTests : FakeSlackBench
{
    [Fact]
    public async Task A_mention_comes_twice_with_one_ts_and_two_event_ids()
    {
        var message = await Anna.Writes(Lab, "start <b> & go");
        Assert.Equal(["app_mention", "message"], Bot.Heard.Select(heard => heard.Type).Order());
        Assert.Equal([message.Ts, message.Ts], Bot.Heard.Select(heard => (string)heard.Json["event"]!["ts"]!));
        Assert.Equal(2, Bot.Heard.Select(heard => (string)heard.Json["event_id"]!).Distinct().Count());
        Assert.All(Bot.Heard, heard => Assert.Equal($"<@{Acme.Bot!.BotUserId}> start &lt;b&gt; &amp; go", (string)heard.Json["event"]!["text"]!));
        Assert.Equal("channel", (string)Bot.Heard.Single(heard => heard.Type == "message").Json["event"]!["channel_type"]!);
    }

    [Fact]
    public async Task The_two_come_in_either_order_by_the_seed()
    {
        for (var i = 0; i < 20; i++)
            await Anna.Writes(Lab, $"{i}");
        var firsts = Bot.Heard.Chunk(2).Select(pair => pair[0].Type).ToHashSet();
        Assert.Equal(["app_mention", "message"], firsts.Order());
    }

    [Fact]
    public async Task Every_delivery_is_signed_at_the_time_of_the_clock()
    {
        await Anna.Writes(Lab, "hello");
        var heard = Bot.Heard[0];
        var at = heard.Headers["X-Slack-Request-Timestamp"];
        Assert.Equal(Time.GetUtcNow().ToUnixTimeSeconds(), long.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(SlackSigner.Sign(Slack.SigningSecret, at, heard.Raw), heard.Headers["X-Slack-Signature"]);
    }

    [Fact]
    public void The_signature_is_the_one_of_the_published_example() => Assert.Equal(
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        SlackSigner.Sign("8f742231b10e8888abcd" + "99yyyzzz85a5", "1531420618", "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"));

    [Fact]
    public async Task What_is_not_subscribed_to_or_not_seen_is_not_told()
    {
        Slack.Events.Remove("message.channels");
        await Anna.Writes(Lab, "plain", mention: false);
        await Anna.Writes(Acme.Channel("other", Anna).WithoutBot(), "hello");
        Assert.Empty(Bot.Heard);
        await Anna.Writes(Lab, "hello");
        Assert.Equal("app_mention", Bot.Heard.Single().Type);
    }

    [Fact]
    public async Task A_thread_a_change_and_a_deletion_name_what_they_are_about()
    {
        Slack.Events.Add("reaction_added");
        var root = await Anna.Writes(Lab, "root", mention: false);
        var reply = await Anna.Writes(Lab, "reply", root, mention: false);
        await Anna.Edits(reply, "other");
        await Anna.Deletes(reply);
        await Anna.Reacts(root, "eyes");
        var events = Bot.Heard.Select(heard => heard.Json["event"]!.AsObject()).ToList();
        Assert.Equal(["message", "message", "message.message_changed", "message.message_deleted", "reaction_added"], Bot.Heard.Select(heard => heard.Type));
        Assert.Equal((root.Ts, Anna.Id), ((string)events[1]["thread_ts"]!, (string)events[1]["parent_user_id"]!));
        Assert.Equal(("other", "reply", Anna.Id), ((string)events[2]["message"]!["text"]!, (string)events[2]["previous_message"]!["text"]!, (string)events[2]["message"]!["edited"]!["user"]!));
        Assert.Equal((reply.Ts, reply.Ts), ((string)events[3]["deleted_ts"]!, (string)events[3]["previous_message"]!["ts"]!));
        Assert.Equal((root.Ts, "eyes"), ((string)events[4]["item"]!["ts"]!, (string)events[4]["reaction"]!));
    }

    [Fact]
    public async Task The_bot_hears_of_its_own_messages_too()
    {
        await Raw.Call("chat.postMessage", ("channel", Lab.Id), ("text", "mine"));
        await Slack.Settled();
        var echo = Bot.Heard.Single().Json["event"]!;
        Assert.Equal((Acme.Bot!.BotUserId, Acme.Bot.BotId, Slack.AppId), ((string)echo["user"]!, (string)echo["bot_id"]!, (string)echo["app_id"]!));
        Slack.Echoes = false;
        await Raw.Call("chat.postMessage", ("channel", Lab.Id), ("text", "mine"));
        await Slack.Settled();
        Assert.Single(Bot.Heard);
    }

    [Fact]
    public async Task An_event_that_was_not_taken_comes_again_at_once_and_after_a_minute_and_after_five()
    {
        Bot.Says(null, 500);
        await Anna.Writes(Anna.Dm, "hello");
        // The timer is that of the next try: each try puts its own away before its answer is written down.
        Task Tried(int times) => Until.True(() => Slack.Deliveries[0].Answers.Count == times && (times == 4 || Time.Waiting > 0));
        await Tried(2);
        Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(2, Bot.Heard.Count);
        Time.Advance(TimeSpan.FromSeconds(1));
        await Tried(3);
        Bot.Says(null);
        Time.Advance(TimeSpan.FromMinutes(5));
        await Tried(4);
        Assert.Equal(["", "1", "2", "3"], Bot.Heard.Select(heard => heard.Headers.GetValueOrDefault("X-Slack-Retry-Num", "")));
        Assert.Equal("http_error", Bot.Heard[1].Headers["X-Slack-Retry-Reason"]);
        Assert.Single(Bot.Heard.Select(heard => heard.Raw).Distinct());
    }

    [Fact]
    public async Task An_event_is_delivered_once_more_when_told()
    {
        await Anna.Writes(Anna.Dm, "hello");
        Assert.True((await Slack.Redeliver(Slack.Deliveries[0])).IsOk);
        Assert.Equal(Bot.Heard[0].Raw, Bot.Heard[1].Raw);
    }

    [Fact]
    public async Task A_door_is_the_apps_when_it_gives_back_what_it_is_asked()
    {
        Assert.False(await Slack.Verifies());
        Bot.Answers = heard => Task.FromResult((200, (string)heard.Json["challenge"]!));
        Assert.True(await Slack.Verifies());
        Bot.Says(null);
        await Slack.TellsOfTooMany(Acme);
        Assert.Equal(("app_rate_limited", Acme.Id), (Bot.Heard[^1].Type, (string)Bot.Heard[^1].Json["team_id"]!));
    }

    [Fact]
    public async Task The_bot_is_told_of_coming_and_going_of_names_and_of_its_end()
    {
        var room = Acme.PrivateChannel("new", Anna).WithoutBot();
        await Anna.Invites(room);
        await Anna.Renames(room, "newer");
        await Anna.Archives(room);
        await Anna.Leaves(room);
        await Anna.Uninstalls();
        Assert.Equal(["member_joined_channel", "group_rename", "group_archive", "member_left_channel"], Bot.Heard.Take(4).Select(heard => heard.Type));
        Assert.Equal((Acme.Id, "G"), ((string)Bot.Heard[0].Json["event"]!["team"]!, (string)Bot.Heard[0].Json["event"]!["channel_type"]!));
        Assert.Equal(["app_uninstalled", "tokens_revoked"], Bot.Heard.Skip(4).Select(heard => heard.Type).Order());
        Assert.Equal("account_inactive", await Raw.Error("auth.test"));
    }

    [Fact]
    public async Task People_of_another_organisation_are_told_apart_in_a_shared_channel()
    {
        var kim = Slack.Team("Partner").Person("Kim");
        Lab.SharedWith(kim.Team).Add(kim);
        await kim.Writes(Lab, "an idea", mention: false);
        var (envelope, inner) = (Bot.Heard.Single().Json, Bot.Heard.Single().Json["event"]!);
        Assert.True((bool)envelope["is_ext_shared_channel"]!);
        Assert.Equal((Acme.Id, kim.Team.Id, "Kim"), ((string)envelope["team_id"]!, (string)inner["user_team"]!, (string)inner["user_profile"]!["real_name"]!));
        Assert.True((bool)(await Raw.Call("users.info", ("user", kim.Id)))["user"]!["is_stranger"]!);
        Assert.True((bool)(await Raw.Call("conversations.info", ("channel", Lab.Id)))["channel"]!["is_ext_shared"]!);
    }

    [Fact]
    public async Task An_organisation_has_one_install_for_its_workspaces()
    {
        var org = Slack.Enterprise("Big");
        var bot = org.Install();
        var (mia, room) = (org.Team("Design").Person("Mia"), org.Team("Design").Channel("studio", org.Team("Design").Person("Mia")));
        await mia.Writes(room, "hello", mention: false);
        var heard = Bot.Heard.Single().Json;
        var by = heard["authorizations"]![0]!;
        Assert.Equal((org.Id, null, true), ((string?)by["enterprise_id"], (string?)by["team_id"], (bool)by["is_enterprise_install"]!));
        Assert.Equal((room.Team.Id, org.Id), ((string)heard["team_id"]!, (string)heard["enterprise_id"]!));
        using var raw = new RawSlack(Slack, bot.Token);
        Assert.Equal("ok", await raw.Error("chat.postMessage", ("channel", room.Id), ("text", "hello")));
        Assert.Equal("channel_not_found", await raw.Error("chat.postMessage", ("channel", Lab.Id), ("text", "hello")));
    }
}
