using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Exports;
using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>What should not come to the doors of Slack: it is answered as it should be, and changes nothing.</summary>
public sealed class DoorTests : SlackScene
{
    const string Json = "application/json", Form = "application/x-www-form-urlencoded";

    readonly HttpClient _http = new();

    [Fact]
    public async Task What_Slack_has_not_signed_now_is_refused_and_changes_nothing()
    {
        await Begins();
        await Says(Ben, "Research: a bell");
        var (before, line) = (await Map(), Bot.Slack.Deliveries.Last(one => one.Type == "message" && one.Payload["event"]!["user"]?.ToString() == Ben.Id).Payload.DeepClone().AsObject());
        (line["event_id"], line["event"]!["ts"], line["event"]!["client_msg_id"]) = ("Ev0NOTYET", "1790000000.000100", Guid.NewGuid().ToString());
        var (body, now) = (line.ToJsonString(), DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        foreach (var door in (string[])["events", "commands", "interactions", "options"])
        {
            var type = door == "events" ? Json : Form;
            foreach (var (time, signature) in (IEnumerable<(long?, string?)>)[
                (null, null), (now, null), (null, Sign(now, body)), (now, Sign(now, body + " ")), (now, Sign(now + 1, body)), (now, SlackSigner.Sign("another" + "-secret", Text(now), body)), (now, "v0="),
                (now, Sign(now, body).ToUpperInvariant()), (now - 301, Sign(now - 301, body)), (now - 86_400, Sign(now - 86_400, body)), (now + 310, Sign(now + 310, body)), (-now, Sign(-now, body))])
                Assert.Equal(HttpStatusCode.Unauthorized, (await Send(door, body, type, time, signature)).Status);
        }
        Assert.Equal(before, await Map());
        // As it should be, it is taken; overheard and sent again within its time, it is the same line.
        Assert.Equal(HttpStatusCode.OK, (await Send("events", body, Json, now, Sign(now, body))).Status);
        await Told();
        var after = await Map();
        Assert.NotEqual(before, after);
        Assert.Equal(HttpStatusCode.OK, (await Send("events", body, Json, now, Sign(now, body))).Status);
        await Told();
        Assert.Equal(after, await Map());
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_however_well_it_is_signed_and_changes_nothing()
    {
        await Begins();
        var before = await Map();
        foreach (var (door, type, body, status) in (IEnumerable<(string, string, string, HttpStatusCode)>)[
            ("events", Json, new string('x', (4 << 20) + 1), HttpStatusCode.RequestEntityTooLarge), ("commands", Form, "text=" + new string('x', 4 << 20), HttpStatusCode.RequestEntityTooLarge),
            ("interactions", Form, "payload=" + new string('x', 4 << 20), HttpStatusCode.RequestEntityTooLarge),
            ("events", Json, "", HttpStatusCode.BadRequest), ("events", Json, "{", HttpStatusCode.BadRequest), ("events", Json, "[]", HttpStatusCode.BadRequest), ("events", Json, "null", HttpStatusCode.BadRequest),
            ("events", Json, new string('[', 10_000), HttpStatusCode.BadRequest), ("events", Json, """{"type":"event_callback"}""", HttpStatusCode.BadRequest), ("events", Json, """{"type":"event_callback","event":7}""", HttpStatusCode.BadRequest),
            ("events", "text/plain", "{}", HttpStatusCode.UnsupportedMediaType), ("commands", Json, "{}", HttpStatusCode.UnsupportedMediaType),
            ("commands", Form, "", HttpStatusCode.BadRequest), ("commands", Form, "command=%2Fjourney", HttpStatusCode.BadRequest), ("interactions", Form, "payload=", HttpStatusCode.BadRequest),
            ("interactions", Form, "payload=%7B", HttpStatusCode.BadRequest), ("interactions", Form, "payload=%5B%5D", HttpStatusCode.BadRequest), ("interactions", Form, "load=%7B%7D", HttpStatusCode.BadRequest),
            ("interactions", Form, "payload=" + Uri.EscapeDataString("""{"type":"block_actions"}"""), HttpStatusCode.BadRequest), ("interactions", Form, "payload=" + Uri.EscapeDataString("""{"type":"view_submission","user":{"id":7}}"""), HttpStatusCode.BadRequest),
            ("options", Form, "payload=%7B", HttpStatusCode.BadRequest)])
        {
            var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            var answer = await Send(door, body, type, now, Sign(now, body));
            Assert.True(status == answer.Status, $"{door} {body[..Math.Min(60, body.Length)]}: {answer.Status}");
        }
        Assert.Equal(before, await Map());
        await Says(Ben, "Research: a bell");
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task An_answer_goes_to_nobody_but_Slack()
    {
        await Begins();
        await Ben.Types(Channel, "/journey", "help");
        await Told();
        var command = Bot.Slack.Deliveries.Last(one => one.Kind == FakeSlackKind.Command).Payload;
        var (refused, urls) = (Refused(), (string[])["https://hooks.slack.com.example.invalid/commands/1", "https://example.invalid/", "file:///etc/hostname", "ftp://hooks.slack.com/", "no address", "", "http://[::ffff:10.0.0.1]/", "https://user@hooks.slack.com:8443/x"]);
        foreach (var url in urls)
        {
            var payload = command.DeepClone().AsObject();
            (payload["response_url"], payload["trigger_id"]) = (url, "1." + Guid.NewGuid().ToString("n"));
            Assert.True((await Bot.Slack.Delivers(FakeSlackKind.Command, payload)).IsOk);
        }
        await Told();
        // Nothing was even tried: an address that is asked and does not answer is not in the log like this.
        Assert.Equal(refused + urls.Length, Refused());
        Assert.DoesNotContain(Bot.Slack.Requests, request => request.Method == "response_url" && request.Error is not null);
        // Told all the same, in the channel for Ben alone.
        Assert.Equal(1 + urls.Length, Ben.Whispers(Channel).Count);

        int Refused() => Log.Lines.Count(line => line.Contains("its address is not Slack's", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_pressed_on_a_message_or_for_a_workshop_that_is_none_of_theirs_or_not_there_is_answered_in_words_and_changes_nothing()
    {
        await Begins();
        await Says(Ben, "Research: a bell");
        await Bot.Rests();
        var other = Bot.Slack.Team("Other");
        other.Install();
        var eve = other.Person("Eve");
        var (before, versions) = (await Map(), Channel.Posted.Sum(message => message.Versions.Count));
        await Ben.Presses(Channel.Posted[0], "Add mine");
        await Until.True(() => Ben.View is not null);
        await Told();
        var (press, message) = (Bot.Slack.Deliveries.Last(one => one.Type == "block_actions").Payload, Channel.Posted[0]);
        foreach (var (name, value) in (IEnumerable<(string, string)>)[
            (Say, Line("m-99")), (Say, Line("../m-1")), (BlockAction.Name("facilitate", 0), """{"w":"m-99"}"""), (BlockAction.Name("nothing", 0), """{"w":"m-1"}"""), ("say", Line("m-1")), ("another app's", "x"), ("", ""),
            (Say, "not json"), (Say, "[]"), (Say, """{"w":7}"""), (BlockAction.Name("submit", 0), """{"w":"m-1","form":"f","of":"G","f.text":"a drum"}"""), (BlockAction.Name("again", 0), """{"w":"m-1","key":"board"}""")])
        {
            await Try(press, action => (action["action_id"], action["value"]) = (name, value));
            await Told();
            Assert.True((before, versions) == (await Map(), Channel.Posted.Sum(one => one.Versions.Count)), $"{name} {value}");
        }
        foreach (var callback in (string[])["", "another", "put_on_map", "start_workshop"])
        {
            var payload = press.DeepClone().AsObject();
            (payload["type"], payload["callback_id"], payload["trigger_id"]) = ("shortcut", callback, Trigger());
            Assert.InRange((await Bot.Slack.Delivers(FakeSlackKind.Interaction, payload)).Status, 200, 400);
        }
        await Told();
        Assert.Equal((before, versions), (await Map(), Channel.Posted.Sum(one => one.Versions.Count)));

        // Somebody of another workspace, with all that can be known.
        foreach (var line in (string[])["park a drum", "show map", "export json"])
            await Try(press, action => (action["action_id"], action["value"]) = (Say, Line("m-1", line)), payload =>
            {
                (payload["team"]!["id"], payload["user"]!["id"], payload["user"]!["team_id"]) = (other.Id, eve.Id, other.Id);
                payload["channel"]!["id"] = eve.Dm.Id;
                payload["container"]!["channel_id"] = eve.Dm.Id;
                payload["container"]!.AsObject().Remove("thread_ts");
                payload.Remove("message");
                payload.Remove("response_url");
            });
        await Told();
        Assert.Equal((before, versions), (await Map(), Channel.Posted.Sum(one => one.Versions.Count)));
        Assert.DoesNotContain("bell", eve.Reads(eve.Dm), StringComparison.Ordinal);

        // On a message that is deleted it counts as anywhere else.
        await Anna.Deletes(message);
        Assert.True((await Ben.Presses(message, "Add mine")).IsOk);
        await Told();
        Assert.Equal(before, await Map());
        Assert.Empty(Ben.Troubles);

        // And as it should be, the same does change the map.
        await Try(press, action => (action["action_id"], action["value"]) = (Say, Line("m-1")));
        await Told();
        Assert.NotEqual(before, await Map());
        Assert.Contains("a drum", (await Now()).Map.LiveOn('K').Single().Item.ToString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_counts_once()
    {
        await Begins();
        await Ben.Presses(Channel.Posted[0], "Add mine");
        await Until.True(() => Ben.View is not null);
        await Told();
        await Ben.Fills(Ben.View!, "Goal", "a bell");
        await Ben.Chooses(Ben.View!, "Stage", "S1 Research");
        await Ben.Submits();
        await Told();
        var (sent, after) = (Bot.Slack.Deliveries.Last(one => one.Type == "view_submission"), await Map());
        Assert.Equal(1, await Goals());
        Assert.True((await Bot.Slack.Redeliver(sent)).IsOk);
        // Pressed once more before the answer came.
        var payload = sent.Payload.DeepClone().AsObject();
        payload["trigger_id"] = Trigger();
        Assert.True((await Bot.Slack.Delivers(FakeSlackKind.Interaction, payload)).IsOk);
        await Told();
        Assert.Equal((after, 1), (await Map(), await Goals()));
    }

    [Fact]
    public async Task In_a_workshop_that_is_closed_nothing_is_changed_by_what_is_still_pressed()
    {
        await Begins();
        await Ben.Presses(Channel.Posted[0], "Add mine");
        await Until.True(() => Ben.View is not null);
        await Ben.Fills(Ben.View!, "Goal", "a bell");
        await Ben.Chooses(Ben.View!, "Stage", "S1 Research");
        foreach (var line in (string[])["goto close", "owner @Anna", "review in 3 months", "close"])
            await Says(Anna, line);
        await Bot.Rests();
        var before = await Map();
        await Ben.Submits();
        await Told();
        Assert.Equal(before, await Map());
        Assert.NotNull(Ben.View);
        Assert.Contains("closed", Ben.View.Says, StringComparison.OrdinalIgnoreCase);
    }

    static string Say => BlockAction.Name("say", 0);

    static string Line(string workshop, string line = "park a drum") => new JsonObject { ["w"] = workshop, ["line"] = line }.ToJsonString();

    async Task Try(JsonObject press, Action<JsonObject> change, Action<JsonObject>? more = null)
    {
        var payload = press.DeepClone().AsObject();
        var action = payload["actions"]![0]!.AsObject();
        payload["trigger_id"] = Trigger();
        change(action);
        more?.Invoke(payload);
        Assert.Equal(200, (await Bot.Slack.Delivers(FakeSlackKind.Interaction, payload)).Status);
    }

    async Task<string> Map() => Encoding.UTF8.GetString(new JsonExport().Write((await Bot.Bot.Loop.Looking.FindMap("m-1"))!).Bytes.ToArray());

    async Task<(HttpStatusCode Status, string Text)> Send(string door, string body, string type, long? time, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Bot.Url, "/slack/" + door)) { Content = new StringContent(body, Encoding.UTF8, type) };
        // Whoever refuses it does not read it.
        request.Headers.ExpectContinue = body.Length > 1 << 20;
        if (time is { } at)
            request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", Text(at));
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Slack-Signature", signature);
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    string Sign(long time, string body) => SlackSigner.Sign(Bot.Slack.SigningSecret, Text(time), body);

    static string Text(long time) => time.ToString(CultureInfo.InvariantCulture);

    static string Trigger() => $"9{Random.Shared.Next(1, 1_000_000)}.1234567890.{Guid.NewGuid():n}";
}
