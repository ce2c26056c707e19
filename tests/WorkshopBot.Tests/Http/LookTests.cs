using System.Collections.Concurrent;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkshopBot.Channels;

namespace WorkshopBot.Tests.Http;

/// <summary>Looking at a room over HTTP: what is kept there, and being told of changes.</summary>
public sealed class LookTests : ServedTests
{
    static readonly Address.Room Room = new("web:local:r");
    static readonly Address.Person Ann = new("web:local:ann");

    [Fact]
    public async Task What_was_posted_is_kept_card_and_all_also_after_a_restart()
    {
        Assert.Equal("welcome", (string?)Assert.Single(await Look("ann"))!["key"]);
        await Post(Room, "1", "board", "first");
        await Post(Room, "2", "step:goals", "second", under: "1");
        await Post(Ann, "3", "nudge:x", "third");
        await Served.Web.Edit(Room, "1", Say("board", "changed"), default);
        var before = await Kept("ann");
        Assert.Equal(["changed", "second", "third"], before.Select(message => (string)message!["text"]!));
        var board = before[0]!.DeepClone().AsObject();
        Assert.True(board.Remove("at"));
        Assert.Equal("""{"id":"1","key":"board","version":2,"text":"changed","card":{"type":"AdaptiveCard","body":["changed"]},"under":null,"private":false}""", board.ToJsonString());
        Assert.Equal(("1", true), ((string)before[1]!["under"]!, (bool)before[2]!["private"]!));
        Assert.Equal(2, (await Kept("ben")).Count);
        await Restart();
        Assert.Equal(before.ToJsonString(), (await Kept("ANN")).ToJsonString());
        Assert.IsType<FindOutcome.Found>(await Served.Web.Find(Room, null, "2", default, default));
    }

    [Fact]
    public async Task A_room_shows_its_newest_two_hundred_in_order()
    {
        for (var i = 0; i < 203; i++)
            await Post(Room, $"{i}", "outcome:x", $"{i}");
        Assert.Equal(Enumerable.Range(3, 200).Select(i => $"{i}"), (await Kept("ann")).Select(message => (string)message!["text"]!));
    }

    [Fact]
    public async Task Every_change_is_told_to_whom_it_concerns_until_theServed_stops()
    {
        var ann = Listen("ann");
        var ben = Listen("ben");
        await Until.True(() => ann.Heard.Count == 1 && ben.Heard.Count == 1);
        await Post(Room, "1", "board", "one");
        await Post(Ann, "2", "nudge:x", "only for Ann");
        await Served.Web.Edit(Room, "1", Say("board", "two"), default);
        await Until.True(() => ann.Heard.Count == 4 && ben.Heard.Count == 3);
        Assert.Equal(["open-room", "one", "only for Ann", "two"], ann.Heard);
        Assert.Equal(["open-room", "one", "two"], ben.Heard);
        // Open pages do not hold the server up.
        await Restart().WaitAsync(Until.Bound);
        await Task.WhenAll(ann.Ended, ben.Ended).WaitAsync(Until.Bound);
    }

    [Theory]
    [InlineData("/api/try/r", "person")]
    [InlineData("/api/try/r?person=", "person")]
    [InlineData("/api/try/r?person=ann&person=ben", "person")]
    [InlineData("/api/try/r?person=a%0Ab", "person")]
    [InlineData("/api/try/a%20b?person=ann", "room")]
    [InlineData("/api/try/@ann?person=ann", "room")]
    [InlineData("/api/try/r/events", "person")]
    [InlineData("/api/try/@ann/events?person=ben", "room")]
    public async Task Who_looks_where_is_said_or_refused_in_words(string path, string words)
    {
        var response = await Door.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(words, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_does_not_answer_is_503()
    {
        Served.Rows.IsGone = true;
        var response = await Door.Http.GetAsync("/api/try/r?person=ann");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Served.Rows.IsGone = false;
        Assert.Empty(await Kept("ann"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/site.js")]
    [InlineData("/api/try/r?person=ann")]
    [InlineData("/api/try/r/events?person=ann")]
    public async Task Strangers_see_nothing(string path)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await Get(path, "Host", "example.com"));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(path, "X-Forwarded-For", "127.0.0.1"));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(path, "Forwarded", "for=127.0.0.1"));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(path, "Origin", "https://example.com"));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(path, "Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.OK, await Get(path, "Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.OK, await Get(path, "Sec-Fetch-Site", "none"));
    }

