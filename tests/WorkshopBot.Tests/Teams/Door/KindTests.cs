using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Workshops.Steps.Teams;

namespace WorkshopBot.Tests.Teams.Door;

/// <summary>Every kind of activity Teams sends: those the product uses act, every other is taken and ignored. Fixtures/ holds one of each.</summary>
public sealed class KindTests : IAsyncLifetime, IDisposable
{
    static readonly string Folder = Checkout.File("tests", "WorkshopBot.Tests", "Teams", "Fixtures");

    readonly TempFolder _folder = new();
    TeamsServed _teams = null!;
    FakePerson _anna = null!, _ben = null!;
    FakePlace _channel = null!, _chat = null!;
    FakeMessage _start = null!;
    long _ids = 1795400000000;

    public async Task InitializeAsync()
    {
        _teams = await TeamsServed.Start(_folder.File());
        (_anna, _ben) = (_teams.Teams.Person("Anna"), _teams.Teams.Person("Ben"));
        (_channel, _chat) = (_teams.Teams.Channel("Journeys", members: [_anna, _ben]), _teams.Teams.GroupChat("Mornings", _anna, _ben));
        _start = (await _teams.Does(_anna.Writes(_channel, "start Getting a family e-bike")))!;
        await _teams.Does(_ben.Writes(_channel, "i speak for Service", _start.Root));
        await _teams.Does(_anna.Writes(_channel, "park a bell for calm mornings", _start.Root));
        await _teams.Rests();
    }

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("conversationUpdate.bot-added-to-groupchat")]
    [InlineData("conversationUpdate.bot-added-to-team")]
    [InlineData("conversationUpdate.channelCreated")]
    [InlineData("conversationUpdate.channelDeleted")]
    [InlineData("conversationUpdate.channelRestored")]
    [InlineData("conversationUpdate.personal-first-open")]
    [InlineData("conversationUpdate.teamArchived")]
    [InlineData("conversationUpdate.teamDeleted")]
    [InlineData("conversationUpdate.teamRenamed")]
    [InlineData("conversationUpdate.teamRestored")]
    [InlineData("conversationUpdate.teamUnarchived")]
    [InlineData("event.meetingStart")]
    [InlineData("event.readReceipt")]
    [InlineData("installationUpdate.add-upgrade")]
    [InlineData("installationUpdate.remove")]
    [InlineData("installationUpdate.remove-upgrade")]
    [InlineData("messageReaction.added")]
    [InlineData("messageReaction.removed")]
    public async Task What_only_tells_of_something_is_taken_with_nothing_said_and_nothing_changed(string kind)
    {
        var (version, asked) = (await Version(), _teams.Teams.Requests.Count);
        Assert.Equal((HttpStatusCode.OK, ""), await Post(Read(kind)));
        await _teams.Rests();
        Assert.Equal((version, asked), (await Version(), _teams.Teams.Requests.Count));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("command")]
    [InlineData("Message")]
    [InlineData("inventedTomorrow")]
    public async Task A_type_nobody_knows_is_taken_and_ignored(string type)
    {
        var (version, asked) = (await Version(), _teams.Teams.Requests.Count);
        var json = Read("message.channel-mention");
        json["type"] = type;
        Assert.Equal((HttpStatusCode.OK, ""), await Post(json));
        await _teams.Rests();
        Assert.Equal((version, asked), (await Version(), _teams.Teams.Requests.Count));
    }

    [Theory]
    [InlineData("invoke.message-submitAction-feedback")]
    [InlineData("invoke.signin-tokenExchange")]
    [InlineData("invoke.signin-verifyState")]
    [InlineData("invoke.suggestedActions-submit")]
    public async Task An_invoke_the_product_does_not_use_is_not_implemented(string kind)
    {
        var (version, asked) = (await Version(), _teams.Teams.Requests.Count);
        Assert.Equal((HttpStatusCode.NotImplemented, ""), await Post(Read(kind)));
        await _teams.Rests();
        Assert.Equal((version, asked), (await Version(), _teams.Teams.Requests.Count));
    }

    [Theory]
    [InlineData("message.channel-mention")]
    [InlineData("message.card-submit")]
    [InlineData("message.personal")]
    [InlineData("invoke.adaptiveCard-action")]
    [InlineData("invoke.task-submit")]
    [InlineData("invoke.composeExtension-submitAction")]
    public async Task What_somebody_said_or_pressed_is_done_once_however_often_it_comes(string kind)
    {
        var json = Read(kind);
        var before = await Version();
        await Post(json, ok: true);
        Assert.Equal(["Sales"], await Speaks(_anna));
        Assert.Equal(before + 1, await Version());
        await Task.WhenAll(Post(json, ok: true), Post(json, ok: true));
        await Post(json, ok: true);
        Assert.Equal(before + 1, await Version());
    }

    [Fact]
    public async Task A_message_that_mentions_somebody_else_too_keeps_their_name()
    {
        await Post(Read("message.two-mentions"), ok: true);
        Assert.Contains(await Speaks(_anna), department => department.Contains("Ben", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mention_in_a_group_chat_opens_a_workshop_there()
    {
        await Post(Read("message.groupchat-mention"), ok: true);
        Assert.Equal("Mornings", (await _teams.Workshop(_chat))!.Title);
        await _teams.Rests("m-2");
        Assert.NotEmpty(_chat.Posted);
    }

    [Fact]
    public async Task An_edit_a_deletion_and_its_return_follow_their_message_and_each_counts_once()
    {
        var said = Read("message.personal");
        (said["text"], said["id"]) = ("park a horn", "1795400000777");
        await Post(said, ok: true);
        Assert.Equal(["a bell for calm mornings", "a horn"], await Parked());
        foreach (var (kind, text, at, parked) in new[]
                 {
                     ("message.edit", "park a whistle", "2026-11-22T14:10:00Z", "a whistle"), ("message.edit", "park a drum", "2026-11-22T14:11:00Z", "a drum"), ("message.edit", "park a drum", "2026-11-22T14:11:00Z", "a drum"),
                     ("message.softdelete", "", "2026-11-22T14:12:00Z", ""), ("message.undelete", "park a drum", "2026-11-22T14:13:00Z", "a drum"),
                 })
        {
            var json = Read(kind);
            (json["id"], json["timestamp"]) = ("1795400000777", at);
            if (text.Length > 0)
                json["text"] = text;
            await Post(json, ok: true);
            Assert.Equal(parked.Length == 0 ? ["a bell for calm mornings"] : ["a bell for calm mornings", parked], await Parked());
        }
    }

    [Fact]
    public async Task A_change_of_a_message_that_never_came_makes_nothing()
    {
        var before = await Parked();
        foreach (var kind in new[] { "message.softdelete", "message.undelete" })
            await Post(Read(kind), ok: true);
        Assert.Equal(before, await Parked());
    }

    [Fact]
    public async Task A_refresh_is_answered_with_the_persons_own_view()
    {
        var version = await Version();
        var answer = await Asks("invoke.adaptiveCard-refresh");
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), ((int)answer["statusCode"]!, (string)answer["type"]!));
        Assert.Contains("Getting a family e-bike", answer["value"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(version, await Version());
    }

    [Fact]
    public async Task A_dialog_is_opened_and_changes_nothing()
    {
        var version = await Version();
        Assert.Contains((string)(await Asks("invoke.task-fetch"))["task"]!["type"]!, (string[])["continue", "message"]);
        var put = await Asks("invoke.composeExtension-fetchTask");
        Assert.Contains((string)put["task"]!["type"]!, (string[])["continue", "message"]);
        Assert.Equal(version, await Version());
    }

    [Fact]
    public async Task A_search_finds_items_of_the_room_and_nothing_where_there_is_no_workshop()
    {
        Assert.Equal("message", (string)(await Asks("invoke.composeExtension-query"))["composeExtension"]!["type"]!);
        var json = Read("invoke.composeExtension-query");
        json["conversation"] = Read("invoke.task-fetch")["conversation"]!.DeepClone();
        var found = JsonNode.Parse((await Post(json)).Body)!["composeExtension"]!;
        Assert.Equal("result", (string)found["type"]!);
        Assert.Contains("a bell for calm mornings", found["attachments"]![0]!["preview"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_installs_it_in_a_team_gets_one_line_alone()
    {
        await Post(Read("installationUpdate.add"), ok: true);
        await Until.True(() => _anna.Chat.Posted.Count == 1);
        await _teams.Rests();
        Assert.All(_teams.Teams.Requests.Where(request => request.Call is FakeCall.Send).TakeLast(1), request => Assert.Equal(_anna.Chat.Id, request.Conversation));
    }

    [Fact]
    public async Task Somebody_taken_out_of_the_team_may_not_speak_there_and_may_again_when_they_are_back()
    {
        await Post(Read("conversationUpdate.user-removed-from-team"), ok: true);
        await _teams.Rests();
        var said = await _teams.Door.Deliver(_ben.Writes(_channel, "park a horn", _start.Root));
        Assert.Equal(HttpStatusCode.Forbidden, said.Status);
        await Post(Read("conversationUpdate.user-added-to-team"), ok: true);
        await _teams.Rests();
        await _teams.Does(_ben.Writes(_channel, "park a horn", _start.Root));
        Assert.Equal(["a bell for calm mornings", "a horn"], await Parked());
    }

    [Fact]
    public async Task A_renamed_channel_is_called_by_its_new_name()
    {
        await Post(Read("conversationUpdate.channelRenamed"), ok: true);
        await _teams.Rests();
        var (_, answer) = (await _teams.Does(_anna.Writes(_channel, "who can see this", _start.Root)), await Said());
        Assert.Contains("Journey room", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fixture_is_played() => Assert.All(Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension), name => Assert.Contains($"\"{name}\"", File.ReadAllText(Checkout.File("tests", "WorkshopBot.Tests", "Teams", "Door", "KindTests.cs")), StringComparison.Ordinal));

    async Task<string> Said()
    {
        await _teams.Rests();
        return _channel.Posted[^1].Shown.ToJsonString();
    }

    JsonObject Read(string kind)
    {
        var text = File.ReadAllText(Path.Combine(Folder, kind + ".json"));
        foreach (var (name, value) in new Dictionary<string, string>
                 {
                     ["id"] = (_ids++).ToString(CultureInfo.InvariantCulture), ["service"] = _teams.Teams.ServiceUrl.AbsoluteUri, ["tenant"] = _teams.Teams.TenantId, ["bot"] = _teams.Teams.BotId, ["anna"] = _anna.Id, ["anna-id"] = _anna.AadObjectId,
                     ["ben"] = _ben.Id, ["ben-id"] = _ben.AadObjectId, ["team"] = _channel.Team!.Id, ["group-id"] = _channel.Team.AadGroupId, ["channel"] = _channel.Id, ["chat"] = _chat.Id, ["personal"] = _anna.Chat.Id, ["message"] = _start.Id,
                     ["board"] = _channel.Posted[0].Id,
                 })
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return JsonNode.Parse(text)!.AsObject();
    }

    async Task<(HttpStatusCode Status, string Body)> Post(JsonObject json, bool ok = false)
    {
        var reply = await _teams.Door.Post(json.ToJsonString());
        Assert.True(!ok || reply.Status == HttpStatusCode.OK, $"{reply.Status} {reply.Text}");
        return (reply.Status, reply.Text);
    }

    async Task<JsonNode> Asks(string kind) => JsonNode.Parse((await Post(Read(kind), ok: true)).Body)!;

    async Task<long> Version() => (await _teams.Bot.Loop.Looking.Read("m-1")).Version;

    async Task<IReadOnlyList<string>> Speaks(FakePerson person) => [.. (await _teams.Workshop(_channel))!.Crew[$"teams:{_teams.Teams.TenantId}:{person.AadObjectId}"]!.Departments];

    async Task<string[]> Parked() => [.. (await _teams.Workshop(_channel))!.Map.LiveOn('K').Select(entry => ((ParkedIdea)entry.Item).Text!)];
}
