using Microsoft.Playwright;

namespace WorkshopBot.Browser.Tests;

/// <summary>The real program and a real browser: people who type.</summary>
[Collection(Browsing.Name)]
public sealed class TypingTests(Browser browser) : RunningTests
{
    [BrowserFact]
    public async Task Whoever_comes_first_says_their_name_and_types()
    {
        await using var tab = await browser.Open(Address);
        var name = tab.Page.GetByLabel("Your name");
        await Assertions.Expect(name).ToBeFocusedAsync();
        await tab.IsAccessible();
        await tab.Shoot("name");
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Sees(tab.Page.Locator("#name"), "A name has 1 to 80 characters.");
        await name.FillAsync("Ann");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("#name")).ToBeHiddenAsync();
        await Assertions.Expect(tab.Page.Locator("#who")).ToHaveTextAsync("Ann");
        await Assertions.Expect(tab.Page.Locator("#say")).ToBeFocusedAsync();
        await tab.Takes("start Getting a family e-bike", "Getting a family e-bike");
        await Assertions.Expect(tab.Page.Locator("#say")).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task A_room_that_cannot_be_is_asked_for_again()
    {
        await using var tab = await browser.Open(Address, "?room=a%20b&person=Ann");
        await tab.Page.GetByLabel("Room").FillAsync("team");
        await tab.Press("Go in");
        await tab.Takes("start Bikes", "Bikes");
        await Assertions.Expect(tab.Page.Locator("#where")).ToHaveTextAsync("team");
    }

    [BrowserFact]
    public async Task What_looks_like_markup_or_a_card_stays_text()
    {
        const string Markup = "<img src=x onerror=\"document.body.remove()\"> <b>bold</b> [a](javascript:alert(1)) {\"type\":\"AdaptiveCard\"}";
        await using var tab = await browser.Open(Address, "?person=Ann");
        await tab.Takes("start " + Markup, Markup);
        await Assertions.Expect(tab.Log.Locator("img, b, a")).ToHaveCountAsync(0);
        await tab.Sees(tab.Log.Locator("li.line").First, Markup);
        await tab.Type("line one\nline two");
        await Assertions.Expect(tab.Log.Locator("li.line").Last.Locator(".text")).ToHaveTextAsync("line one\nline two", new() { UseInnerText = true });
    }

    [BrowserFact]
    public async Task Three_people_in_three_tabs_work_on_one_map()
    {
        await using var ann = await browser.Open(Address, "?person=Ann");
        await using var ben = await browser.Open(Address, "?person=Ben");
        await using var cem = await browser.Open(Address, "?person=Cem");
        await ann.Takes("start Bikes", "Bikes");
        await ann.Takes("goto stages", "Stages");
        await ben.Takes("Research, Purchase", "Research");
        await ann.Takes("goto goals", "Goals");
        await Task.WhenAll(ann.Takes("Research: compare prices", "G"), ben.Takes("Research: know it is safe", "G"), cem.Takes("Purchase: ride on Monday", "G"));
        foreach (var tab in new[] { ann, ben, cem })
        {
            await tab.Takes("show goals", "compare prices");
            foreach (var goal in new[] { "know it is safe", "ride on Monday" })
                await tab.Sees(tab.Log.Locator("li.answer").Last, goal);
        }
        await Assertions.Expect(ann.Log.Locator("li.line")).ToHaveCountAsync(5);
    }

    [BrowserFact]
    public async Task A_line_just_between_us_is_answered_there()
    {
        await using var tab = await browser.Open(Address, "?person=Ann");
        await tab.Takes("start Bikes", "Bikes");
        await tab.Page.GetByLabel("Just between us", new() { Exact = true }).CheckAsync();
        await tab.Takes("mine", "");
        await tab.Sees(tab.Log.Locator("li.answer").Last, "Just between us");
    }

    [BrowserFact]
    public async Task Another_person_opens_in_a_tab_that_knows_nobody()
    {
        await using var ann = await browser.Open(Address, "?person=Ann&room=team");
        var other = await ann.Page.Context.RunAndWaitForPageAsync(() => ann.Page.GetByText("Open another person").ClickAsync());
        await other.GetByLabel("Your name").FillAsync("Ben");
        await other.Keyboard.PressAsync("Enter");
        await Assertions.Expect(other.Locator("#where")).ToHaveTextAsync("team");
        await Assertions.Expect(other.Locator("#who")).ToHaveTextAsync("Ben");
        await ann.Page.ReloadAsync();
        await Assertions.Expect(ann.Page.Locator("#who")).ToHaveTextAsync("Ann");
    }

