using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams.Door;

/// <summary>Rooms as they come, change and go: installing, renaming, archiving, and what is special about one.</summary>
public sealed class RoomTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    TeamsServed _teams = null!;
    FakePerson _anna = null!;

    public async Task InitializeAsync()
    {
        _teams = await TeamsServed.Start(_folder.File());
        _anna = _teams.Teams.Person("Anna");
    }

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Whoever_installs_it_is_told_once_alone_however_often_and_in_whatever_order_it_is_said()
    {
        var (one, two) = (_teams.Teams.Channel("One", _teams.Teams.Team("A"), members: [_anna]), _teams.Teams.Channel("Two", _teams.Teams.Team("B"), members: [_anna]));
        await Task.WhenAll(new[] { _anna.Installs(one), _anna.AddsBot(one), _anna.Opens(), _anna.Installs(_anna.Chat), _anna.Installs(two), _anna.AddsBot(two), _anna.Installs(one), _anna.Installs(one, "add-upgrade") }.Select(_teams.Does));
        await _teams.Rests();
        await Task.WhenAll(new[] { _anna.Installs(two), _anna.Installs(_anna.Chat) }.Select(_teams.Does));
        await _teams.Rests();
        Assert.Single(_anna.Chat.Posted);
        Assert.Empty(one.Posted.Concat(two.Posted).Concat(_teams.Teams.Find(one.Team!.Id)!.Posted));
        // Another one is somebody else.
        var ben = _teams.Teams.Person("Ben");
        await _teams.Does(ben.Installs(one));
        await _teams.Rests();
        Assert.Single(ben.Chat.Posted);
    }

    [Fact]
    public async Task A_room_that_is_renamed_is_called_by_its_new_name_and_so_is_its_team()
    {
        var channel = _teams.Teams.Channel("Journeys", members: [_anna]);
        var start = await _teams.Does(_anna.Writes(channel, "start Getting a family e-bike"));
        await _teams.Rests();
        await _teams.Does(_anna.Changes(channel, "channelRenamed", "Journey room"));
        var team = _anna.Changes(channel, "teamRenamed");
        team.Json["channelData"]!["team"]!["name"] = "Bike people";
        await _teams.Does(team);
        await _teams.Rests();
        await _teams.Does(_anna.Writes(channel, "who can see this", start!.Root));
        await _teams.Rests();
        var said = channel.Posted[^1].Shown.ToJsonString();
        Assert.Contains("Bike people / Journey room", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archived_team_is_lost_and_catches_up_when_it_is_back()
    {
        var channel = _teams.Teams.Channel("Journeys", members: [_anna]);
        var start = await _teams.Does(_anna.Writes(channel, "start Getting a family e-bike"));
        await _teams.Rests();
        await _teams.Does(_anna.Changes(channel, "teamArchived"));
        _teams.Teams.Next(Fault.WritesBlocked, times: 1_000, conversation: channel.Id);
        await _teams.Does(_anna.Writes(_anna.Chat, "park a bell for the archive"));
        await Until.True(() => _teams.Chat.Pending == 0 && _teams.Bot.Keeper.AtWork == 0);
        var asked = _teams.Teams.Requests.Count;
        await _teams.Does(_anna.Writes(_anna.Chat, "park a second bell"));
        await Until.True(() => _teams.Chat.Pending == 0 && _teams.Bot.Keeper.AtWork == 0);
        // Nobody knocks there in vain meanwhile.
        Assert.DoesNotContain(_teams.Teams.Requests.Skip(asked), request => request.Conversation.StartsWith(channel.Id, StringComparison.Ordinal));
        _teams.Teams.Mend();
        var edits = _teams.Teams.Counts(channel).Edits;
        await _teams.Does(_anna.Changes(channel, "teamUnarchived"));
        await _teams.Rests();
        Assert.InRange(_teams.Teams.Counts(channel).Edits, edits + 1, edits + 3);
        Assert.NotNull(start);
    }

    [Theory]
    [InlineData("private", "private channel")]
    [InlineData("shared", "shared channel")]
    [InlineData("standard", null)]
    public async Task What_is_special_about_a_channel_is_said_in_one_reply(string type, string? words)
    {
        var channel = _teams.Teams.Channel("Journeys", type: type, members: [_anna]);
        await Opens(channel);
        var said = channel.Posted.Where(message => message.Card is null).ToList();
        Assert.Equal(words is null ? 0 : 1, said.Count);
        if (words is not null)
            Assert.Contains(words, said[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chat_of_a_meeting_is_told_apart_from_a_group_chat()
    {
        var (chat, meeting) = (_teams.Teams.GroupChat("Planning", _anna), _teams.Teams.Meeting("Planning", _anna));
        await Opens(chat);
        await Opens(meeting);
        await _teams.Rests("m-2");
        Assert.DoesNotContain(chat.Posted, message => message.Card is null);
        Assert.Contains("This is the chat of a meeting", meeting.Posted.Single(message => message.Card is null).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_are_counted_over_all_pages_of_members()
    {
        var people = Enumerable.Range(0, 1_050).Select(i => _teams.Teams.Person($"P{i}", i % 150 == 149 ? "guest" : "user")).ToArray();
        var channel = _teams.Teams.Channel("Big", members: [_anna, .. people]);
        await Opens(channel);
        Assert.Contains("7", channel.Posted.Single(message => message.Card is null).Text, StringComparison.Ordinal);
        Assert.InRange(_teams.Teams.Requests.Count(request => request.Call == FakeCall.Members), 2, 10);
    }

    [Fact]
    public async Task Where_nobody_may_be_listed_it_is_said_plainly_and_everything_works()
    {
        var channel = _teams.Teams.Channel("Closed", members: [_anna]);
        _teams.Teams.Next(Fault.NoPermission, times: 100, on: FakeCall.Members);
        await Opens(channel);
        Assert.Contains("cannot see who is in this room", channel.Posted.Single(message => message.Card is null).Text, StringComparison.Ordinal);
        var said = await _teams.Does(_anna.Writes(channel, "park a bell"));
        await _teams.Rests();
        Assert.Equal(["like"], said!.Reactions);
    }

    async Task Opens(FakePlace place)
    {
        await _teams.Does(_anna.Writes(place, "start Getting a family e-bike"));
        await _teams.Rests();
    }
}
