using System.Net;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams.Door;

/// <summary>Bodies that are no activity, or not the one their token is for.</summary>
public sealed class BadBodyTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    Secured _bot = null!;
    FakePerson _anna = null!;
    FakePlace _channel = null!;

    public async Task InitializeAsync()
    {
        _bot = await Secured.Start(_folder.File());
        _anna = _bot.Teams.Person("Anna Zanzibar");
        _channel = _bot.Teams.Channel("Journeys", members: [_anna]);
        await _bot.Served.Does(_anna.Writes(_channel, "start Getting a family e-bike"));
        await _bot.Served.Rests();
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_forged_service_url_is_refused_and_never_written_down()
    {
        var before = _bot.Now;
        foreach (var forged in new[]
                 {
                     "https://evil.example/", "http://smba.trafficmanager.net/emea/", "https://smba.trafficmanager.net:8443/", "https://bot@smba.trafficmanager.net/", "https://smba.trafficmanager.net.evil.example/",
                     "https://smba.trafficmanager.net/?to=https://evil.example", "https://smba.trafficmanager.net/#x", "file:///etc/passwd", "//smba.trafficmanager.net/", "smba.trafficmanager.net", "http://10.0.0.1/", "https://xn--smba-trafficmanager.net/",
                 })
        {
            // The token says it too, as one for another bot of the forger's would.
            Assert.Equal((HttpStatusCode.Forbidden, ""), await Post(json => json["serviceUrl"] = forged, forged));
            // The token is right and the activity is not.
            Assert.Equal((HttpStatusCode.Forbidden, ""), await Post(json => json["serviceUrl"] = forged));
        }
        Assert.Equal(before, _bot.Now);
        Assert.DoesNotContain(_bot.Log.Lines, line => line.Contains("evil", StringComparison.Ordinal));
        // Answers still go where they went before.
        var said = await _bot.Served.Does(_anna.Writes(_channel, "I speak for Zanzibar"));
        await _bot.Served.Rests();
        Assert.Equal(["like"], said!.Reactions);
    }

    [Fact]
    public async Task An_activity_of_another_channel_of_the_Connector_is_refused()
    {
        var before = _bot.Now;
        foreach (var other in new[] { "webchat", "directline", "MSTEAMS", "emulator" })
            Assert.Equal((HttpStatusCode.Forbidden, ""), await Post(json => json["channelId"] = other));
        Assert.Equal(before, _bot.Now);
    }

    [Fact]
    public async Task What_is_no_activity_is_refused_and_changes_nothing()
    {
        var (before, token) = (_bot.Now, "Bearer " + _bot.Signed());
        var whole = Message().ToJsonString();
        foreach (var (body, status) in new[]
                 {
                     ("", 400), ("{", 400), ("null", 400), ("[]", 400), ("7", 400), ("\"message\"", 400), ("{}", 400), (whole[..^1], 400), (whole + "x", 400), ("\u0000", 400),
                     (new string('[', 5_000), 400), ($"{{\"value\":{new string('[', 200)}{new string(']', 200)}}}", 400),
                 })
            Assert.Equal(((HttpStatusCode)status, ""), await _bot.Post(body, [token]));
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "" })
            Assert.Equal((HttpStatusCode.UnsupportedMediaType, ""), await _bot.Post(whole, [token], type));
        Assert.Equal(before, _bot.Now);
    }

    [Fact]
    public async Task Each_part_a_message_must_have_is_asked_for()
    {
        var before = _bot.Now;
        foreach (var part in new[] { "type", "id", "channelId", "serviceUrl", "from", "conversation", "from.id", "conversation.id", "conversation.conversationType" })
            foreach (var (with, value) in new (string, JsonNode?)[] { ("nothing", null), ("a null", null), ("an empty one", "") })
                if (await Post(json => Set(json, part, with == "nothing", value)) is var answer && answer != (HttpStatusCode.BadRequest, ""))
                    Assert.Fail($"{part} with {with}: {answer}");
        foreach (var tenant in new[] { null, "", "contoso", "11111111-1111-4111-8111", "*" })
            Assert.Equal((HttpStatusCode.BadRequest, ""), await Post(json =>
            {
                json["conversation"]!["tenantId"] = tenant;
                json["channelData"] = new JsonObject();
            }));
        foreach (var (part, value) in new (string, string)[] { ("from.aadObjectId", "anna"), ("conversation.conversationType", "team"), ("conversation.id", "19:a b@thread.tacv2"), ("conversation.id", "19:a\nb"), ("from.id", new('2', 501)) })
            Assert.Equal((HttpStatusCode.BadRequest, ""), await Post(json => Set(json, part, false, value)));
        Assert.Equal(before, _bot.Now);
    }

    [Fact]
    public async Task Parts_of_another_kind_and_half_characters_are_refused()
    {
        var before = _bot.Now;
        foreach (var (part, value) in new[]
                 {
                     ("type", "7"), ("id", "7"), ("text", "{}"), ("from", "[]"), ("from", "\"anna\""), ("conversation", "3"), ("entities", "{}"), ("membersAdded", "3"), ("channelData", "[]"), ("channelData", "{\"team\":\"x\"}"), ("locale", "{}"),
                     ("text", "\"\\ud83d\""), ("text", "\"\\udc00x\""), ("value", "{\"a\":\"\\ud83d\"}"), ("value", "{\"\\ud83d\":\"a\"}"), ("entities", "[{\"type\":\"mention\",\"text\":\"\\ud83d\"}]"), ("unheard", "\"\\ud83d\""),
                 })
        {
            var json = Message();
            json.Remove(part);
            var body = json.ToJsonString();
            Assert.Equal((part, (HttpStatusCode.BadRequest, "")), (part, await _bot.Post($"{body[..^1]},\"{part}\":{value}}}", ["Bearer " + _bot.Signed()])));
        }
        Assert.Equal(before, _bot.Now);
    }

    [Fact]
    public async Task Parts_that_nobody_knows_and_lists_of_nonsense_are_passed_over()
    {
        Assert.Equal((HttpStatusCode.OK, ""), await Post(json =>
        {
            json["unheard"] = new JsonObject { ["of"] = new JsonArray(1, "x", null) };
            foreach (var odd in (JsonNode?[])[7, "x", null, new JsonObject(), new JsonObject { ["type"] = 5 }, new JsonObject { ["type"] = "mention", ["mentioned"] = 3 }, new JsonObject { ["type"] = "mention", ["text"] = "<at>x</at>", ["mentioned"] = null }])
                json["entities"]!.AsArray().Insert(0, odd);
            json["membersAdded"] = new JsonArray(null, new JsonObject());
            json["channelData"]!["meeting"] = "odd";
        }));
        await _bot.Served.Rests();
        Assert.DoesNotContain(_bot.Log.Lines, line => line.Contains("failed", StringComparison.Ordinal));
        Assert.Contains(_channel.Messages.Single(message => message.Id == _last).Reactions, type => type == "like");
    }

    [Fact]
    public async Task A_text_as_long_as_may_come_is_answered_in_one_reply_and_adds_nothing()
    {
        var version = (await _bot.Served.Workshop(_channel))!.Map.ToString();
        var before = _channel.Posted.Count;
        var sent = await _bot.Served.Does(_anna.Writes(_channel, string.Concat(Enumerable.Range(0, 55).Select(_ => "goal: " + new string('x', 1_900) + "\n"))));
        await _bot.Served.Rests();
        Assert.Empty(sent!.Reactions);
        Assert.Equal(before + 1, _channel.Posted.Count);
        Assert.Equal(version, (await _bot.Served.Workshop(_channel))!.Map.ToString());
    }

    [Fact]
    public async Task A_button_with_more_than_a_hundred_entries_is_none_of_ours()
    {
        var board = _channel.Posted.First(message => message.Actions.Count > 0);
        var data = new JsonObject();
        for (var i = 0; i <= 100; i++)
            data[$"n{i}"] = "x";
        var written = _bot.Served.Rows.Written;
        var answer = await _bot.Served.Asks(_anna.Executes(board, "say", data));
        Assert.Equal((400, "application/vnd.microsoft.error"), ((int)answer["statusCode"]!, (string)answer["type"]!));
        Assert.Equal(written, _bot.Served.Rows.Written);
    }

    string _last = "";

    JsonObject Message()
    {
        var made = _anna.Writes(_channel, "I speak for Zanzibar").Json;
        _last = (string)made["id"]!;
        return made;
    }

    async Task<(HttpStatusCode Status, string Body)> Post(Action<JsonObject> change, string? claimed = null)
    {
        var json = Message();
        change(json);
        return await _bot.Post(json.ToJsonString(), ["Bearer " + _bot.Signed(claims => claims["serviceurl"] = claimed ?? claims["serviceurl"]!.DeepClone())]);
    }

    static void Set(JsonObject json, string part, bool gone, JsonNode? value)
    {
        var names = part.Split('.');
        var holder = names.Length == 1 ? json : json[names[0]]!.AsObject();
        if (gone)
            holder.Remove(names[^1]);
        else
            holder[names[^1]] = value?.DeepClone();
    }
}
