using System.Net;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams.Door;

/// <summary>People who are taken out of a team or a group chat, and guests.</summary>
public sealed class LeavingTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    TeamsServed _teams = null!;
    FakePerson _anna = null!, _ben = null!;

    public async Task InitializeAsync()
    {
        _teams = await TeamsServed.Start(_folder.File());
        (_anna, _ben) = (_teams.Teams.Person("Anna"), _teams.Teams.Person("Ben"));
    }

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_taken_out_has_no_part_in_it_any_more_and_who_is_back_has(bool inChat)
    {
        var room = inChat ? _teams.Teams.GroupChat("Journeys", _anna, _ben) : _teams.Teams.Channel("Journeys", members: [_anna, _ben]);
        await _teams.Does(_anna.Writes(room, "start Zanzibar by bike"));
        await _teams.Does(_ben.Writes(room, "park a bell"));
        await _teams.Does(_ben.Writes(_ben.Chat, "park a horn"));
        await _teams.Rests();
        Assert.Equal(2, await Parked(room));
        var board = room.Posted.First(message => message.Card is not null);
        var press = board.Actions.First(action => action.Type == "Action.Execute");

        await _teams.Does(_anna.Removes(room, _ben));
        await _teams.Rests();
        var version = await Version();
        foreach (var act in new[] { _ben.Writes(room, "park a drum"), _ben.Presses(board, press), Refresh(_ben, board), _ben.Searches(room, "find", "bell") })
        {
            var reply = await _teams.Door.Deliver(act);
            Assert.Equal((HttpStatusCode.Forbidden, ""), (reply.Status, reply.Text));
        }
        // Their own chat does not lead there either, nor do the cards that are left in it.
        var before = _ben.Chat.Posted.Count;
        await _teams.Does(_ben.Writes(_ben.Chat, "park a drum"));
        await _teams.Does(_ben.Writes(_ben.Chat, "show map"));
        await _teams.Does(_ben.Writes(_ben.Chat, "switch m-1"));
        await _teams.Rests();
        Assert.DoesNotContain(_ben.Chat.Posted.Skip(before), message => message.Shown.ToJsonString() is var shown && (shown.Contains("Zanzibar", StringComparison.Ordinal) || shown.Contains("bell", StringComparison.Ordinal)));
        foreach (var old in _ben.Chat.Posted.Take(before).Append(_ben.Chat.Posted[^1]))
        {
            var answer = await _teams.Asks(_ben.Executes(old, "say", new() { ["verb"] = "say", ["line"] = "park a drum", ["w"] = "m-1" }));
            Assert.DoesNotContain("Zanzibar", answer.ToJsonString(), StringComparison.Ordinal);
        }
        Assert.Equal((version, 2), (await Version(), await Parked(room)));
        var found = await _teams.Asks(_ben.Searches(_ben.Chat, "find", "bell"));
        Assert.Equal("message", (string)found["composeExtension"]!["type"]!);

        await _teams.Does(_anna.Adds(room, _ben));
        await _teams.Rests();
        await _teams.Does(_ben.Writes(room, "park a drum"));
        await _teams.Does(_ben.Writes(_ben.Chat, "park a flute"));
        Assert.Equal(4, await Parked(room));
        Assert.Equal(200, (int)(await _teams.Asks(Refresh(_ben, board)))["statusCode"]!);
    }

    [Fact]
    public async Task Who_is_taken_out_of_a_private_channel_stays_in_the_team()
    {
        var secret = _teams.Teams.Channel("Secret", type: "private", members: [_anna, _ben]);
        var open = _teams.Teams.Channel("Open", members: [_anna, _ben]);
        await _teams.Does(_anna.Writes(secret, "start Secret"));
        await _teams.Does(_anna.Writes(open, "start Open"));
        await _teams.Does(_ben.Writes(secret, "park a bell"));
        await _teams.Does(_ben.Writes(open, "park a bell"));
        var gone = _anna.Removes(secret, _ben);
        gone.Json["channelData"]!["eventType"] = "channelMemberRemoved";
        gone.Json["channelData"]!["channel"] = new JsonObject { ["id"] = secret.Id };
        await _teams.Does(gone);
        await _teams.Rests();
        Assert.Equal(HttpStatusCode.Forbidden, (await _teams.Door.Deliver(_ben.Writes(secret, "park a horn"))).Status);
        await _teams.Does(_ben.Writes(open, "park a horn"));
        await _teams.Does(_ben.Writes(_ben.Chat, "park a drum"));
        Assert.Equal((1, 3), (await Parked(secret), await Parked(open)));
    }

    [Theory]
    [InlineData("there at the start")]
    [InlineData("added later")]
    [InlineData("from elsewhere")]
    public async Task A_guest_contributes_and_takes_no_export_with_them(string how)
    {
        var guest = how == "from elsewhere" ? _teams.Teams.Person("Gus", tenant: Guid.NewGuid().ToString()) : _teams.Teams.Person("Gus", "guest");
        var room = _teams.Teams.Channel("Journeys", members: how == "added later" ? [_anna] : [_anna, guest]);
        var start = await _teams.Does(_anna.Writes(room, "start Getting a family e-bike"));
        await _teams.Rests();
        if (how == "added later")
            await _teams.Does(_anna.Adds(room, guest));
        await _teams.Rests();
        var said = await _teams.Does(guest.Writes(room, "park a bell", start!.Root));
        var asked = await _teams.Does(guest.Writes(room, "export json", start.Root));
        await _teams.Rests();
        Assert.Equal((1, "like"), (await Parked(room), said!.Reactions.Single()));
        Assert.Empty(asked!.Reactions);
        Assert.DoesNotContain("?as=json", string.Concat(room.Posted.Select(message => message.Shown.ToJsonString())), StringComparison.Ordinal);
        Assert.Contains("?as=json", await Exports(_anna), StringComparison.Ordinal);

        // When it is over the board leads to an export, but not theirs.
        await _teams.Does(_anna.Writes(room, "throw away", start.Root));
        if (how == "from elsewhere")
        {
            // Others read along in the channel.
            Assert.Equal(Workshops.Phase.Running, (await _teams.Workshop(room))!.Phase);
            await _teams.Does(_anna.Writes(room, "throw away anyway", start.Root));
        }
        await _teams.Rests();
        var board = room.Posted.First(message => message.Card is not null);
        var (theirs, annas) = (await _teams.Asks(Refresh(guest, board)), await _teams.Asks(Refresh(_anna, board)));
        Assert.Equal((200, 200), ((int)theirs["statusCode"]!, (int)annas["statusCode"]!));
        Assert.DoesNotContain("export json", theirs.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("export json", annas.ToJsonString(), StringComparison.Ordinal);

        async Task<string> Exports(FakePerson person)
        {
            await _teams.Does(person.Writes(room, "export json", start!.Root));
            await _teams.Rests();
            return string.Concat(room.Posted.Select(message => message.Shown.ToJsonString()));
        }
    }

    static FakeActivity Refresh(FakePerson person, FakeMessage board) => person.Executes(board, "refresh", new() { ["verb"] = "refresh", ["w"] = "m-1", ["kept"] = "board" }, "automatic");

    async Task<int> Parked(FakePlace room) => (await _teams.Workshop(room))!.Map.Count('K');

    async Task<long> Version() => (await _teams.Bot.Loop.Looking.Read("m-1")).Version;
}
