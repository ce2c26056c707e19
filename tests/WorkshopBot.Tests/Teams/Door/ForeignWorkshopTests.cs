using System.Net;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams.Door;

/// <summary>Somebody of another tenant who knows the id of a workshop, and everything else that can be known of it.</summary>
public sealed class ForeignWorkshopTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    TeamsServed _teams = null!;
    FakePlace _channel = null!;
    FakePerson _eve = null!;
    FakePlace _hers = null!;
    string _tenant = "";

    public async Task InitializeAsync()
    {
        _teams = await TeamsServed.Start(_folder.File());
        var anna = _teams.Teams.Person("Anna");
        _channel = _teams.Teams.Channel("Journeys", members: [anna]);
        await _teams.Does(anna.Writes(_channel, "start Zanzibar by bike"));
        await _teams.Does(anna.Writes(_channel, "park a Zanzibar bell"));
        await _teams.Rests();
        _tenant = Guid.NewGuid().ToString();
        _eve = _teams.Teams.Person("Eve", tenant: _tenant);
        _hers = _teams.Teams.Channel("Hers", _teams.Teams.Team("Other team"), members: [_eve]);
        await Does(_eve.Writes(_hers, "start Mine"));
        await Does(_eve.Writes(_hers, "park a whistle"));
    }

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_id_opens_nothing_and_shows_nothing_whatever_is_tried()
    {
        var version = (await _teams.Bot.Loop.Looking.Read("m-1")).Version;
        var mine = _channel.Posted[0];
        var (board, chat) = (Card(_hers), _eve.Chat);
        JsonObject named(string verb, params (string, string)[] more)
        {
            var data = new JsonObject { ["verb"] = verb, ["w"] = "m-1" };
            foreach (var (name, value) in more)
                data[name] = value;
            return data;
        }
        var tries = new List<FakeActivity>();
        foreach (var place in new[] { _hers, chat })
        {
            foreach (var line in new[] { "switch m-1", "switch Zanzibar by bike", "show map m-1", "show K1", "find Zanzibar", "start to-be Copy from m-1", "export json", "overview", "who can see this" })
                tries.Add(_eve.Writes(place, line));
            tries.Add(_eve.Searches(place, "find", "Zanzibar"));
            foreach (var key in new[] { "board", "step:kickoff", "step", "findings", "outcome", "digest", "" })
                tries.Add(On(_eve.Executes(board, "refresh", named("refresh", ("kept", key)), "automatic"), place));
            foreach (var data in new[] { named("say", ("line", "park a drum")), named("say", ("line", "show map"), ("kept", "board")), named("facilitate"), named("form", ("of", "K")), named("form", ("of", "K"), ("item", "K1")), named("again", ("key", "board")), named("submit", ("form", "f"), ("of", "K"), ("f.text", "x")), named("answer", ("dialog", "d"), ("text", "x")), named("ask", ("of", "K")), named("put", ("text", "x")) })
            {
                tries.Add(On(_eve.Executes(board, (string)data["verb"]!, data), place));
                tries.Add(On(_eve.Submits(board, data), place));
                tries.Add(On(_eve.OpensDialog(board, data), place));
                tries.Add(On(_eve.SendsDialog(board, data), place));
            }
        }
        foreach (var activity in tries)
        {
            var reply = await _teams.Door.Deliver(Theirs(activity));
            Assert.Contains(reply.Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.NotImplemented]);
            Assert.False(reply.Text.Contains("Zanzibar", StringComparison.Ordinal), $"{activity.Json.ToJsonString()}\n{reply.Text}");
        }
        await _teams.Rests();
        await _teams.Rests("m-2");
        Assert.Equal(version, (await _teams.Bot.Loop.Looking.Read("m-1")).Version);
        // What she typed herself stands in her own messages; the bot repeats a title she asked for, and knows nothing of the bell.
        Assert.DoesNotContain(_hers.Posted.Concat(_eve.Chat.Posted), message => message.Shown.ToJsonString().Contains("bell", StringComparison.Ordinal));
        Assert.DoesNotContain(_teams.Teams.Requests, request => request.Body.Contains("bell", StringComparison.Ordinal) && request.Conversation.StartsWith(_hers.Id, StringComparison.Ordinal));
        Assert.Equal(mine.Id, _channel.Posted[0].Id);
    }

    static FakeMessage Card(FakePlace place) => place.Posted.First(message => message.Card is not null);

    FakeActivity On(FakeActivity activity, FakePlace place)
    {
        if (place == _hers)
            return activity;
        activity.Json["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = _tenant, ["id"] = place.Id };
        activity.Json["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = _tenant } };
        return activity;
    }

    // Her team is in her tenant, of which the fake knows only her.
    FakeActivity Theirs(FakeActivity activity)
    {
        activity.Json["conversation"]!["tenantId"] = _tenant;
        return activity;
    }

    async Task Does(FakeActivity activity)
    {
        await _teams.Does(Theirs(activity));
        await _teams.Rests("m-2");
    }
}
