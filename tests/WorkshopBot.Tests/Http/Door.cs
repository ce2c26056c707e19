using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopBot.Tests.Http;

/// <summary>Somebody at the try-it door of a server.</summary>
sealed class Door(Uri address) : IDisposable
{
    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(15) };
    const int MostAgain = 4;

    int _turns;

    public HttpClient Http => _http;

    public async Task<(HttpStatusCode Status, JsonNode Body)> Say(string person, string text, string room = "r", string? id = null, bool isPrivate = false) =>
        await Post(JsonSerializer.SerializeToUtf8Bytes(new { id = id ?? Interlocked.Increment(ref _turns).ToString(CultureInfo.InvariantCulture), person, text, @private = isPrivate }), room);

    /// <summary>Presses a button; its data may hold anything.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body)> Press(string person, string verb, object data, string room = "r", string? id = null, bool isPrivate = false) =>
        await Post(JsonSerializer.SerializeToUtf8Bytes(new { id = id ?? Interlocked.Increment(ref _turns).ToString(CultureInfo.InvariantCulture), person, @private = isPrivate, action = new { verb, data } }), room);

    public async Task<(HttpStatusCode Status, JsonNode Body)> Post(byte[] body, string room = "r", string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/try/{room}/turns") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public Task<(HttpStatusCode Status, JsonNode Body)> PostText(string body, string room = "r") => Post(Encoding.UTF8.GetBytes(body), room);

    /// <summary>Says it, and it must be answered with 200. What a busy machine could not save in time is sent again, as chats do.</summary>
    public async Task<string> Takes(string person, string text, string room = "r", string? id = null, bool isPrivate = false)
    {
        id ??= Interlocked.Increment(ref _turns).ToString(CultureInfo.InvariantCulture);
        var (status, body) = await Say(person, text, room, id, isPrivate);
        for (var again = 0; again < MostAgain && status == HttpStatusCode.ServiceUnavailable; again++)
            (status, body) = await Say(person, text, room, id, isPrivate);
        Assert.True(status == HttpStatusCode.OK, $"{status}: {body}");
        return (string)body["text"]!;
    }

    /// <summary>The map as the bot hands it over.</summary>
    public async Task<JsonNode> Map(string room = "r")
    {
        var (status, body) = await Say("reader", "export json", room);
        Assert.True(status == HttpStatusCode.OK, $"{status}: {body}");
        Assert.Equal("application/json", (string)body["file"]!["type"]!);
        return JsonNode.Parse((string)body["file"]!["text"]!)!;
    }

    /// <summary>The texts of all goals of the map.</summary>
    public async Task<List<string>> Goals(string room = "r") =>
        [.. (await Map(room))["stages"]!.AsArray().SelectMany(stage => stage!["goals"]?.AsArray() ?? []).Select(goal => (string)goal!["text"]!)];

    public async Task StartGoals(string room = "r")
    {
        await Takes("ann", "start Bikes", room, "start");
        await Takes("ann", "goto stages", room);
        await Takes("ann", "Research, Purchase", room);
        await Takes("ann", "goto goals", room);
    }

    public void Dispose() => _http.Dispose();
}