    [BrowserFact]
    public async Task With_the_keyboard_alone_everything_is_reached()
    {
        await using var tab = await browser.Open(Address, "?person=Ann");
        await Assertions.Expect(tab.Page.Locator("#say")).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("start Bikes");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Sees(tab.Log, "Bikes");
        await tab.Page.Keyboard.TypeAsync("Jo");
        await tab.Page.Keyboard.PressAsync("Shift+Enter");
        await tab.Page.Keyboard.TypeAsync("x");
        await Assertions.Expect(tab.Page.Locator("#say")).ToHaveValueAsync("Jo\nx");
        await tab.Page.Keyboard.PressAsync("Shift+Tab");
        await tab.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(tab.Page.Locator("input[value=own]")).ToBeCheckedAsync();
        await tab.Page.Locator("body").PressAsync("Control+Home");
        var left = new HashSet<string> { "who", "another", "language", "scroll", "say" };
        await tab.Page.EvaluateAsync("document.activeElement.blur()");
        // Cards have many stops; after the last one the page begins again.
        for (var i = 0; i < 80 && left.Count > 0; i++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            left.Remove(await tab.Page.EvaluateAsync<string>("document.activeElement.id"));
        }
        Assert.Empty(left);
    }

    [BrowserFact]
    public async Task After_a_reload_the_talk_is_still_there()
    {
        await using var tab = await browser.Open(Address, "?person=Ann");
        await tab.Takes("start Bikes", "Bikes");
        await tab.Takes("goto stages", "Stages");
        var before = await tab.Log.Locator("li").AllInnerTextsAsync();
        await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Log.Locator("li")).ToHaveCountAsync(before.Count);
        Assert.Equal(before, await tab.Log.Locator("li").AllInnerTextsAsync());
        await tab.Takes("Research, Purchase", "Research");
    }

    [BrowserFact]
    public async Task Killed_and_started_again_it_carries_on_where_it_was()
    {
        await using var tab = await browser.Open(Address, "?person=Ann");
        tab.Excuse();
        await tab.Takes("start Bikes", "Bikes");
        await tab.Takes("goto stages", "Stages");
        await Bot.Kill();
        await tab.Sees(tab.Page.Locator("#banner"), "Not connected, trying again.");
        // Typed while nobody listens: sent again under its id until somebody does.
        await tab.Type("Research, Purchase");
        await Restart();
        await Assertions.Expect(tab.Log.Locator("li.answer")).ToHaveCountAsync(3, new() { Timeout = 20_000 });
        await tab.Sees(tab.Log.Locator("li.answer").Last, "Research");
        await Assertions.Expect(tab.Page.Locator("#banner")).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await tab.Takes("show stages", "Purchase");
    }

    [BrowserFact]
    public async Task It_speaks_German()
    {
        await using var tab = await browser.Open(Address, "?person=J%C3%BCrgen", Sight.German);
        await tab.Sees(tab.Page.Locator("#conversation-title"), "Das Gespräch");
        await Assertions.Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await tab.Takes("help", "start <");
        await tab.IsAccessible();
        await tab.Fits();
        await tab.Page.Locator("#language").SelectOptionAsync("en");
        await tab.Sees(tab.Page.Locator("#conversation-title"), "Your conversation");
        await tab.Page.ReloadAsync();
        await tab.Sees(tab.Page.Locator("#conversation-title"), "Your conversation");
    }

    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("320")]
    public async Task Axe_finds_nothing(string sight)
    {
        await using var tab = await browser.Open(Address, "?person=Ann", Sight.Called(sight));
        await tab.IsAccessible();
        await tab.Shoot("empty-" + sight);
        await tab.Takes("start Getting a family e-bike", "e-bike");
        await tab.Takes("frobnicate", "");
        await tab.Takes("help", "");
        await tab.IsAccessible();
        await tab.Fits();
        await tab.Shoot("typing-" + sight);
    }
}
