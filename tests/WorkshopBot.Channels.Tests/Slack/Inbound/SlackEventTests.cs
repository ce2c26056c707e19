using System.Net;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Tests.Slack.Inbound;

/// <summary>Events as bytes through the door, and what comes out.</summary>
public sealed class SlackEventTests
{
    static async Task<List<SlackInput>> Deliver(params string[] bodies)
    {
        await using var host = await SlackHost.Start();
        foreach (var body in bodies)
        {
            using var answer = await host.Event(body);
            Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }
        return [.. host.Heard];
    }

    static async Task<T> One<T>(string body)
        where T : SlackInput => Assert.IsType<T>(Assert.Single(await Deliver(body)));

    static async Task Nothing(string body) => Assert.Empty(await Deliver(body));

    [Fact]
    public async Task A_mention_is_typed_to_the_bot()
    {
        var typed = await One<SlackInput.Typed>(Payload.Text("app_mention"));
        Assert.Equal(("start E-bikes & Co <spring>", Payload.Root, true), (typed.Text, typed.Ts, typed.Mentions));
        Assert.Equal(new SlackPlace(new InstallId(null, Payload.Team), Payload.Channel, Payload.Ann) { Team = Payload.Team, UserTeam = Payload.Team }, typed.Place);
        Assert.Equal($"slack|{Payload.Team}|{Payload.Channel}|{Payload.Root}", typed.TurnId);
        Assert.Null(typed.Thread);
        Assert.Null(typed.Change);
        Assert.Null(typed.Of);
        Assert.Empty(typed.Others);
    }

    [Theory]
    [InlineData("app_mention", "message_mention")]
    [InlineData("message_mention", "app_mention")]
    public async Task A_mention_that_comes_twice_is_one_turn_in_whatever_order(string first, string second)
    {
        var heard = await Deliver(Payload.Text(first), Payload.Text(second));
        var (one, other) = (Assert.IsType<SlackInput.Typed>(heard[0]), Assert.IsType<SlackInput.Typed>(heard[1]));
        Assert.Equal(one with { Others = [], Files = [], IsMention = false }, other with { Others = [], Files = [], IsMention = false });
        Assert.True(one.Mentions);
        Assert.Equal((first == "app_mention", second == "app_mention"), (one.IsMention, other.IsMention));
        Assert.Equal((one.Others.Length, one.Files.Length), (other.Others.Length, other.Files.Length));
    }

