using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Channels.Tests.Slack.Fake;

public sealed class FakeSlackUseTests : FakeSlackBench
{
    const string Form = """
        [{"type":"section","text":{"type":"mrkdwn","text":"*Add* one"},"accessory":{"type":"button","action_id":"more.1","text":{"type":"plain_text","text":"More"}}},
         {"type":"input","block_id":"in.name","label":{"type":"plain_text","text":"Name"},"element":{"type":"plain_text_input","action_id":"name","min_length":2}},
         {"type":"input","block_id":"in.kind","optional":true,"label":{"type":"plain_text","text":"Kind"},"element":{"type":"static_select","action_id":"kind","options":[{"text":{"type":"plain_text","text":"Customer"},"value":"c"},{"text":{"type":"plain_text","text":"Staff"},"value":"s"}]}},
         {"type":"input","block_id":"in.stage","optional":true,"label":{"type":"plain_text","text":"Stage"},"element":{"type":"external_select","action_id":"stage","min_query_length":1}}]
        """;

    static JsonObject Window(string more = "") => RawSlack.Modal(Form, $$""","submit":{"type":"plain_text","text":"Save"},"private_metadata":"m1","notify_on_close":true{{more}}""");

    [Fact]
    public async Task A_command_is_answered_for_its_author_alone_at_once_and_later()
    {
        Bot.Says(new { text = "Here you are" });
        await Anna.Types(Lab, "/journey", "status a&b");
        var command = Bot.Heard.Single().Json;
        Assert.Equal(("/journey", "status a&amp;b", Lab.Id, Anna.Id, "false"), ((string)command["command"]!, (string)command["text"]!, (string)command["channel_id"]!, (string)command["user_id"]!, (string)command["is_enterprise_install"]!));
        using var http = new HttpClient();
        for (var i = 0; i < 6; i++)
        {
            using var said = await http.PostAsync((string)command["response_url"]!, new StringContent("""{"text":"later"}"""));
            Assert.Equal(i < 5, said.IsSuccessStatusCode);
        }
        Assert.Equal(["Here you are", "later", "later", "later", "later", "later"], Anna.Whispers(Lab).Select(message => message.Text));
        Assert.Empty(Lab.Messages);
    }

