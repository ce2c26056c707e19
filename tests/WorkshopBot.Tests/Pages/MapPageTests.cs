using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Logging;
using WorkshopBot.Links;
using WorkshopBot.Tests.Http;
using WorkshopBot.Tests.Turns;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Pages;

/// <summary>The map as a page, through the real door: who has a good link sees all of it, and nobody else learns anything.</summary>
public sealed partial class MapPageTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    readonly ManualTime _time = new();
    Served _server = null!;

    public async Task InitializeAsync() => _server = await Served.Start(_folder.File(), clock: _time);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_whole_sample_is_in_the_page_each_item_once()
    {
        foreach (var line in File.ReadLines(Checkout.File("samples", "e-bike.txt")).Where(line => line.Length > 0 && line[0] is not '#' and not '@'))
            await _server.Door.Takes(line.Split(": ", 2)[0], line.Replace(" # refused", "", StringComparison.Ordinal).Split(": ", 2)[1]);
        var page = await Page(Link());

        var map = (await _server.Workshop())!.Map;
        var live = map.Kinds.All.SelectMany(kind => map.LiveOn(kind.Letter)).Select(entry => entry.Name.ToString()).ToList();
        Assert.True(live.Count > 90);
        Assert.Equal(live.Order(StringComparer.Ordinal), Ids(page).Where(id => Ref().IsMatch(id)).Order(StringComparer.Ordinal));
        Assert.Equal(Ids(page).Distinct().Count(), Ids(page).Count());
        Assert.Equal("Getting a family e-bike", page.Descendants("h1").Single().Value);
        var table = page.Descendants("table").Single();
        Assert.NotEmpty(table.Element("caption")!.Value);
        Assert.All(table.Element("thead")!.Descendants("th"), head => Assert.Equal("col", (string?)head.Attribute("scope")));
        Assert.All(table.Element("tbody")!.Elements("tr"), row => Assert.Equal(("row", 6), ((string?)row.Elements("th").Single().Attribute("scope"), row.Elements("td").Count())));
        var region = table.Parent!;
        Assert.Equal(("region", "0"), ((string?)region.Attribute("role"), (string?)region.Attribute("tabindex")));
        Assert.Contains((string?)region.Attribute("aria-labelledby"), Ids(page));
        Assert.Equal("#" + (string?)region.Attribute("id"), (string?)page.Descendants("a").First().Attribute("href"));
        // Every place an item names can be gone to.
        Assert.All(page.Descendants("a").Select(link => (string)link.Attribute("href")!).Where(href => href[0] == '#'), href => Assert.Contains(href[1..], Ids(page)));
        Assert.Contains("until 1 April 2026, 09:00 UTC", page.Descendants("footer").Single().Value, StringComparison.Ordinal);
        Assert.Contains("Evidence behind", page.Descendants("header").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_by_nobody_told_to_nobody_and_runs_nothing()
    {
        await _server.Door.StartGoals();
        using var response = await _server.Door.Http.GetAsync(Link());

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        foreach (var (name, value) in new[] { ("Cache-Control", "no-store, private"), ("Referrer-Policy", "no-referrer"), ("X-Robots-Tag", "noindex, nofollow"), ("X-Content-Type-Options", "nosniff") })
            Assert.Equal(value, string.Join(", ", response.Headers.GetValues(name)));
        Assert.Equal("default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        var text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotMatch("(?i)<script|style=|https?:|//", text);
        var page = Parse(text);
        using var style = await _server.Door.Http.GetAsync(new Uri(new Uri(Link()), (string)page.Descendants("link").Single().Attribute("href")!));
        Assert.Equal(("text/css", HttpStatusCode.OK), (style.Content.Headers.ContentType!.MediaType, style.StatusCode));
        Assert.Contains("prefers-color-scheme: dark", await style.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_not_good_is_answered_like_one_that_never_was()
    {
        await _server.Door.StartGoals();
        var good = Link();
        var gone = await Gone("/maps/nothing");
        Assert.DoesNotContain("Bikes", gone, StringComparison.Ordinal);

        // Of a workshop that never was, changed, cut, of another installation, with more behind it.
        using var other = MapLinks.Open(new Journal.Memory.MemoryRowStore(_time), _time, null, () => "http://x");
        foreach (var path in (string[])["/maps/" + _server.Links.Make("m-none", 0), good[..^1] + (good[^1] == 'A' ? 'B' : 'A'), good[..^5], "/maps/" + other.Make(_server.Ids[0], 0), good + "/", good + "/x", "/maps/", "/maps", "/maps/" + new string('A', 3_000), "/maps/..%2f..%2fappsettings.json"])
            Assert.Equal(gone, await Gone(path));
        for (var i = good.LastIndexOf('/') + 1; i < good.Length; i += 9)
            Assert.Equal(gone, await Gone(good[..i] + (good[i] == 'A' ? 'B' : 'A') + good[(i + 1)..]));

        await Page(good);
        _time.Now += MapLinks.GoodFor;
        Assert.Equal(gone, await Gone(good));
    }

    [Fact]
    public async Task Revoked_links_are_dead_at_once_and_undo_does_not_bring_them_back()
    {
        await _server.Door.StartGoals();
        var (one, other) = (Link(), "/maps/" + _server.Links.Make(_server.Ids[0], 0));
        await Page(one);
        await _server.Door.Takes("ann", "revoke links");
        var gone = await Gone("/maps/nothing");
        Assert.Equal([gone, gone], [await Gone(one), await Gone(other)]);
        await _server.Door.Takes("ann", "undo");
        Assert.Equal(gone, await Gone(one));
        await Page(Link(epoch: 1));
        Assert.NotEqual(HttpStatusCode.OK, (await _server.Door.Http.GetAsync(Link(epoch: 2))).StatusCode);
    }

    [Fact]
    public async Task A_link_and_its_end_survive_a_restart()
    {
        await _server.Door.StartGoals();
        await _server.Door.Takes("ann", "revoke links");
        var (path, old) = (new Uri(Link(epoch: 1)).AbsolutePath, new Uri(Link()).AbsolutePath);
        await _server.DisposeAsync();
        _server = await Served.Start(_folder.File(), clock: _time);
        Assert.Equal("Bikes", (await Page(path)).Descendants("h1").Single().Value);
        await Gone(old);
    }

    [Fact]
    public async Task Whoever_has_the_link_learns_what_was_said_and_not_who_said_it()
    {
        await _server.Door.StartGoals();
        await _server.Door.Takes("Zacharias", "goal Research: compare");
        var page = (await Page(Link())).Value;
        Assert.Contains("compare", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Zacharias", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_write_is_text_whatever_it_looks_like()
    {
        var family = "👨‍👩‍👧‍👦";
        string[] hostile =
        [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "&lt;b&gt; & &amp; &#x3c;", "'; drop table maps; --", "</li></ul></td></table><h1>other</h1>", "\u202Eesrever\u202C and \u2067back\u2069",
            "مرحبا بالعالم", "{{constructor}} ${x} {0} {9}", string.Concat(Enumerable.Repeat(family, 500)), new string('W', 500),
        ];
        await _server.Door.Takes("ann", "start <b>Bikes</b> & \"more\" for all");
        await _server.Door.Takes("ann", "goto stages");
        await _server.Door.Takes("ann", "stage: <i>Research</i>");
        await _server.Door.Takes("ann", "goto goals");
        foreach (var text in hostile)
            await _server.Door.Takes("<u>ben</u>", $"goal S1: {text}");
        var said = (await _server.Workshop())!.Map.LiveOn('G').Select(entry => ((Workshops.Steps.Goals.Goal)entry.Item).Text!).ToList();
        Assert.Equal(hostile.Length, said.Count);

        var page = await Page(Link());
        Assert.Equal("<b>Bikes</b> & \"more\" for all", page.Descendants("h1").Single().Value);
        Assert.Equal("<i>Research</i>", page.Descendants("th").Single(head => (string?)head.Attribute("id") == "S1").Elements("span").Single(span => (string?)span.Attribute("class") == "name").Value);
        var items = page.Descendants("li").Where(item => ((string?)item.Attribute("id"))?[0] == 'G').Select(item => item.Element("p")!.Element("span")!).ToList();
        Assert.Equal(said, items.Select(item => item.Value));
        Assert.All(items, item => Assert.Equal("auto", (string?)item.Attribute("dir")));
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "img" or "b" or "i" or "u");
    }

    [Fact]
    public async Task Two_thousand_items_are_shown_and_the_rest_is_counted()
    {
        await _server.Door.StartGoals();
        for (var message = 0; message < 41; message++)
            await Insists(string.Join('\n', Enumerable.Range(0, 50).Select(i => $"Research: goal {message * 50 + i}")), $"m{message}");
        var page = await Page(Link());

        Assert.Equal(Limits.ShownItems, Ids(page).Count(id => Ref().IsMatch(id)));
        Assert.Contains("+ 52 more", page.Descendants("p").Where(p => (string?)p.Attribute("class") == "more").Select(p => p.Value));
        Assert.Contains("+ 52 more", page.Descendants("li").Select(item => item.Value));
    }

    [Theory]
    [InlineData("?lang=de", null, "de")]
    [InlineData("?lang=de", "en", "de")]
    [InlineData("?lang=fr", "de-AT,en;q=0.5", "de")]
    [InlineData("", "fr, de;q=0.3, en;q=0.2", "de")]
    [InlineData("", "de;q=0, en", "en")]
    [InlineData("", "fr", "de")]
    [InlineData("", ";;;garbage==", "de")]
    public async Task It_speaks_the_language_asked_for_else_the_workshops(string query, string? accept, string expected)
    {
        await _server.Door.StartGoals();
        await _server.Door.Takes("ann", "language: de");
        using var request = new HttpRequestMessage(HttpMethod.Get, Link() + query);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", accept);
        using var response = await _server.Door.Http.SendAsync(request);
        var page = Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(expected, (string?)page.Attribute("lang"));
        Assert.Contains(expected == "de" ? "Die Reise" : "The journey", page.Descendants("h2").Select(head => head.Value));
    }

    [Fact]
    public async Task It_can_only_be_read()
    {
        await _server.Door.StartGoals();
        using var get = await _server.Door.Http.GetAsync(Link());
        using var head = await _server.Door.Http.SendAsync(new(HttpMethod.Head, Link()));
        Assert.Equal((HttpStatusCode.OK, get.Content.Headers.ContentLength, 0), (head.StatusCode, head.Content.Headers.ContentLength, (await head.Content.ReadAsByteArrayAsync()).Length));
        using var none = await _server.Door.Http.SendAsync(new(HttpMethod.Head, "/maps/nothing"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Patch])
        {
            using var response = await _server.Door.Http.SendAsync(new(method, Link()));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        }
    }

    [Fact]
    public async Task While_the_storage_is_gone_it_says_so()
    {
        await _server.Door.StartGoals();
        var path = new Uri(Link()).AbsolutePath;
        await _server.DisposeAsync();
        _server = await Served.Start(_folder.File(), clock: _time);
        _server.Rows.IsGone = true;
        using var response = await _server.Door.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("cannot be shown right now", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_in_no_log_however_much_is_logged()
    {
        await _server.DisposeAsync();
        using var logs = new Logs();
        _server = await Served.Start(_folder.File(), clock: _time, logs: logs, args: ["--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace"]);
        await _server.Door.StartGoals();
        await Page(Link());
        await Gone(Link() + "x");
        using var post = await _server.Door.Http.PostAsync(Link(), null);
        Assert.NotEmpty(logs.Log.Lines);
        Assert.DoesNotContain(logs.Log.Lines, line => line.Contains(Link()[^40..], StringComparison.Ordinal));
    }

    /// <summary>Says it until it is taken: on a busy machine fifty lines may miss the deadline, and said again they count once.</summary>
    async Task Insists(string text, string id)
    {
        for (var tries = 0; tries < 10; tries++)
            if ((await _server.Door.Say("ann", text, id: id)).Status == HttpStatusCode.OK)
                return;
        Assert.Fail(id);
    }

    string Link(int epoch = 0) => _server.Links.Url(_server.Ids[0], epoch);

    async Task<XElement> Page(string path)
    {
        using var response = await _server.Door.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Parse(await response.Content.ReadAsStringAsync());
    }

    async Task<string> Gone(string path)
    {
        using var response = await _server.Door.Http.GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.NotFound, path);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Read as XML, so that everything that is opened must be closed.</summary>
    static XElement Parse(string html) => XElement.Parse(Void().Replace(html.Replace("<!doctype html>", "", StringComparison.Ordinal), "$0</$1>"), LoadOptions.PreserveWhitespace);

    static IEnumerable<string> Ids(XElement page) => page.DescendantsAndSelf().Select(element => (string?)element.Attribute("id")).OfType<string>();

    [GeneratedRegex("<(meta|link)[^>]*>")]
    private static partial Regex Void();

    [GeneratedRegex("^[A-Z][0-9]+$")]
    private static partial Regex Ref();

    sealed class Logs : ILoggerProvider
    {
        public RecordedLog Log { get; } = new();

        public ILogger CreateLogger(string categoryName) => Log;

        public void Dispose()
        {
        }
    }
}