    [Fact]
    public async Task An_event_that_is_delivered_again_is_the_same_turn()
    {
        await using var host = await SlackHost.Start();
        for (var retry = 0; retry < 3; retry++)
        {
            var request = host.Signed(SlackDoor.Events, System.Text.Encoding.UTF8.GetBytes(Payload.Text("message_thread")), "application/json", off: TimeSpan.FromSeconds(retry));
            request.Headers.Add("X-Slack-Retry-Num", $"{retry}");
            request.Headers.Add("X-Slack-Retry-Reason", "http_timeout");
            using var answer = await host.Send(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        Assert.Single(host.Heard.Select(input => input.TurnId).Distinct());
    }

    [Fact]
    public async Task A_mention_in_a_thread_stands_under_its_root()
    {
        var typed = await One<SlackInput.Typed>(Payload.Text("app_mention_thread"));
        Assert.Equal(("next", Payload.Root, true), (typed.Text, typed.Thread, typed.Mentions));
    }

    [Fact]
    public async Task The_root_of_a_thread_stands_under_nothing() =>
        Assert.Null((await One<SlackInput.Typed>(Payload.Event("app_mention", happened => happened["thread_ts"] = Payload.Root))).Thread);

    [Fact]
    public async Task An_install_of_an_organisation_has_no_workspace_of_its_own()
    {
        var typed = await One<SlackInput.Typed>(Payload.Text("app_mention_org"));
        Assert.Equal((new InstallId(Payload.Org, null), Payload.Team), (typed.Place.Install, typed.Place.Team));
        Assert.Equal(Payload.Org, typed.Place.Install.Tenant);
        Assert.Equal($"slack|{Payload.Team}|{Payload.Channel}|1772442011.000100", typed.TurnId);
    }

    [Fact]
    public async Task A_workspace_of_an_organisation_can_have_its_own_install()
    {
        var json = Payload.Json("app_mention");
        json["authorizations"]![0]!["enterprise_id"] = Payload.Org;
        Assert.Equal(new InstallId(Payload.Org, Payload.Team), (await One<SlackInput.Typed>(json.ToJsonString())).Place.Install);
    }

    [Fact]
    public async Task The_authorisation_says_which_workspace_counts()
    {
        var json = Payload.Json("app_mention");
        json["authorizations"]![0]!["team_id"] = "T0OTHER001";
        Assert.Equal(new InstallId(null, "T0OTHER001"), (await One<SlackInput.Typed>(json.ToJsonString())).Place.Install);
    }

    [Fact]
    public async Task Where_no_authorisation_names_the_bot_its_install_does()
    {
        var json = Payload.Json("message_mention");
        json.Remove("authorizations");
        var typed = await One<SlackInput.Typed>(json.ToJsonString());
        Assert.Equal(("start E-bikes & Co <spring>", true), (typed.Text, typed.Mentions));
    }

    [Fact]
    public async Task Every_line_of_a_private_chat_is_for_us()
    {
        var typed = await One<SlackInput.Typed>(Payload.Text("message_im"));
        Assert.Equal(("mine", false, true), (typed.Text, typed.Mentions, typed.Place.IsPersonal));
    }

    [Fact]
    public async Task A_line_in_a_thread_is_heard_and_one_to_nobody_is_not()
    {
        var typed = await One<SlackInput.Typed>(Payload.Text("message_thread"));
        Assert.Equal(("Research: price page | web", Payload.Root, false), (typed.Text, typed.Thread, typed.Mentions));
        await Nothing(Payload.Text("message_groups_top"));
    }

    [Fact]
    public async Task What_was_sent_to_the_thread_and_the_channel_is_a_line_of_the_thread() =>
        Assert.Equal(("We agree on five stages", Payload.Root), await One<SlackInput.Typed>(Payload.Text("message_thread_broadcast")) is var typed ? (typed.Text, typed.Thread!) : default);

    [Fact]
    public async Task Files_come_as_links()
    {
        var typed = await One<SlackInput.Typed>(Payload.Text("message_file_share"));
        Assert.Equal("our old map", typed.Text);
        Assert.Equal("https://bikes.example.invalid/files/F0OLDMAP01/map.csv", Assert.Single(typed.Files));
        var alone = await One<SlackInput.Typed>(Payload.Event("message_file_share", happened => happened["text"] = ""));
        Assert.Equal(("", 1), (alone.Text, alone.Files.Length));
    }

    [Fact]
    public async Task A_link_of_another_kind_than_to_a_page_is_no_file() => Assert.Empty((await One<SlackInput.Typed>(Payload.Event("message_file_share", happened =>
        happened["files"] = new JsonArray(new JsonObject { ["permalink"] = "javascript:alert(1)" }, new JsonObject { ["permalink"] = "http://example.invalid/a" }, new JsonObject { ["permalink"] = "no" }, null, new JsonObject())))).Files);

    [Fact]
    public async Task What_somebody_says_of_themselves_is_a_line_too() => Assert.Equal("agrees", (await One<SlackInput.Typed>(Payload.Text("message_me"))).Text);

    [Fact]
    public async Task Who_comes_from_another_organisation_is_told_apart()
    {
        var typed = await One<SlackInput.Typed>(Payload.Text("message_connect"));
        Assert.Equal(("T0PARTNER1", Payload.Team, true, "kim"), (typed.Place.UserTeam, typed.Place.Team, typed.Place.IsShared, typed.Place.UserName));
    }

    [Theory]
    [InlineData("message_own")]
    [InlineData("message_bot")]
    [InlineData("message_join")]
    [InlineData("message_unfurled")]
    [InlineData("reaction_added")]
    [InlineData("app_home_messages")]
    [InlineData("user_change")]
    [InlineData("tokens_revoked_of_a_person")]
    public async Task What_is_not_said_to_us_is_taken_and_passed_over(string name) => await Nothing(Payload.Text(name));

    [Theory]
    [InlineData("bot_id", "B0OTHER001")]
    [InlineData("app_id", Payload.App)]
    [InlineData("user", Payload.Bot)]
    [InlineData("user", "USLACKBOT")]
    [InlineData("user", null)]
    [InlineData("subtype", "message_replied")]
    [InlineData("subtype", "some_day")]
    public async Task Nobody_talks_with_bots(string member, string? value)
    {
        foreach (var name in new[] { "app_mention", "message_mention", "message_thread", "message_im" })
            await Nothing(Payload.Event(name, happened => happened[member] = value));
    }

    [Fact]
    public async Task A_line_of_a_person_by_another_app_is_theirs() =>
        Assert.Equal(Payload.Ann, (await One<SlackInput.Typed>(Payload.Event("message_im", happened => happened["app_id"] = "A0OTHER001"))).Place.User);

    [Fact]
    public async Task A_kind_of_event_that_nobody_knows_is_taken()
    {
        await Nothing(Payload.Event("message_im", happened => happened["type"] = "some_day"));
        var json = Payload.Json("message_im");
        json["type"] = "some_day";
        await Nothing(json.ToJsonString());
    }

    [Fact]
    public async Task Looking_at_the_home_is_heard()
    {
        var home = await One<SlackInput.HomeOpened>(Payload.Text("app_home_opened"));
        Assert.Equal((Payload.Ann, ""), (home.Place.User, home.Place.Channel));
    }

    [Theory]
    [InlineData("member_joined_bot", SlackHappening.BotInvited, Payload.Channel, "", Payload.Ann)]
    [InlineData("member_left", SlackHappening.MemberLeft, Payload.Channel, Payload.Ben, "")]
    [InlineData("channel_left", SlackHappening.BotRemoved, Payload.Channel, "", "")]
    [InlineData("channel_rename", SlackHappening.ChannelRenamed, Payload.Channel, "", "")]
    [InlineData("channel_archive", SlackHappening.ChannelArchived, Payload.Channel, Payload.Ann, "")]
    [InlineData("group_unarchive", SlackHappening.ChannelUnarchived, "C0SECRET01", Payload.Ann, "")]
    [InlineData("channel_deleted", SlackHappening.ChannelDeleted, Payload.Channel, "", "")]
    [InlineData("channel_id_changed", SlackHappening.ChannelMoved, "G0OLD00001", "", "C0NEW00001")]
    [InlineData("channel_convert_to_private", SlackHappening.ChannelConverted, Payload.Channel, Payload.Ann, "private")]
    [InlineData("grid_migration_started", SlackHappening.MigrationStarted, "", "", Payload.Org)]
    [InlineData("grid_migration_finished", SlackHappening.MigrationFinished, "", "", Payload.Org)]
    [InlineData("team_access_granted", SlackHappening.AccessGranted, "", "", "T0EBIKES01 T0BIKES002")]
    [InlineData("app_uninstalled", SlackHappening.Uninstalled, "", "", "")]
    [InlineData("tokens_revoked", SlackHappening.TokensRevoked, "", "", "")]
    [InlineData("app_rate_limited", SlackHappening.RateLimited, "", "", "")]
    public async Task What_happens_to_rooms_and_installs_is_told(string name, object what, string channel, string user, string detail)
    {
        var happened = await One<SlackInput.Happened>(Payload.Text(name));
        Assert.Equal(((SlackHappening)what, channel, user, detail), (happened.What, happened.Place.Channel, happened.Place.User, happened.Detail));
        Assert.Equal(new InstallId(null, Payload.Team), happened.Place.Install);
        Assert.StartsWith($"slack|{Payload.Team}|", happened.TurnId, StringComparison.Ordinal);
    }

    [Fact]
    public Task Who_joins_a_room_is_nobody_the_bot_has_to_know() => Nothing(Payload.Text("member_joined"));

    [Fact]
    public async Task The_bot_that_is_taken_out_of_a_room_is_told_from_people() =>
        Assert.Equal(SlackHappening.BotRemoved, (await One<SlackInput.Happened>(Payload.Event("member_left", happened => happened["user"] = Payload.Bot))).What);

    [Theory]
    [InlineData("app_uninstalled")]
    [InlineData("tokens_revoked")]
    public async Task An_end_of_an_install_says_when_it_was_where_Slack_does(string name)
    {
        var json = Payload.Json(name);
        json["event_time"] = 1772442000;
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1772442000), (await One<SlackInput.Happened>(json.ToJsonString())).At);
        foreach (var odd in (long?[])[0, -1, long.MaxValue, long.MinValue, null])
        {
            json["event_time"] = odd;
            Assert.Null((await One<SlackInput.Happened>(json.ToJsonString())).At);
        }
    }

    [Fact]
    public async Task An_install_for_the_whole_organisation_ends_as_a_whole_and_that_of_a_workspace_alone()
    {
        var json = Payload.Json("app_uninstalled");
        (json["authorizations"]![0]!["enterprise_id"], json["authorizations"]![0]!["team_id"], json["authorizations"]![0]!["is_enterprise_install"]) = (Payload.Org, null, true);
        Assert.Equal(new InstallId(Payload.Org, null), (await One<SlackInput.Happened>(json.ToJsonString())).Place.Install);
        (json["authorizations"]![0]!["team_id"], json["authorizations"]![0]!["is_enterprise_install"]) = (Payload.Team, false);
        Assert.Equal(new InstallId(Payload.Org, Payload.Team), (await One<SlackInput.Happened>(json.ToJsonString())).Place.Install);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[null, 7, \"not an id\", {}]")]
    public async Task A_list_of_workspaces_may_hold_anything(string teams) =>
        Assert.Equal("", (await One<SlackInput.Happened>(Payload.Event("team_access_granted", happened => happened["team_ids"] = System.Text.Json.Nodes.JsonNode.Parse(teams)))).Detail);
}
