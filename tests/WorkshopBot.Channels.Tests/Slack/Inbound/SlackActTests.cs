using System.Net;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Tests.Slack.Inbound;

/// <summary>Commands, buttons, forms and shortcuts as bytes through the doors, and what comes out.</summary>
public sealed class SlackActTests
{
    static async Task<SlackInput?> Post(string path, string body)
    {
        await using var host = await SlackHost.Start();
        using var answer = await host.Form(path, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return host.Heard.SingleOrDefault();
    }

    static async Task<T> Act<T>(string json, string path = SlackDoor.Interactions)
        where T : SlackInput => Assert.IsAssignableFrom<T>(await Post(path, Payload.Field(json)));

    static Task<T> Act<T>(string name, Action<System.Text.Json.Nodes.JsonObject> change)
        where T : SlackInput
    {
        var json = Payload.Json(name);
        change(json);
        return Act<T>(json.ToJsonString());
    }

    [Fact]
    public async Task A_command_is_heard_with_who_is_named_in_it()
    {
        var command = Assert.IsType<SlackInput.Command>(await Post(SlackDoor.Commands, Payload.Form("slash_command")));
        Assert.Equal(($"show map for @{Payload.Ben} & co", "9000001.1234.0a1b", "https://hooks.example.invalid/commands/1"), (command.Text, command.Trigger, command.ResponseUrl));
        Assert.Equal(KeyValuePair.Create(Payload.Ben, Payload.Ben), Assert.Single(command.Others));
        Assert.Equal(new SlackPlace(new InstallId(null, Payload.Team), Payload.Channel, Payload.Ann) { Team = Payload.Team, UserName = "ann", ChannelName = "e-bikes" }, command.Place);
        Assert.Equal($"slack|{Payload.Team}|9000001.1234.0a1b", command.TurnId);
    }

    [Fact]
    public async Task A_command_that_names_somebody_is_heard_also_while_nobody_can_tell_who_the_bot_is()
    {
        await using var host = await SlackHost.Start();
        host.IsAway = true;
        using var answer = await host.Form(SlackDoor.Commands, Payload.Form("slash_command"));
        Assert.Contains($"@{Payload.Ben}", Assert.IsType<SlackInput.Command>(Assert.Single(host.Heard)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_in_a_private_chat_of_an_organisation_names_no_room()
    {
        var command = Assert.IsType<SlackInput.Command>(await Post(SlackDoor.Commands, Payload.Form("slash_command_org")));
        Assert.Equal((new InstallId(Payload.Org, null), Payload.Team, "", true), (command.Place.Install, command.Place.Team, command.Place.ChannelName, command.Place.IsPersonal));
    }

    [Fact]
    public async Task A_button_carries_its_data_and_what_stands_in_the_inputs_beside_it()
    {
        var pressed = await Act<SlackInput.Pressed>(Payload.Text("block_actions_message"));
        Assert.Equal(("step-done", "9000003.1234.22", "1772442015.000600", Payload.Root, false), (pressed.Verb, pressed.Trigger, pressed.Message, pressed.Thread, pressed.IsEphemeral));
        Assert.Equal("kept=board;n=3;note=;stage=S4;w=w1", string.Join(';', pressed.Data.Select(entry => $"{entry.Key}={entry.Value}")));
        Assert.Equal("https://hooks.example.invalid/actions/1", pressed.ResponseUrl);
        Assert.Null(pressed.View);
        Assert.Equal(new SlackPlace(new InstallId(null, Payload.Team), Payload.Channel, Payload.Ann) { Team = Payload.Team, UserTeam = Payload.Team, UserName = "ann", ChannelName = "e-bikes" }, pressed.Place);
        Assert.Equal($"slack|{Payload.Team}|9000003.1234.22", pressed.TurnId);
    }

    [Fact]
    public async Task A_button_counts_more_than_an_input_of_its_name() => Assert.Equal("S9", (await Act<SlackInput.Pressed>("block_actions_message", json => json["actions"]![0]!["value"] = """{"stage":"S9"}""")).Data["stage"]);

    [Fact]
    public async Task Without_a_trigger_the_time_names_the_press()
    {
        var pressed = await Act<SlackInput.Pressed>("block_actions_message", json => json.Remove("trigger_id"));
        Assert.Equal(($"slack|{Payload.Team}|{Payload.Ann}|1772442200.123456", ""), (pressed.TurnId, pressed.Trigger));
    }

    [Fact]
    public async Task A_message_that_only_one_person_sees_says_so()
    {
        var pressed = await Act<SlackInput.Pressed>(Payload.Text("block_actions_ephemeral"));
        Assert.Equal((true, "1772442016.000900", ""), (pressed.IsEphemeral, pressed.Message, pressed.Place.ChannelName));
        Assert.Null(pressed.Thread);
    }

    [Fact]
    public async Task A_button_of_the_home_is_pressed_in_no_room()
    {
        var pressed = await Act<SlackInput.Pressed>(Payload.Text("block_actions_home"));
        Assert.Equal(("open", "w2", ""), (pressed.Verb, pressed.Data["w"], pressed.Place.Channel));
        Assert.Equal(new SlackViewRef("V0HOME0001", "1772442150.Qw", ModalContext.None, true), pressed.View);
        Assert.Null(pressed.Message);
        Assert.Null(pressed.ResponseUrl);
    }

    [Fact]
    public async Task A_button_of_a_form_carries_what_is_typed_so_far()
    {
        var pressed = await Act<SlackInput.Pressed>(Payload.Text("block_actions_modal"));
        Assert.Equal("kind=;value=2", string.Join(';', pressed.Data.Select(entry => $"{entry.Key}={entry.Value}")));
        Assert.Equal(("row-add", "V0MODAL001", false), (pressed.Verb, pressed.View!.Id, pressed.View.IsHome));
    }

    [Theory]
    [InlineData("block_actions_choice")]
    [InlineData("interaction_unknown")]
    public async Task What_is_no_press_is_taken_and_passed_over(string name) => Assert.Null(await Post(SlackDoor.Interactions, Payload.Field(Payload.Text(name))));

    [Fact]
    public async Task A_form_brings_every_kind_of_field_as_text()
    {
        var sent = await Act<SlackInput.Submitted>(Payload.Text("view_submission"));
        Assert.Equal(("add", "V0MODAL001", "1772442150.Qw"), (sent.Verb, sent.View.Id, sent.View.Hash));
        Assert.Equal(
            $"at=09:30;channel={Payload.Channel};channels={Payload.Channel};deadline=1764576000;due=2026-12-01;effort=5;entry=e1;kind=customer;link=;mail=a@example.invalid;mode=live;name=Night-shift nurse;none=;notes=works 22-06;owner={Payload.Ben};people={Payload.Ann},{Payload.Ben};ref=T3;room={Payload.Channel};rooms={Payload.Channel},{Payload.Dm};stages=S1,S2;tags=a,b;w=w1",
            string.Join(';', sent.Data.Select(entry => $"{entry.Key}={entry.Value}")));
        Assert.Equal(("in.name", 20, false), (sent.Blocks["name"], sent.Blocks.Count, sent.Blocks.ContainsKey("w")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"verb":7}""")]
    [InlineData("""{"verb":"Not One"}""")]
    [InlineData("""{"verb":"add","data":{"\ud800":1}}""")]
    [InlineData("""{"verb":"add","data":[]}""")]
    [InlineData("""{"verb":"add","data":{"a":{}}}""")]
    public async Task A_form_that_is_none_of_ours_is_taken_and_passed_over(string metadata)
    {
        var json = Payload.Json("view_submission");
        json["view"]!["private_metadata"] = metadata;
        Assert.Null(await Post(SlackDoor.Interactions, Payload.Field(json.ToJsonString())));
    }

    [Fact]
    public async Task A_form_that_was_closed_is_told()
    {
        var closed = await Act<SlackInput.Closed>(Payload.Text("view_closed"));
        Assert.Equal(("V0MODAL001", Payload.Ann), (closed.View.Id, closed.Place.User));
        Assert.NotEmpty(closed.TurnId);
    }

    [Theory]
    [InlineData("view_submission", SlackDoor.Interactions)]
    [InlineData("view_closed", SlackDoor.Interactions)]
    [InlineData("block_actions_modal", SlackDoor.Interactions)]
    [InlineData("block_suggestion", SlackDoor.Options)]
    public async Task What_a_guest_does_in_a_view_came_by_the_install_that_has_shown_it(string name, string path)
    {
        var json = Payload.Json(name);
        (json["team"], json["user"]!["team_id"]) = (JsonNode.Parse("""{"id":"T0PARTNER1","domain":"partner"}"""), "T0PARTNER1");
        json["enterprise"] = JsonNode.Parse("""{"id":"E0PARTNER1","name":"Partner"}""");
        json["view"]!["app_installed_team_id"] = Payload.Team;
        var done = await Act<SlackInput>(json.ToJsonString(), path);
        Assert.Equal((new InstallId(null, Payload.Team), Payload.Team, "T0PARTNER1"), (Place(done).Install, Place(done).Team, Place(done).UserTeam));

        json["view"]!["app_installed_team_id"] = Payload.Org;
        done = await Act<SlackInput>(json.ToJsonString(), path);
        Assert.Equal((new InstallId(Payload.Org, null), null, true), (Place(done).Install, Place(done).Team, Place(done).IsShared));

        // Somebody of the organisation itself.
        json["enterprise"]!["id"] = Payload.Org;
        Assert.Equal((new InstallId(Payload.Org, "T0PARTNER1"), "T0PARTNER1"), Place(await Act<SlackInput>(json.ToJsonString(), path)) is var place ? (place.Install, place.Team) : default);
    }

    static SlackPlace Place(SlackInput done) => done switch
    {
        SlackInput.Submitted submitted => submitted.Place, SlackInput.Closed closed => closed.Place, SlackInput.Pressed pressed => pressed.Place, SlackInput.Suggest suggest => suggest.Place,
        _ => throw new ArgumentOutOfRangeException(nameof(done)),
    };

    [Fact]
    public async Task Choices_are_asked_for_with_what_the_form_carries()
    {
        var suggest = await Act<SlackInput.Suggest>(Payload.Text("block_suggestion"), SlackDoor.Options);
        Assert.Equal(("ref", "pri", "e1"), (suggest.Field, suggest.Text, suggest.Context.Data["entry"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_message_choices_are_asked_for_with_what_the_block_is_called_where_the_message_stands(bool comesWith)
    {
        var suggest = await Suggested(json =>
        {
            json["block_id"] = "in.f.serves~w=m-1&of=touchpoint&item=&field=f.serves";
            if (comesWith)
                json["message"] = new System.Text.Json.Nodes.JsonObject { ["ts"] = "1772442016.000900", ["blocks"] = new System.Text.Json.Nodes.JsonArray() };
        });
        Assert.Equal(("f.serves", "pri", Payload.Channel, Payload.Channel, ""), (suggest.Field, suggest.Text, suggest.Context.Channel, suggest.Place.Channel, suggest.Context.Verb));
        Assert.Equal("field=f.serves;item=;of=touchpoint;w=m-1", string.Join(';', suggest.Context.Data.Select(entry => $"{entry.Key}={entry.Value}")));
    }

    [Theory]
    [InlineData("in.f.serves")]
    [InlineData("in.f.serves~")]
    [InlineData("in.f.serves~~&&==&w")]
    [InlineData("b7")]
    [InlineData("")]
    public async Task A_block_of_a_message_that_names_nothing_asks_for_nothing(string block) => Assert.Empty((await Suggested(json => json["block_id"] = block)).Context.Data);

    static Task<SlackInput.Suggest> Suggested(Action<System.Text.Json.Nodes.JsonObject> change)
    {
        var json = Payload.Json("block_suggestion_message");
        change(json);
        return Act<SlackInput.Suggest>(json.ToJsonString(), SlackDoor.Options);
    }

    [Fact]
    public async Task A_shortcut_of_nothing_has_no_room()
    {
        var shortcut = await Act<SlackInput.Shortcut>(Payload.Text("shortcut"));
        Assert.Equal(("start", "9000009.1234.44", ""), (shortcut.Name, shortcut.Trigger, shortcut.Place.Channel));
        Assert.Null(shortcut.Message);
        Assert.Null(shortcut.ResponseUrl);
    }

    [Fact]
    public async Task Outside_every_workspace_the_organisation_counts()
    {
        var shortcut = await Act<SlackInput.Shortcut>(Payload.Text("shortcut_org"));
        Assert.Equal((new InstallId(Payload.Org, null), null, $"slack|{Payload.Org}|9000012.1234.44"), (shortcut.Place.Install, shortcut.Place.Team, shortcut.TurnId));
    }

    [Fact]
    public async Task A_shortcut_of_a_message_brings_the_message_as_it_would_have_been_heard()
    {
        var shortcut = await Act<SlackInput.Shortcut>(Payload.Text("message_action"));
        Assert.Equal(("put-on-map", Payload.Ann, Payload.Channel, "Ben Bird", "https://hooks.example.invalid/app/1"), (shortcut.Name, shortcut.Place.User, shortcut.Place.Channel, shortcut.Author, shortcut.ResponseUrl));
        var message = shortcut.Message!;
        Assert.Equal(($"@{Payload.Ben} said: 41 of 100 could not find it", "1772442013.000400", Payload.Root, true, Payload.Ben), (message.Text, message.Ts, message.Thread, message.Mentions, message.Place.User));
        Assert.Equal("https://bikes.example.invalid/files/F0SHOT0001", Assert.Single(message.Files));
        Assert.Equal($"slack|{Payload.Team}|{Payload.Channel}|1772442013.000400", message.TurnId);
        Assert.NotEqual(message.TurnId, shortcut.TurnId);
    }

    [Fact]
    public async Task A_message_of_a_bot_can_be_put_on_the_map_too()
    {
        var shortcut = await Act<SlackInput.Shortcut>("message_action", json =>
        {
            var message = json["message"]!.AsObject();
            message.Remove("user");
            message.Remove("user_profile");
            (message["bot_id"], message["username"]) = ("B0OTHER001", "CI");
        });
        Assert.Equal(("CI", ""), (shortcut.Author, shortcut.Message!.Place.User));
    }

    [Fact]
    public async Task Nothing_of_it_can_be_read_in_a_log()
    {
        foreach (var name in new[] { "block_actions_message", "view_submission", "message_action" })
            Assert.DoesNotContain(" {", (await Post(SlackDoor.Interactions, Payload.Field(Payload.Text(name))))!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Slack Command", (await Post(SlackDoor.Commands, Payload.Form("slash_command")))!.ToString());
    }
}