    [Fact]
    public async Task A_response_url_is_dead_after_half_an_hour()
    {
        await Anna.Types(Lab, "/journey");
        Time.Advance(TimeSpan.FromMinutes(31));
        using var http = new HttpClient();
        using var said = await http.PostAsync((string)Bot.Heard.Single().Json["response_url"]!, new StringContent("""{"text":"later"}"""));
        Assert.Contains("expired_url", await said.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_button_says_what_it_carries_and_what_was_filled_beside_it()
    {
        await Raw.Call("chat.postMessage", ("channel", Lab.Id), ("text", "x"), ("blocks", RawSlack.Blocks($$"""
            [{"type":"input","block_id":"in.note","label":{"type":"plain_text","text":"Note"},"element":{"type":"plain_text_input","action_id":"note"} },
             {"type":"actions","block_id":"b","elements":[{"type":"button","action_id":"done.1","value":"{\"a\":1}","style":"primary","text":{"type":"plain_text","text":"Done"} }]}]
            """)));
        var message = Lab.Posted.Single();
        await Anna.Fills(message, "Note", "quick");
        await Slack.Settled();
        await Anna.Presses(message, "Done");
        var heard = Bot.Heard.Single(one => one.Door == "interactions").Json;
        Assert.Equal(("done.1", "b", """{"a":1}"""), ((string)heard["actions"]![0]!["action_id"]!, (string)heard["actions"]![0]!["block_id"]!, (string)heard["actions"]![0]!["value"]!));
        Assert.Equal((message.Ts, Lab.Id, false), ((string)heard["container"]!["message_ts"]!, (string)heard["container"]!["channel_id"]!, (bool)heard["container"]!["is_ephemeral"]!));
        Assert.Equal("quick", (string)heard["state"]!["values"]!["in.note"]!["note"]!["value"]!);
        Assert.Equal(message.Ts, (string)heard["message"]!["ts"]!);
        Assert.Equal("missing", Assert.Throws<ArgumentException>(() => { _ = Anna.Presses(message, "Nothing"); }).Message.Contains("no button", StringComparison.Ordinal) ? "missing" : "");
    }

    [Fact]
    public async Task An_ephemeral_message_is_replaced_and_deleted_by_what_pressed_it()
    {
        await Raw.Call("chat.postEphemeral", ("channel", Lab.Id), ("user", Anna.Id), ("text", "x"), ("blocks", RawSlack.Blocks("""[{"type":"actions","elements":[{"type":"button","action_id":"ok.1","text":{"type":"plain_text","text":"OK"}}]}]""")));
        var whisper = Anna.Whispers(Lab).Single();
        await Anna.Presses(whisper, "OK");
        var heard = Bot.Heard.Single().Json;
        Assert.False(heard.ContainsKey("message"));
        Assert.True((bool)heard["container"]!["is_ephemeral"]!);
        using var http = new HttpClient();
        var url = (string)heard["response_url"]!;
        (await http.PostAsync(url, new StringContent("""{"replace_original":true,"text":"other"}"""))).Dispose();
        Assert.Equal("other", Anna.Whispers(Lab).Single().Says);
        (await http.PostAsync(url, new StringContent("""{"delete_original":true}"""))).Dispose();
        Assert.Empty(Anna.Whispers(Lab));
    }

    [Fact]
    public async Task A_window_opens_by_a_trigger_within_three_seconds_and_once()
    {
        await Anna.Types(Lab, "/journey");
        var trigger = (string)Bot.Heard[0].Json["trigger_id"]!;
        Assert.Equal("invalid_trigger_id", await Raw.Error("views.open", ("trigger_id", "1.2.3"), ("view", RawSlack.Modal())));
        Assert.Equal("invalid_arguments", await Raw.Error("views.open", ("trigger_id", trigger), ("view", RawSlack.Modal(Form))));
        Assert.Equal("ok", await Raw.Error("views.open", ("trigger_id", trigger), ("view", RawSlack.Modal())));
        Assert.Equal("A window\nHello", Anna.View!.Says);
        Assert.Equal("exchanged_trigger_id", await Raw.Error("views.open", ("trigger_id", trigger), ("view", RawSlack.Modal())));
        await Anna.Types(Lab, "/journey");
        Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("expired_trigger_id", await Raw.Error("views.open", ("trigger_id", (string)Bot.Heard[1].Json["trigger_id"]!), ("view", RawSlack.Modal())));
    }

    [Fact]
    public async Task A_form_is_filled_sent_refused_and_closed()
    {
        var view = await Opened(Window());
        Assert.Equal(0, (await Anna.Submits()).Status);
        Assert.Equal(["in.name"], view.Errors.Keys);
        Bot.Answers = heard => Task.FromResult((200, heard.Door switch
        {
            "options" => """{"options":[{"text":{"type":"plain_text","text":"Return"},"value":"st4"}]}""",
            _ when heard.Type == "view_submission" && Bot.Heard.Count(one => one.Type == "view_submission") == 1 => """{"response_action":"errors","errors":{"in.name":"Too plain"}}""",
            _ => "",
        }));
        await Anna.Fills(view, "Name", "Nora");
        await Anna.Chooses(view, "Kind", "Staff");
        await Anna.Chooses(view, "Stage", "Return");
        Assert.Equal("Return", (string)Bot.Heard.Single(heard => heard.Door == "options").Json["value"]!);
        await Anna.Submits();
        Assert.Equal("Too plain", view.Errors["in.name"]);
        await Anna.Submits();
        Assert.False(view.IsOpen);
        Assert.Null(Anna.View);
        var sent = Bot.Heard[^1].Json["view"]!;
        Assert.Equal(("m1", "Nora", "s", "st4"), ((string)sent["private_metadata"]!, (string)sent["state"]!["values"]!["in.name"]!["name"]!["value"]!,
            (string)sent["state"]!["values"]!["in.kind"]!["kind"]!["selected_option"]!["value"]!, (string)sent["state"]!["values"]!["in.stage"]!["stage"]!["selected_option"]!["value"]!));
        Assert.Empty(Slack.Slips);
    }

    [Fact]
    public async Task An_update_keeps_what_was_typed_and_refuses_an_old_hash()
    {
        var view = await Opened(Window());
        await Anna.Fills(view, "Name", "Nora");
        var hash = view.Hash;
        Assert.Equal("ok", await Raw.Error("views.update", ("view_id", view.Id), ("hash", hash), ("view", Window())));
        Assert.Equal("hash_conflict", await Raw.Error("views.update", ("view_id", view.Id), ("hash", hash), ("view", Window())));
        await Anna.Presses(view, "More");
        var heard = Bot.Heard[^1].Json;
        Assert.Equal(("view", view.Id, "Nora"), ((string)heard["container"]!["type"]!, (string)heard["container"]!["view_id"]!, (string)heard["view"]!["state"]!["values"]!["in.name"]!["name"]!["value"]!));
        Assert.Equal("ok", await Raw.Error("views.update", ("view_id", view.Id), ("view", RawSlack.Modal())));
        Assert.Equal("not_found", await Raw.Error("views.update", ("view_id", "V0NONE"), ("view", RawSlack.Modal())));
    }

    [Fact]
    public async Task Windows_stand_on_each_other_three_deep()
    {
        var view = await Opened(Window());
        for (var depth = 2; depth <= 4; depth++)
        {
            await Anna.Presses(view, "More");
            Assert.Equal(depth < 4 ? "ok" : "push_limit_reached", await Raw.Error("views.push", ("trigger_id", (string)Bot.Heard[^1].Json["trigger_id"]!), ("view", Window())));
        }
        Assert.Equal(3, Anna.Windows.Count);
        await Anna.Closes();
        Assert.Equal(("view_closed", false), (Bot.Heard[^1].Type, (bool)Bot.Heard[^1].Json["is_cleared"]!));
        Bot.Says(new { response_action = "clear" });
        await Anna.Fills(Anna.View!, "Name", "Nora");
        await Anna.Submits();
        Assert.Empty(Anna.Windows);
    }

    [Fact]
    public async Task An_answer_to_a_form_shows_another_window_in_its_place_or_on_it()
    {
        var view = await Opened(Window());
        await Anna.Fills(view, "Name", "Nora");
        Bot.Answers = _ => Task.FromResult((200, new JsonObject { ["response_action"] = "push", ["view"] = RawSlack.Modal() }.ToJsonString()));
        await Anna.Submits();
        Assert.Equal(2, Anna.Windows.Count);
        await Anna.Closes();
        Bot.Answers = _ => Task.FromResult((200, new JsonObject { ["response_action"] = "update", ["view"] = RawSlack.Modal() }.ToJsonString()));
        await Anna.Submits();
        Assert.Equal("A window\nHello", Anna.View!.Says);
        Assert.Same(view, Anna.View);
    }

    [Fact]
    public async Task What_no_client_would_understand_is_trouble_and_noted()
    {
        await Opened(Window());
        await Anna.Fills(Anna.View!, "Name", "Nora");
        Bot.Says(new { response_action = "errors", errors = new Dictionary<string, string> { ["in.none"] = "no" } });
        await Anna.Submits();
        Bot.Says(null, 500);
        await Anna.Submits();
        Assert.True(Anna.View!.IsOpen);
        Assert.Equal(2, Anna.Troubles.Count);
        Assert.Single(Slack.Slips);
    }

    [Fact]
    public async Task Shortcuts_say_what_they_were_used_on()
    {
        var message = Anna.Wrote(Lab, "an idea");
        await Anna.Uses("add", message);
        await Anna.Uses("new");
        var (on, none) = (Bot.Heard[0].Json, Bot.Heard[1].Json);
        Assert.Equal(("message_action", "add", message.Ts, "an idea"), ((string)on["type"]!, (string)on["callback_id"]!, (string)on["message_ts"]!, (string)on["message"]!["text"]!));
        Assert.Equal("shortcut", (string)none["type"]!);
        Assert.False(none.ContainsKey("response_url"));
    }

    [Fact]
    public async Task Everybody_has_a_home_of_their_own()
    {
        var home = JsonNode.Parse("""{"type":"home","blocks":[{"type":"actions","elements":[{"type":"button","action_id":"open.1","text":{"type":"plain_text","text":"Open"}}]}]}""")!.AsObject();
        await Anna.OpensHome();
        Assert.False(Bot.Heard[0].Json["event"]!.AsObject().ContainsKey("view"));
        Assert.Equal("ok", await Raw.Error("views.publish", ("user_id", Anna.Id), ("view", home)));
        Assert.Equal("[Open]", Anna.Home!.Says);
        Assert.Null(Acme.Person("Ben").Home);
        Assert.Equal("hash_conflict", await Raw.Error("views.publish", ("user_id", Anna.Id), ("view", home), ("hash", "old")));
        await Anna.Presses(Anna.Home, "Open");
        Assert.Equal("home", (string)Bot.Heard[1].Json["view"]!["type"]!);
        await Anna.OpensHome();
        Assert.Equal(Anna.Home.Hash, (string)Bot.Heard[2].Json["event"]!["view"]!["hash"]!);
        Slack.HasHomeTab = false;
        Assert.Equal("not_enabled", await Raw.Error("views.publish", ("user_id", Anna.Id), ("view", home)));
    }

    async Task<FakeSlackView> Opened(JsonObject view)
    {
        await Anna.Types(Lab, "/journey");
        Assert.Equal("ok", await Raw.Error("views.open", ("trigger_id", (string)Bot.Heard[^1].Json["trigger_id"]!), ("view", view)));
        return Anna.View!;
    }
}
