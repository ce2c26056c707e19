using System.Net;
using System.Text.Json.Nodes;
using WorkshopBot.Tests.Http;

namespace WorkshopBot.Tests.Pages;

/// <summary>The map of a room as JSON, at the try-it door.</summary>
public sealed class TryMapTests : ServedTests
{
    [Fact]
    public async Task It_is_the_rooms_map_in_the_persons_language()
    {
        await Door.StartGoals();
        await Door.Takes("Änne", "goal Research: <b>compare</b>");
        await Door.Takes("Änne", "language de");

        var (status, map) = await Get("/api/try/r/map?person=ann");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Bikes", (string?)map["title"]);
        Assert.Equal(["Research", "Purchase"], map["stages"]!.AsArray().Select(stage => (string)stage!["name"]!));
        Assert.Equal("<b>compare</b>", (string?)Goals(map)["cells"]![0]!["items"]![0]!["text"]);
        Assert.Equal("Änne", (string?)Goals(map)["cells"]![0]!["items"]![0]!["by"]);
        Assert.Equal("Nobody has said what they want at Purchase.", (string?)Goals(map)["cells"]![1]!["empty"]);
        Assert.Equal("Was bei Purchase erreicht werden soll, hat noch niemand gesagt.", (string?)Goals((await Get("/api/try/r/map?person=ann&language=de")).Body)["cells"]![1]!["empty"]);
        Assert.Equal("Was bei Purchase erreicht werden soll, hat noch niemand gesagt.", (string?)Goals((await Get("/api/try/r/map?person=%20%C3%84NNE")).Body)["cells"]![1]!["empty"]);
    }

    [Fact]
    public async Task Where_nothing_was_started_there_is_none()
    {
        await Door.Say("ann", "hello", "empty");
        foreach (var room in (string[])["empty", "nowhere"])
            Assert.Equal(HttpStatusCode.NotFound, (await Get($"/api/try/{room}/map?person=ann")).Status);
        foreach (var room in (string[])["%F0%9F%9A%B2", new string('r', 500)])
            Assert.Equal(HttpStatusCode.BadRequest, (await Get($"/api/try/{room}/map?person=ann")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Get("/api/try/r/map")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Get($"/api/try/r/map?person={new string('a', 81)}")).Status);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("Forwarded", "for=10.0.0.1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Nobody_from_elsewhere_reads_it(string name, string value)
    {
        await Door.StartGoals();
        var (status, body) = await Get("/api/try/r/map?person=ann", (name, value));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.DoesNotContain("Bikes", body.ToJsonString(), StringComparison.Ordinal);
    }

    static JsonNode Goals(JsonNode map) => map["lanes"]!.AsArray().Single(lane => (string?)lane!["form"] == "goal")!;

    async Task<(HttpStatusCode Status, JsonNode Body)> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Door.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync() is { Length: > 0 } body ? JsonNode.Parse(body)! : throw new InvalidOperationException($"{path}: {response.StatusCode}"));
    }
}