    [Fact]
    public async Task The_page_trusts_nobody_but_itself()
    {
        var page = await Door.Http.GetAsync("/");
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-cache", page.Headers.GetValues("Cache-Control").Single());
        // No word of it is taken from another machine, and none is written into the markup.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot")))
        {
            var text = await File.ReadAllTextAsync(file);
            Assert.DoesNotMatch(@"(src|href|url\(|import|from|fetch\()[=\s""'(]*(https?:)?//", text);
            Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(| style=| on[a-z]+=""", text);
        }
    }

    [Fact]
    public void The_page_has_every_word_it_uses_in_both_languages_and_no_other()
    {
        string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wwwroot", file));
        var halves = Read("words.js").Split("const german");
        var words = halves.Select(half => Regex.Matches(half, "'([a-z-]+)': '").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal).ToList()).ToList();
        Assert.InRange(words[0].Count, 30, 200);
        Assert.Equal(words[0], words[1]);
        var page = string.Concat(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot"), "*.js").Where(file => !file.EndsWith("words.js", StringComparison.Ordinal)).Select(File.ReadAllText)) + Read("index.html");
        var used = Regex.Matches(page, @"data-(?:word|label|placeholder)=""([a-z-]+)""|say\((?:[^()']*\? )?'([a-z-]+)'|: '([a-z-]+)'\)").SelectMany(match => match.Groups.Values.Skip(1)).Where(group => group.Success).Select(group => group.Value);
        Assert.Empty(used.Except(words[0]));
        Assert.Equal([], words[0].Where(word => !page.Contains($"'{word}'", StringComparison.Ordinal) && !page.Contains($"\"{word}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/appsettings.json")]
    [InlineData("/../appsettings.json")]
    [InlineData("/..%2fappsettings.json")]
    [InlineData("/lib/..%5c..%5cappsettings.json")]
    [InlineData("/WorkshopBot.dll")]
    [InlineData("/package.json")]
    public async Task Nothing_beside_the_page_is_served(string path) => Assert.Equal(HttpStatusCode.NotFound, (await Door.Http.GetAsync(path)).StatusCode);

    async Task<HttpStatusCode> Get(string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await Door.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }

    async Task<JsonArray> Look(string person) => JsonNode.Parse(await Door.Http.GetStringAsync($"/api/try/r?person={person}"))!.AsArray();

    // Nothing has begun in this room, so the welcome comes last, and is not kept.
    async Task<JsonArray> Kept(string person)
    {
        var seen = await Look(person);
        Assert.Equal("welcome", (string?)seen[^1]!["key"]);
        seen.RemoveAt(seen.Count - 1);
        return seen;
    }

    async Task Post(Address to, string operation, string key, string text, string? under = null) => Assert.IsType<PostOutcome.Posted>(await Served.Web.Post(to, under, operation, Say(key, text), default));

    static Message Say(string key, string text) => new(key, "any", Encoding.UTF8.GetBytes($$"""{"type":"AdaptiveCard","body":["{{text}}"]}"""), text, "en");

    (ConcurrentQueue<string> Heard, Task Ended) Listen(string person)
    {
        var heard = new ConcurrentQueue<string>();
        return (heard, Task.Run(async () =>
        {
            using var response = await Door.Http.GetAsync($"/api/try/r/events?person={person}", HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
            await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
                if (item.EventType != "beat")
                    heard.Enqueue(item.Data.Length == 0 ? item.EventType : (string)JsonNode.Parse(item.Data)!["text"]!);
        }));
    }
}
