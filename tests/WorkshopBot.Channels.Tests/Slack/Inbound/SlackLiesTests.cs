using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Tests.Slack.Inbound;

/// <summary>Payloads that are rightly signed and say nonsense.</summary>
public sealed class SlackLiesTests
{
    static readonly SlackReader Reader = new((_, _) => ValueTask.FromResult<string?>(Payload.Bot), (install, _) => ValueTask.FromResult(install));

    static readonly string[] Lies = ["null", "7", "-1.5e300", "true", "\"\"", "\"x y|z:\\u0000\"", "[]", "[null]", "[[[]]]", "{}", """{"id":7}""", """{"type":"message"}""", "\"\\ud800\"", $"\"{new string('x', 5_000)}\""];

    static string Path(string name) => Payload.Json(name)["type"]?.GetValue<string>() switch
    {
        "event_callback" or "url_verification" or "app_rate_limited" => SlackDoor.Events,
        "block_suggestion" => SlackDoor.Options,
        null => SlackDoor.Commands,
        _ => SlackDoor.Interactions,
    };

    static string Body(string path, string json) => path == SlackDoor.Events ? json : path == SlackDoor.Commands ? json : Payload.Field(json);

    static string Type(string path) => path == SlackDoor.Events ? "application/json" : "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("{}{}")]
    [InlineData("{\"type\":\"event_callback\"}")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"event_callback\",\"team_id\":\"T1\"}")]
    [InlineData("{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":[]}")]
    [InlineData("{\"type\":\"event_callback\",\"team_id\":\"T:1\",\"event\":{\"type\":\"x\"}}")]
    [InlineData("{\"type\":\"url_verification\"}")]
    [InlineData("{\"type\":\"url_verification\",\"challenge\":{}}")]
    [InlineData("{\"type\":\"event_callback\",\"team_id\":\"\\ud800\"}")]
    [InlineData("{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"message\",\"channel\":{},\"user\":\"U1\"}}")]
    public async Task What_is_no_event_is_refused(string body)
    {
        await using var host = await SlackHost.Start();
        using var answer = await host.Event(body);
        Assert.Equal((HttpStatusCode.BadRequest, 0), (answer.StatusCode, host.Heard.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("payload")]
    [InlineData("payload=")]
    [InlineData("payload=%7B")]
    [InlineData("payload=%ZZ")]
    [InlineData("payload=%7B%7")]
    [InlineData("payload=%ff%fe")]
    [InlineData("payload=%7B%22type%22%3A%22block_actions%22%7D")]
    [InlineData("Payload=%7B%7D")]
    [InlineData("text=hello&team_id=T1")]
    [InlineData("team_id=T1&channel_id=C1&user_id=U1%0A&trigger_id=1")]
    public async Task What_is_no_form_of_slacks_is_refused(string body)
    {
        await using var host = await SlackHost.Start();
        foreach (var path in new[] { SlackDoor.Commands, SlackDoor.Interactions, SlackDoor.Options })
        {
            using var answer = await host.Form(path, body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        Assert.Empty(host.Heard);
    }

    [Fact]
    public async Task What_is_nested_without_end_is_refused()
    {
        await using var host = await SlackHost.Start();
        var deep = string.Concat(Enumerable.Repeat("{\"event\":", 100)) + "1" + new string('}', 100);
        using var answer = await host.Event($$"""{"type":"event_callback","team_id":"T1","event":{{deep}}}""");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var many = await host.Form(SlackDoor.Commands, string.Join('&', Enumerable.Range(0, 5_000).Select(field => $"f{field}=1")));
        Assert.Equal(HttpStatusCode.BadRequest, many.StatusCode);
    }

    [Fact]
    public async Task Long_lists_are_read_as_far_as_they_may_go()
    {
        await using var host = await SlackHost.Start();
        var files = new JsonArray([.. Enumerable.Range(0, 5_000).Select(file => new JsonObject { ["permalink"] = $"https://bikes.example.invalid/{file}" })]);
        using var answer = await host.Event(Payload.Event("message_im", happened => happened["files"] = files));
        Assert.Equal(50, ((SlackInput.Typed)host.Heard.Single()).Files.Length);
        var form = Payload.Json("view_submission");
        form["view"]!["state"]!["values"] = new JsonObject(Enumerable.Range(0, 101).Select(field => KeyValuePair.Create($"in.f{field}", (JsonNode?)new JsonObject { ["f"] = new JsonObject { ["value"] = "x" } })));
        using var many = await host.Form(SlackDoor.Interactions, Payload.Field(form.ToJsonString()));
        Assert.Equal(HttpStatusCode.BadRequest, many.StatusCode);
    }

    [Fact]
    public async Task A_lie_in_any_one_place_is_refused_or_passed_over_or_does_no_harm()
    {
        await using var host = await SlackHost.Start();
        foreach (var name in new[] { "app_mention", "message_changed", "message_deleted", "member_joined_bot", "channel_rename", "tokens_revoked", "app_rate_limited", "block_actions_message", "view_submission", "block_suggestion", "message_action" })
            foreach (var lie in new[] { "7", "[null]", "{\"id\":7}" })
                foreach (var body in Told(name, lie))
                {
                    var path = Path(name);
                    using var answer = await host.Post(path, Body(path, body), Type(path));
                    Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{(int)answer.StatusCode} {body}");
                }
        Assert.All(host.Log.Lines, line => Assert.Contains("malformed", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_it_says_nothing_makes_the_reader_throw() => Prop.ForAll(
        Gen.Elements(Payload.Names.ToArray()).ToArbitrary(), Gen.Elements(Lies).ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(),
        (name, lie, place) =>
        {
            var told = Told(name, lie).ToList();
            if (SlackJson.Parse(Encoding.UTF8.GetBytes(told[place % told.Count])) is not { } json)
                return;
            foreach (var read in new[] { Reader.Event(json, default).AsTask(), Reader.Interaction(json, default).AsTask(), Reader.Command(Fields(json), default).AsTask() })
                if (read.GetAwaiter().GetResult() is SlackRead.Heard { Input: var input })
                    Sound(input);
        }).QuickCheckThrowOnFailure();

    // What becomes part of a key or a list holds nothing that parts one.
    static void Sound(SlackInput input)
    {
        Assert.All(new[] { input.Place.Install.Enterprise, input.Place.Install.Team, input.Place.Team, input.Place.UserTeam, input.Place.Channel, input.Place.User }, id => Assert.True(id is null || id.All(char.IsAsciiLetterOrDigit), id));
        Assert.NotEmpty(input.Place.Install.Tenant);
        Assert.DoesNotContain(input.TurnId, c => c is <= ' ' or > '~');
    }

    static Dictionary<string, string> Fields(JsonElement json) => json.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.String).ToDictionary(field => field.Name, field => field.Value.GetString()!);

    // The payload with a lie in each place by turns.
    static IEnumerable<string> Told(string name, string lie)
    {
        var text = Payload.Text(name);
        for (var place = 0; Lied(JsonNode.Parse(text)!, lie, place) is { } told; place++)
            yield return told;
    }

    static string? Lied(JsonNode root, string lie, int place)
    {
        const string Mark = "the lie goes here";
        var places = new List<Action>();
        Visit(root);
        if (place >= places.Count)
            return null;
        places[place]();
        return root.ToJsonString().Replace($"\"{Mark}\"", lie, StringComparison.Ordinal);

        void Visit(JsonNode? node)
        {
            if (node is JsonObject members)
                foreach (var member in members.ToList())
                {
                    places.Add(() => members[member.Key] = Mark);
                    Visit(member.Value);
                }
            else if (node is JsonArray list)
                for (var at = 0; at < list.Count; at++)
                {
                    var index = at;
                    places.Add(() => list[index] = Mark);
                    Visit(list[at]);
                }
        }
    }
}
