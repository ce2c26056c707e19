using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Channels.Tests.Teams.Connector;

/// <summary>The fake is strict: it takes nothing that the Connector would not, and counts what it counts.</summary>
public sealed class FakeConnectorTests : Wired
{
    const string Card = """{"type":"AdaptiveCard","version":"1.5","body":[]}""";

    public static TheoryData<string> Bad =>
    [
        "{}",
        """{"text":"x"}""",
        """{"type":"message"}""",
        """{"type":"conversationUpdate","text":"x"}""",
        """{"type":"message","text":"x","textFormat":"html"}""",
        $$"""{"type":"message","text":"x","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{{Card}} }]}""",
        """{"type":"message","text":"hello <at>Ben</at>","entities":[{"type":"mention","text":"<at>Anna</at>","mentioned":{"id":"29:x"}}]}""",
        """{"type":"message","text":"x","suggestedActions":{"actions":[]}}""",
        Carded("""{"type":"AdaptiveCard","body":[]}"""),
        Carded("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Image","url":"http://example.com/x.png"}]}"""),
        Carded("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Container","items":[{"type":"Input.ChoiceSet","id":"a","choices":[{"title":"x","value":"a,b"}]}]}]}"""),
        Carded("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Hello ${name}"}]}"""),
        Carded($$"""{"type":"AdaptiveCard","version":"1.5","body":[],"refresh":{"userIds":[{{string.Join(',', Enumerable.Range(0, 61).Select(i => $"\"29:{i}\""))}}]} }"""),
    ];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task An_activity_that_is_wrong_is_refused(string activity)
    {
        Assert.Equal((400, "BadArgument"), await Call(HttpMethod.Post, $"v3/conversations/{Escaped(Group)}/activities", activity));
        Assert.Empty(Group.Messages);
    }

    [Fact]
    public async Task Six_actions_are_suggested_in_a_personal_chat_and_a_seventh_is_too_many()
    {
        static string Some(int count) => $$"""{"type":"message","text":"x","suggestedActions":{"actions":[{{string.Join(',', Enumerable.Repeat("{}", count))}}]} }""";
        Assert.Equal(201, (await Call(HttpMethod.Post, $"v3/conversations/{Escaped(Anna.Chat)}/activities", Some(6))).Status);
        Assert.Equal(400, (await Call(HttpMethod.Post, $"v3/conversations/{Escaped(Anna.Chat)}/activities", Some(7))).Status);
    }

    [Fact]
    public async Task Who_calls_says_who_it_is_and_what_it_sends_and_escapes_it()
    {
        var path = $"v3/conversations/{Escaped(Group)}/activities";
        Assert.Equal(401, (await Call(HttpMethod.Post, path, """{"type":"message","text":"x"}""", token: null)).Status);
        Assert.Equal(415, (await Call(HttpMethod.Post, path, """{"type":"message","text":"x"}""", type: "application/json")).Status);
        Assert.Equal(415, (await Call(HttpMethod.Post, path, """{"type":"message","text":"x"}""", type: "text/plain; charset=utf-8")).Status);
        Assert.Equal(400, (await Call(HttpMethod.Post, path, "{")).Status);
        Assert.Equal(400, (await Call(HttpMethod.Post, $"v3/conversations/{Group.Id}/activities", """{"type":"message","text":"x"}""")).Status);
        Assert.Equal((413, "MessageSizeTooBig"), await Call(HttpMethod.Post, path, $$"""{"type":"message","text":"{{new string('x', 51_200)}}"}"""));
        Assert.Empty(Group.Messages);
        Assert.Equal(6, Fake.Requests.Count);
    }

    [Theory]
    [InlineData("0", 400)]
    [InlineData("abc", 400)]
    [InlineData("-5", 400)]
    [InlineData("", 400)]
    [InlineData("77", 404)]
    public async Task A_thread_has_a_root_that_is_there(string root, int status) => Assert.Equal(
        status, (await Call(HttpMethod.Post, $"v3/conversations/{Uri.EscapeDataString($"{Channel.Id};messageid={root}")}/activities", """{"type":"message","text":"x"}""")).Status);

    [Fact]
    public async Task Other_peoples_messages_are_not_edited_nor_deleted()
    {
        var said = Anna.Writes(Group, "mine").Message!;
        var path = $"v3/conversations/{Escaped(Group)}/activities/{said.Id}";
        Assert.Equal((404, "ActivityNotFoundInConversation"), await Call(HttpMethod.Put, path, """{"type":"message","text":"x"}"""));
        Assert.Equal((404, "ActivityNotFoundInConversation"), await Call(HttpMethod.Delete, path, ""));
        Assert.Equal((404, "ConversationNotFound"), await Call(HttpMethod.Put, $"v3/conversations/19%3Anone%40thread.v2/activities/{said.Id}", """{"type":"message","text":"x"}"""));
        Assert.Single(said.Versions);
    }

    [Theory]
    [InlineData("""{"isGroup":true,"channelData":{"channel":{"id":"CHANNEL"}}}""", 400)]
    [InlineData("""{"isGroup":true,"channelData":{"channel":{"id":"GROUP"}},"activity":{"type":"message","text":"x"}}""", 404)]
    [InlineData("""{"isGroup":true,"channelData":{"channel":{"id":"CHANNEL;messageid=1"}},"activity":{"type":"message","text":"x"}}""", 400)]
    [InlineData("""{"isGroup":false,"members":[],"tenantId":"t"}""", 400)]
    [InlineData("""{"isGroup":false,"members":[{"id":"BEN"},{"id":"ANNA"}],"tenantId":"t"}""", 400)]
    [InlineData("""{"isGroup":false,"members":[{"id":"BEN"}]}""", 400)]
    [InlineData("""{"isGroup":false,"members":[{"id":"29:nobody"}],"tenantId":"t"}""", 403)]
    [InlineData("""{"isGroup":false,"members":[{"id":"BEN"}],"channelData":{"tenant":{"id":"t"}}}""", 201)]
    public async Task A_conversation_is_made_of_what_it_takes(string body, int status) => Assert.Equal(status, (await Call(
        HttpMethod.Post, "v3/conversations", body.Replace("CHANNEL", Channel.Id, StringComparison.Ordinal).Replace("GROUP", Group.Id, StringComparison.Ordinal)
            .Replace("BEN", Ben.Id, StringComparison.Ordinal).Replace("ANNA", Anna.Id, StringComparison.Ordinal))).Status);

    [Theory]
    [InlineData("?pageSize=49", 400)]
    [InlineData("?pageSize=501", 400)]
    [InlineData("?continuationToken=2", 400)]
    [InlineData("?pageSize=50", 200)]
    [InlineData("", 200)]
    public async Task Pages_have_their_sizes(string query, int status) =>
        Assert.Equal(status, (await Call(HttpMethod.Get, $"v3/conversations/{Escaped(Group)}/pagedmembers{query}", "")).Status);

    [Fact]
    public async Task The_eighth_message_within_a_second_is_one_too_many_and_other_rooms_go_on()
    {
        var path = $"v3/conversations/{Escaped(Group)}/activities";
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Call(HttpMethod.Post, path, """{"type":"message","text":"x"}""")));
        Assert.Equal((7, 5), (all.Count(one => one.Status == 201), all.Count(one => one == (429, "Throttled"))));
        Assert.Equal((5, 7), (Fake.ThrottleHits, Fake.ThrottlePeaks.First(peak => peak.Limit is { Op: "send", Seconds: 1, Most: 7 }).Seen));
        Assert.Equal(201, (await Call(HttpMethod.Post, $"v3/conversations/{Escaped(Anna.Chat)}/activities", """{"type":"message","text":"x"}""")).Status);
        Assert.Equal(8, Fake.Counts().Posts);
    }

    static string Escaped(FakePlace place) => Uri.EscapeDataString(place.Id);

    static string Carded(string card) => $$"""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{{card}} }]}""";

    async Task<(int Status, string Code)> Call(HttpMethod method, string path, string body, string? token = "t0ken", string type = "application/json; charset=utf-8")
    {
        using var request = new HttpRequestMessage(method, new Uri(Fake.ServiceUrl, path));
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode != HttpStatusCode.TooManyRequests || response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        return ((int)response.StatusCode, text.Length == 0 ? "" : JsonNode.Parse(text)!["error"]?["code"]?.GetValue<string>() ?? "");
    }
}
