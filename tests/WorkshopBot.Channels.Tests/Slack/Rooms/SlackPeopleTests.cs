using System.Text.Json.Nodes;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Slack.Rooms;
using WorkshopBot.Channels.Tests.Slack.Api;
using WorkshopBot.Channels.Tests.Teams.Connector;
using Wired = WorkshopBot.Channels.Tests.Slack.Api.Wired;

namespace WorkshopBot.Channels.Tests.Slack.Rooms;

/// <summary>Who somebody is in Slack, and what a room is: asked once, remembered, and never worth a long wait.</summary>
public sealed class SlackPeopleTests : Wired
{
    static readonly InstallId Org = new("E0ORG", null);

    readonly Notes _notes = new();
    SlackBook _book = null!;
    SlackPeople _people = null!;

    static SlackPlace InChannel => new(Acme, "C0MAPS", "U0ANNA") { UserTeam = "T0ACME", Team = "T0ACME", UserName = "anna.k" };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Server.Always("users.info", call => User(call["user"]));
        Server.Always("conversations.info", call => """{"ok":true,"channel":{"id":"C0MAPS","name":"journey-maps","is_channel":true,"is_private":true,"is_ext_shared":false,"is_archived":false}}""");
        _book = new(_notes);
        _people = new(Api, _book, ["en", "de"], Time, this);
    }

    [Fact]
    public async Task Somebody_has_their_name_zone_and_language_and_a_room_its_name()
    {
        var (person, room) = await _people.Find(InChannel, default);
        Assert.Equal(new Person("slack:T0ACME:U0ANNA", "anna", "Europe/Berlin", "de"), person);
        Assert.Equal(new Room("slack:T0ACME:C0MAPS", "#journey-maps"), room);
        Assert.True((await _book.Room(room.Key, default))!.Private);
        Assert.Equal("true", Assert.Single(Server.Of("users.info"))["include_locale"]);
    }

    [Fact]
    public async Task Slack_is_asked_once_and_what_is_known_costs_neither_a_call_nor_a_write()
    {
        await _people.Find(InChannel, default);
        var (reads, writes) = (_notes.Reads, _notes.Writes);
        for (var i = 0; i < 5; i++)
            await _people.Find(InChannel, default);
        Assert.Equal((2, reads, writes), (Server.Calls.Count, _notes.Reads, _notes.Writes));
        Assert.Equal("anna", (await new SlackPeople(Api, new(_notes), ["de"], Time, this).Find(InChannel, default)).Person.Name);
        Assert.Equal(2, Server.Calls.Count);
    }

    [Fact]
    public async Task After_a_day_it_is_asked_again_and_nobody_waits_for_that()
    {
        await _people.Find(InChannel, default);
        Server.Always("users.info", _ => User("U0ANNA", name: "anna k."));
        Time.Advance(SlackQuestions.Fresh);
        Assert.Equal("anna", (await _people.Find(InChannel, default)).Person.Name);
        await WorkshopBot.Tests.Until.True(async () => (await _book.Person("slack:T0ACME:U0ANNA", default))!.Name == "anna k.");
        Assert.Equal("anna k.", (await _people.Find(InChannel, default)).Person.Name);
        Assert.Equal(2, Server.Of("users.info").Count());
    }

    [Fact]
    public async Task A_turn_waits_eight_hundred_milliseconds_and_takes_what_is_known_and_the_next_one_has_it_all()
    {
        var opened = new TaskCompletionSource();
        Server.Next("users.info", async context =>
        {
            await opened.Task;
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, User("U0ANNA"));
        });
        var first = _people.Find(InChannel, default).AsTask();
        await WorkshopBot.Tests.Until.True(() => Server.Of("users.info").Any() && Time.Next == Time.GetUtcNow() + SlackPeople.Moment);
        Time.Advance(SlackPeople.Moment - TimeSpan.FromMilliseconds(1));
        Assert.False(first.IsCompleted);
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(new Person("slack:T0ACME:U0ANNA", "anna.k", "UTC", ""), (await first).Person);
        opened.SetResult();
        await WorkshopBot.Tests.Until.True(async () => (await _people.Find(InChannel, default)).Person.Name == "anna");
        Assert.Single(Server.Of("users.info"));
    }

    [Fact]
    public async Task What_a_guest_of_an_organisation_does_is_the_organisations_also_where_the_bot_is_in_their_own_workspace()
    {
        await _people.Find(InChannel, default);
        var (person, room) = await _people.Find(new(Org, "C0JOINT", "U0KIM") { UserTeam = "T0ACME", IsShared = true }, default);
        Assert.Equal(("slack:T0ACME:U0KIM", "slack:E0ORG:C0JOINT", true), (person.Key, room.Key, person.Guest));
    }

    [Fact]
    public async Task Many_turns_of_one_person_at_once_ask_once()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _people.Find(InChannel, default).AsTask())));
        Assert.All(all, one => Assert.Equal("anna", one.Person.Name));
        Assert.Equal(2, Server.Calls.Count);
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("user_not_found")]
    [InlineData("internal_error")]
    public async Task Where_Slack_does_not_tell_the_name_in_passing_does_and_it_is_not_asked_at_every_turn(string error)
    {
        Server.Always("users.info", _ => $$"""{"ok":false,"error":"{{error}}"}""");
        Assert.Equal("anna.k", (await Past(_people.Find(InChannel, default).AsTask())).Person.Name);
        for (var i = 0; i < 5; i++)
            Assert.Equal("anna.k", (await Past(_people.Find(InChannel, default).AsTask())).Person.Name);
        Assert.InRange(Server.Of("users.info").Count(), 1, 3);
    }

    [Theory]
    [InlineData("is_restricted")]
    [InlineData("is_ultra_restricted")]
    [InlineData("is_stranger")]
    public async Task Who_is_restricted_or_a_stranger_is_a_guest(string flag)
    {
        Server.Always("users.info", _ => User("U0ANNA", flag: flag));
        Assert.True((await _people.Find(InChannel, default)).Person.Guest);
    }

    [Fact]
    public async Task Who_comes_from_another_organisation_is_keyed_by_their_own_team_and_is_a_guest()
    {
        Server.Always("users.info", call => User(call["user"], team: call["user"] == "U0KIM" ? "T0PARTNER" : "T0ACME"));
        var kim = new SlackPlace(Acme, "C0MAPS", "U0KIM") { UserTeam = "T0PARTNER", Team = "T0ACME", IsShared = true };
        var (person, room) = await _people.Find(kim, default);
        Assert.Equal(("slack:T0PARTNER:U0KIM", true, "slack:T0ACME:C0MAPS"), (person.Key, person.Guest, room.Key));
        // Also where their team is not told, and where they are only named.
        Assert.Equal((person.Key, true), (await _people.Find(kim with { UserTeam = null }, default)).Person is var again ? (again.Key, again.Guest) : default);
        Assert.Equal((person.Key, "slack:T0ACME:U0ANNA"), ((await _people.Mentioned(InChannel, "U0KIM", default)).Key, (await _people.Mentioned(InChannel, "U0ANNA", default)).Key));
        Assert.False((await _people.Find(InChannel, default)).Person.Guest);
    }

    [Fact]
    public async Task Workspaces_of_one_organisation_are_not_foreign_to_each_other()
    {
        Server.Always("users.info", call => User(call["user"], team: "T0TWO", enterprise: "E0ORG"));
        var (person, room) = await _people.Find(new(Org, "C0MAPS", "W0ORG") { UserTeam = "T0TWO", Team = "T0ONE" }, default);
        Assert.Equal(("slack:E0ORG:W0ORG", false, "slack:E0ORG:C0MAPS"), (person.Key, person.Guest, room.Key));
        Server.Always("users.info", call => User(call["user"], team: "T0PARTNER", enterprise: "E0OTHER"));
        var kim = (await _people.Find(new(Org, "C0MAPS", "W0KIM") { UserTeam = "T0PARTNER", Team = "T0ONE", IsShared = true }, default)).Person;
        Assert.Equal(("slack:T0PARTNER:W0KIM", true), (kim.Key, kim.Guest));
    }

    [Fact]
    public async Task A_workspace_that_joins_an_organisation_keeps_the_keys_of_its_people_and_rooms()
    {
        var before = await _people.Find(InChannel, default);
        foreach (var install in (InstallId[])[new("E0ORG", "T0ACME"), Org])
        {
            var after = await new SlackPeople(Api, new(_notes), ["de"], Time, this).Find(InChannel with { Install = install }, default);
            Assert.Equal((before.Person.Key, before.Room.Key), (after.Person.Key, after.Room.Key));
        }
        Assert.Equal("E0ORG/T0ACME", (await new SlackBook(_notes).Room(before.Room.Key, default))!.Install);
        Assert.Equal("slack:E0ORG:U0ANNA", (await _people.Find(InChannel with { Install = Org, Team = "T0NEW", UserTeam = "T0NEW" }, default)).Person.Key);
    }

    [Fact]
    public async Task What_is_done_in_no_workspace_is_done_by_who_the_person_is_in_their_own()
    {
        var before = (await _people.Find(InChannel, default)).Person.Key;
        var nowhere = new SlackPlace(Org, "", "U0ANNA") { UserTeam = "T0ACME" };
        Assert.Equal(before, (await _people.Find(nowhere, default)).Person.Key);
        Assert.Equal("slack:E0ORG:W0NEW", (await _people.Find(new(Org, "", "W0NEW") { UserTeam = "T0NEW" }, default)).Person.Key);
        Assert.Equal("slack:E0ORG:W0NEW", (await _people.Find(new(Org, "", "W0NEW"), default)).Person.Key);
    }

    [Fact]
    public async Task An_organisation_answers_for_the_rooms_of_every_workspace_that_is_in_it()
    {
        await _people.Find(InChannel with { Channel = "C1" }, default);
        await _people.Find(new(Org, "C2", "W0ORG") { UserTeam = "T0NEW", Team = "T0NEW" }, default);
        Assert.Equal(["slack:E0ORG:C2"], await new SlackBook(_notes).Rooms(Org, default));
        await _book.Joined("T0ACME", "E0ORG", default);
        await _book.Joined("T0ACME", "E0ORG", default);
        Assert.Equal(["slack:E0ORG:C2", "slack:T0ACME:C1"], await new SlackBook(_notes).Rooms(Org, default));
        Assert.Equal(["slack:T0ACME:C1"], await new SlackBook(_notes).Rooms(new("E0ORG", "T0ACME"), default));
        Assert.Empty(await new SlackBook(_notes).Rooms(new("E0OTHER", null), default));
    }

    [Fact]
    public async Task In_a_channel_that_is_shared_with_others_a_colleague_of_another_workspace_is_no_stranger()
    {
        await _people.Find(new(Org, "C2", "W0ORG") { UserTeam = "T0TWO", Team = "T0TWO" }, default);
        Server.Always("users.info", call => User(call["user"], team: "T0TWO", enterprise: "E0ORG"));
        // The channel is in a workspace that was here before the organisation.
        await _people.Find(InChannel, default);
        var colleague = (await _people.Find(new(Org, "C0MAPS", "W0COL") { UserTeam = "T0TWO", Team = "T0ACME", IsShared = true }, default)).Person;
        Assert.Equal(("slack:T0ACME:W0COL", false), (colleague.Key, colleague.Guest));
    }

    [Fact]
    public async Task A_channel_that_gets_another_id_stays_the_room_it_was()
    {
        var room = (await _people.Find(InChannel, default)).Room;
        Assert.Equal(room.Key, await _book.Moved("T0ACME", "C0MAPS", "C0MOVED", default));
        Assert.Equal(room.Key, (await _people.Find(InChannel with { Channel = "C0MOVED" }, default)).Room.Key);
        Assert.Equal(room.Key, await _book.Moved("T0ACME", "C0MOVED", "C0AGAIN", default));
        Assert.Equal(room.Key, (await _people.Find(InChannel with { Channel = "C0AGAIN" }, default)).Room.Key);
        Assert.Equal(new SlackSpot(Acme, "C0AGAIN"), await new SlackSpots(Api, _book).Find(new Address.Room(room.Key), default));
    }

    [Fact]
    public async Task Rooms_of_an_install_are_known_so_that_they_can_be_woken_and_chats_of_ones_own_are_none()
    {
        foreach (var channel in (string[])["C1", "C2", "C1", "D1"])
            await _people.Find(InChannel with { Channel = channel }, default);
        Assert.Equal(["slack:T0ACME:C1", "slack:T0ACME:C2"], await new SlackBook(_notes).Rooms(Acme, default));
    }

    [Fact]
    public async Task What_is_done_in_no_conversation_is_done_in_ones_own_chat()
    {
        Assert.Equal(new Room("slack:T0ACME:U0ANNA", ""), (await _people.Find(InChannel with { Channel = "" }, default)).Room);
        Assert.Equal(new Room("slack:T0ACME:D0ANNA", ""), (await _people.Find(InChannel with { Channel = "D0ANNA" }, default)).Room);
        Assert.Equal(new Room("slack:T0ACME:D0ANNA", ""), (await _people.Find(InChannel with { Channel = "" }, default)).Room);
        Assert.DoesNotContain(Server.Of("conversations.info"), call => call["channel"].StartsWith('D'));
    }

    [Fact]
    public async Task What_Slack_tells_may_be_anything()
    {
        Server.Always("users.info", _ => """{"ok":true,"user":{"id":7,"tz":null,"locale":{},"profile":[],"real_name":"\ud800"}}""");
        Server.Always("conversations.info", _ => """{"ok":true,"channel":"none"}""");
        var (person, room) = await _people.Find(InChannel with { ChannelName = "mpdm-anna--ben-1" }, default);
        Assert.Equal(new Person("slack:T0ACME:U0ANNA", "anna.k", "UTC", ""), person);
        Assert.Equal("", room.Name);
        Server.Always("users.info", _ => User("U0BEN", name: new string('x', 79) + "\ud83d\ude00\ud83d\ude00"));
        Assert.Equal(new string('x', 79), (await _people.Find(InChannel with { User = "U0BEN" }, default)).Person.Name);
    }

    static string User(string id, string name = "anna", string team = "T0ACME", string? flag = null, string? enterprise = null)
    {
        var user = new JsonObject
        {
            ["id"] = id, ["team_id"] = team, ["name"] = "login", ["real_name"] = "Anna Kovacs", ["tz"] = "Europe/Berlin", ["locale"] = "de-DE",
            ["profile"] = new JsonObject { ["display_name"] = name, ["real_name"] = "Anna Kovacs" }, ["is_restricted"] = false, ["is_ultra_restricted"] = false, ["is_bot"] = false,
        };
        if (flag is not null)
            user[flag] = true;
        if (enterprise is not null)
            user["enterprise_user"] = new JsonObject { ["enterprise_id"] = enterprise };
        return new JsonObject { ["ok"] = true, ["user"] = user }.ToJsonString();
    }
}
