using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Teams;
using WorkshopBot.Pages;
using WorkshopBot.Tests.Http;
using WorkshopBot.Tests.Turns;

namespace WorkshopBot.Tests.Pages;

/// <summary>The tab, through the real door: whoever signed in sees their own workshops, and nobody learns of any other.</summary>
public sealed class TabTests : IAsyncLifetime, IDisposable
{
    const string Secret = "eyJ0.top-secret.token";
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com https://*.office.com";

    readonly TempFolder _folder = new();
    readonly RecordedLog _log = new();
    Served _server = null!;

    // "tenant user" is the token of that person.
    static Task<(string, string, string)?> SignIn(string token, CancellationToken ct) =>
        Task.FromResult(token == Secret ? ("local", "ann", "Ann") : token.Split(' ') is [var tenant, var user] ? (tenant, user, user) : ((string, string, string)?)null);

    public async Task InitializeAsync() =>
        _server = await Served.Start(_folder.File(), logs: new Logs(_log), tab: new("web", Frames.Ancestors, SignIn, "https://teams.microsoft.com/l/entity/a/conversations"), args: ["--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace"]);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_page_may_be_shown_by_the_chat_client_and_by_nobody_else()
    {
        using var page = await _server.Door.Http.GetAsync("/tab");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Policy, page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.False(page.Headers.Contains("X-Frame-Options"));
        foreach (var (name, value) in new[] { ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("X-Robots-Tag", "noindex, nofollow") })
            Assert.Equal(value, string.Join(", ", page.Headers.GetValues(name)));
        var html = await page.Content.ReadAsStringAsync();
        Assert.DoesNotMatch("(?i)style=|onload=|https?:", html);
        foreach (var file in (string[])["tab/tab.js", "tab/parts.js", "tab/words.js", "tab/tab.css"])
            Assert.Equal(HttpStatusCode.OK, (await _server.Door.Http.GetAsync("/" + file)).StatusCode);
        // Through a tunnel or a proxy it is served as well, where the try-it page is not.
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, "/tab/tab.js");
        forwarded.Headers.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Equal(HttpStatusCode.OK, (await _server.Door.Http.SendAsync(forwarded)).StatusCode);
    }

    [Fact]
    public async Task The_map_may_then_be_shown_there_too()
    {
        await _server.Door.StartGoals();
        using var map = await _server.Door.Http.GetAsync(_server.Links.Url(_server.Ids[0], 0));
        Assert.Equal("default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors " + Frames.Ancestors, map.Headers.GetValues("Content-Security-Policy").Single());
        Assert.False(map.Headers.Contains("X-Frame-Options"));
    }

    [Theory]
    [InlineData("?look=dark", "data-look=\"dark\"")]
    [InlineData("?look=light", "data-look=\"light\"")]
    [InlineData("?look=\"><script>", null)]
    [InlineData("?look=dark&look=light", null)]
    [InlineData("", null)]
    public async Task It_wears_the_look_it_is_asked_for_and_no_other(string query, string? worn)
    {
        await _server.Door.StartGoals();
        var page = await _server.Door.Http.GetStringAsync(_server.Links.Url(_server.Ids[0], 0) + query);
        Assert.Equal(worn is null, !page.Contains("data-look", StringComparison.Ordinal));
        Assert.Contains(worn ?? "<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_see_my_workshops_and_what_waits_for_me_there()
    {
        await _server.Door.StartGoals();
        await _server.Door.Takes("bob", "goal Research: compare");
        var (status, ann) = await Ask(Secret);
        Assert.Equal((HttpStatusCode.OK, "Ann"), (status, (string)ann["name"]!));
        var one = Assert.Single(ann["workshops"]!.AsArray())!;
        Assert.Equal(("Bikes", true), ((string)one["workshop"]!["title"]!, (bool)one["workshop"]!["isOpen"]!));
        Assert.Contains("of 2 ha", (string)one["workshop"]!["answered"]!, StringComparison.Ordinal);
        Assert.NotEmpty((string)one["workshop"]!["asks"]!);
        Assert.NotEmpty(one["workshop"]!["points"]!.AsArray());
        Assert.Equal(HttpStatusCode.OK, (await _server.Door.Http.GetAsync((string)one["map"]!)).StatusCode);
        Assert.Equal("https://teams.microsoft.com/l/entity/a/conversations", (string)ann["chat"]!);

        // Bob has answered and leads nothing.
        var bob = (await Ask("local bob")).Body["workshops"]![0]!["workshop"]!;
        Assert.Null(bob["asks"]);
        Assert.Empty(bob["points"]!.AsArray());
    }

    [Fact]
    public async Task What_waits_comes_first_and_what_is_closed_last()
    {
        foreach (var (room, title) in new[] { ("a", "First"), ("b", "Second"), ("c", "Third") })
            await _server.Door.Takes("ann", "start " + title, room);
        await _server.Door.Takes("bob", "pass", "c");
        await _server.Door.Takes("bob", "i speak for Sales", "b");
        await _server.Door.Takes("bob", "help", "a");
        var titles = (await Ask("local bob")).Body["workshops"]!.AsArray().Select(one => (string)one!["workshop"]!["title"]!);
        // To ask for help is not yet to take part.
        Assert.Equal(["Second", "Third"], titles.Order(StringComparer.Ordinal));
        var mine = (await Ask(Secret)).Body["workshops"]!.AsArray();
        Assert.Equal(3, mine.Count);
        var waits = mine.Select(one => one!["workshop"]!["asks"] is not null || one["workshop"]!["points"]!.AsArray().Count > 0).ToList();
        Assert.Equal(waits.OrderByDescending(wait => wait), waits);
    }

    [Theory]
    [InlineData("other ann")]
    [InlineData("local zoe")]
    [InlineData("local anne")]
    public async Task Somebody_else_or_of_elsewhere_sees_nothing_of_it(string token)
    {
        await _server.Door.StartGoals();
        var (status, body) = await Ask(token, map: _server.Ids[0]);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(body["workshops"]!.AsArray());
        Assert.Null(body["open"]);
        Assert.DoesNotContain("Bikes", body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_a_map_opens_it_for_those_who_take_part_and_a_made_up_one_opens_nothing()
    {
        await _server.Door.StartGoals();
        await _server.Door.Takes("zoe", "start Hers", "z");
        Assert.Contains("/maps/", (string)(await Ask(Secret, map: _server.Ids[0])).Body["open"]!, StringComparison.Ordinal);
        foreach (var forged in (string[])[_server.Ids[1], _server.Ids[0][..^1], _server.Ids[0] + "x", "m-1", "", "../maps", new('a', 1_000)])
            Assert.Null((await Ask(Secret, map: forged)).Body["open"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Bearer nobody")]
    [InlineData("Basic local ann")]
    [InlineData("Bearer local a:b")]
    [InlineData("Bearer local:ann x")]
    public async Task A_token_of_nobody_is_answered_alike_whatever_is_wrong_with_it(string? authorization)
    {
        await _server.Door.StartGoals();
        using var response = await Post(authorization, "{}");
        Assert.Equal((HttpStatusCode.Unauthorized, """{"error":"sign-in"}"""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[1", HttpStatusCode.BadRequest)]
    [InlineData("{\"map\":7}", HttpStatusCode.BadRequest)]
    [InlineData("{\"locale\":\"xx-not-a-language-xx\",\"map\":null}", HttpStatusCode.OK)]
    public async Task A_body_is_small_JSON_or_refused(string body, HttpStatusCode expected)
    {
        using var response = await Post("Bearer " + Secret, body);
        Assert.Equal(expected, response.StatusCode);
        using var large = await Post("Bearer " + Secret, $"{{\"map\":\"{new string('a', TabDoor.MostBytes)}\"}}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_to_come_later_and_others_are_not()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, TabDoor.MostAtOnce + 20).Select(_ => Ask(Secret)));
        Assert.Contains(asked, one => one.Status == HttpStatusCode.TooManyRequests);
        Assert.InRange(asked.Count(one => one.Status == HttpStatusCode.OK), TabDoor.MostAtOnce, TabDoor.MostAtOnce + 19);
        Assert.Equal(HttpStatusCode.OK, (await Ask("local bob")).Status);
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_client()
    {
        await _server.Door.StartGoals();
        await _server.Door.Takes("bob", "goal Research: compare");
        var said = (string)(await Ask("local bob", locale: "de-DE")).Body["workshops"]![0]!["workshop"]!["answered"]!;
        Assert.Contains("von 2", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_and_no_link_is_in_the_log()
    {
        await _server.Door.StartGoals();
        var (_, body) = await Ask(Secret);
        await Ask("a-wrong-token");
        var link = (string)body["workshops"]![0]!["map"]!;
        Assert.NotEmpty(_log.Lines);
        Assert.DoesNotContain(_log.Lines, line => line.Contains(Secret, StringComparison.Ordinal) || line.Contains("a-wrong-token", StringComparison.Ordinal) || line.Contains(link[^40..], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("about", "How to begin", "So beginnt es")]
    [InlineData("privacy", "What it stores", "Was er speichert")]
    [InlineData("terms", "Terms of use", "Nutzungsbedingungen")]
    public async Task The_pages_an_administrator_asks_for_are_there_in_both_languages(string page, string english, string german)
    {
        using var response = await _server.Door.Http.GetAsync("/" + page);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains(english, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(german, await _server.Door.Http.GetStringAsync($"/{page}?lang=de"), StringComparison.Ordinal);
    }

    async Task<(HttpStatusCode Status, JsonNode Body)> Ask(string token, string? map = null, string? locale = "en-GB")
    {
        using var response = await Post("Bearer " + token, new JsonObject { ["locale"] = locale, ["map"] = map }.ToJsonString());
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    async Task<HttpResponseMessage> Post(string? authorization, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tab") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await _server.Door.Http.SendAsync(request);
    }

    sealed class Logs(RecordedLog log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }
}
