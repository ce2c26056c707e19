using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Channels.Tests.Slack.Fake;

/// <summary>Calls the fake's Web API with nothing between: no client of ours.</summary>
sealed class RawSlack(FakeSlack fake, string? token) : IDisposable
{
    readonly HttpClient _http = new() { BaseAddress = fake.Api };

    public HttpResponseMessage? Last { get; private set; }

    /// <summary>As a form; objects and lists as JSON.</summary>
    public Task<JsonObject> Call(string method, params (string Name, JsonNode? Value)[] arguments) =>
        Send(method, new FormUrlEncodedContent(arguments.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : one.Value!.ToJsonString()))));

    public Task<JsonObject> CallJson(string method, JsonObject arguments) => Send(method, new StringContent(arguments.ToJsonString(), Encoding.UTF8, "application/json"));

    /// <summary>The code of what was refused; "ok" for what was not.</summary>
    public async Task<string> Error(string method, params (string Name, JsonNode? Value)[] arguments) => await Call(method, arguments) is var answer && (bool)answer["ok"]! ? "ok" : (string)answer["error"]!;

    public void Dispose() => _http.Dispose();

    public async Task<JsonObject> Send(string method, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Last = await _http.SendAsync(request);
        return JsonNode.Parse(await Last.Content.ReadAsStringAsync())!.AsObject();
    }

    public static JsonArray Blocks(string json) => JsonNode.Parse(json)!.AsArray();

    public static JsonObject Modal(string blocks = """[{"type":"section","text":{"type":"plain_text","text":"Hello"}}]""", string more = "") =>
        JsonNode.Parse($$"""{"type":"modal","title":{"type":"plain_text","text":"A window"},"blocks":{{blocks}}{{more}}}""")!.AsObject();
}
