using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace WorkshopBot.Tests.Http;

/// <summary>Somebody whose tab slept for an hour while others went on: what they see when it wakes, and what becomes of what still stands on it.</summary>
public sealed class SleptTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    readonly Ahead _time = new(new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));
    Served _server = null!;

    Door Door => _server.Door;

    public async Task InitializeAsync()
    {
        _server = await Served.Start(_folder.File(), time: _time);
        await Door.StartGoals();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_look_shows_all_that_happened_while_nobody_listened()
    {
        // It listened once, and then the line was cut.
        using (var response = await Door.Http.GetAsync("/api/try/r/events?person=eve", HttpCompletionOption.ResponseHeadersRead))
            await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
            {
                Assert.Equal("open-room", item.EventType);
                break;
            }
        for (var i = 0; i < 70; i++)
            await Door.Takes($"p{i % 3}", $"Research: goal {i}");
        await Door.Takes("ann", "next anyway");
        _time.Pass(TimeSpan.FromHours(1));
        JsonArray seen = [];
        for (var tries = 0; tries < 400 && !(Text(seen, "board").Contains("Touchpoints, step 4 of 7", StringComparison.Ordinal) && Text(seen, "outcome:goals").Length > 0 && Text(seen, "step:touchpoints").Length > 0); tries++)
        {
            await Task.Delay(50);
            seen = JsonNode.Parse(await Door.Http.GetStringAsync("/api/try/r?person=eve"))!.AsArray();
        }
        // Two stages beside them; the decision to go on although something was open is no item.
        Assert.Contains("Items on the map: 72.", Text(seen, "board"), StringComparison.Ordinal);
        Assert.Contains("Goals: 70", Text(seen, "outcome:goals"), StringComparison.Ordinal);
        Assert.NotEmpty(Text(seen, "step:touchpoints"));
        using var again = await Door.Http.GetAsync("/api/try/r/events?person=eve", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task What_still_stands_on_the_tab_counts_or_says_what_is_open_now()
    {
        var form = (await Door.Press("eve", "form", new { w = _server.Ids[0], of = "goal" })).Body["card"]!;
        var (pass, data) = ("say", new { w = _server.Ids[0], line = "pass", shown = "step:goals" });
        await Door.Press("eve", "ask", new { w = _server.Ids[0], of = "question" });
        await Door.Takes("ann", "rename S1 Look around");
        await Door.Takes("ann", "next anyway");
        _time.Pass(TimeSpan.FromHours(1));

        var late = (await Door.Press("eve", pass, data)).Body;
        Assert.True((bool)late["refused"]!);
        Assert.Contains("Touchpoints", (string)late["text"]!, StringComparison.Ordinal);
        var sent = (await Door.Press("eve", "submit", form.Filled("Add", ("f.stage", "S1"), ("f.text", "know the cost")))).Body;
        Assert.False((bool?)sent["refused"] ?? false, sent.ToJsonString());
        Assert.Equal(["know the cost"], await Door.Goals());
        foreach (var answer in (string[])["S1", "skip", "what is a fair price"])
            await Door.Takes("eve", answer, isPrivate: true);
        await Door.Takes("eve", "done", isPrivate: true);
        Assert.Contains("what is a fair price", (await Door.Map()).ToJsonString(), StringComparison.Ordinal);
    }

    static string Text(JsonArray seen, string key) => (string?)seen.FirstOrDefault(message => (string?)message!["key"] == key)?["text"] ?? "";
}
