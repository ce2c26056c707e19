using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkshopBot.Browser.Tests;

/// <summary>The tab as people see it in a chat client, and outside one.</summary>
[Collection(Browsing.Name)]
public sealed class MyWorkshopsTests(Browser browser) : IAsyncLifetime
{
    TabStage _stage = null!;

    public async Task InitializeAsync() => _stage = await TabStage.Open();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [BrowserTheory]
    [InlineData("light", "default")]
    [InlineData("dark", "dark")]
    [InlineData("contrast", "contrast")]
    [InlineData("320", "default")]
    [InlineData("de-320", "dark")]
    public async Task My_workshops_and_what_waits_for_me_are_there_for_everybody(string sight, string theme)
    {
        await _stage.Furnish();
        await using var tab = await Open(Sight.Called(sight == "contrast" ? "light" : sight), TabStage.Client(theme, "ann", sight.StartsWith("de", StringComparison.Ordinal) ? "de-DE" : "en-GB"));
        await Assertions.Expect(tab.Page.Locator("section")).ToHaveCountAsync(2);
        await Assertions.Expect(tab.Page.Locator(".card")).ToHaveCountAsync(3);
        await Assertions.Expect(tab.Page.Locator(".waiting").First).ToContainTextAsync("Getting a family e-bike");
        await Assertions.Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", theme == "default" ? "light" : theme);
        await tab.Page.EvaluateAsync("() => document.fonts.ready");
        await tab.Shoot("tab-" + sight);
        await tab.IsAccessible();
        await tab.Fits();
    }

    [BrowserFact]
    public async Task A_map_opens_in_its_place_and_the_way_back_is_there()
    {
        await _stage.Furnish();
        await using var tab = await Open(Sight.Light, TabStage.Client("dark", "ann"));
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Open the map of Getting a family e-bike" }).First.ClickAsync();
        await Assertions.Expect(tab.Page.FrameLocator("#frame").Locator("h1")).ToHaveTextAsync("Getting a family e-bike");
        // It wears the client's look, also where the browser has another.
        await Assertions.Expect(tab.Page.FrameLocator("#frame").Locator("html")).ToHaveAttributeAsync("data-look", "dark");
        await Assertions.Expect(tab.Page.FrameLocator("#frame").Locator("body")).ToHaveCSSAsync("background-color", "rgb(18, 21, 28)");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Back to my workshops" })).ToBeFocusedAsync();
        await tab.Shoot("tab-map");
        await tab.Press("Back to my workshops");
        await Assertions.Expect(tab.Page.Locator("#list")).ToBeVisibleAsync();
        await tab.Page.EvaluateAsync("() => wear('contrast')");
        await Assertions.Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "contrast");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Answer in the chat: Getting a family e-bike" }).ClickAsync();
        Assert.Equal("https://teams.microsoft.com/l/entity/a/conversations", await tab.Page.EvaluateAsync<string>("() => window.opened"));
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_into_the_client_opens_the_map_it_names_by_id_or_sealed(bool isSealed)
    {
        await _stage.Furnish();
        await using var tab = await Open(Sight.Light, TabStage.Client("default", isSealed ? "" : "ann", part: isSealed ? _stage.Link("m-1") : "m-1"));
        await Assertions.Expect(tab.Page.FrameLocator("#frame").Locator("h1")).ToHaveTextAsync("Getting a family e-bike");
    }

    [BrowserTheory]
    [InlineData("")]
    [InlineData("nobody")]
    public async Task Whoever_is_not_signed_in_is_told_where_to_look(string token)
    {
        await using var tab = await Open(Sight.Small, TabStage.Client("default", token));
        tab.Excuse();
        await Assertions.Expect(tab.Page.Locator(".word")).ToContainTextAsync("show map");
        await tab.Shoot("tab-away-320");
        await tab.IsAccessible();
        await tab.Fits();
    }

    [BrowserFact]
    public async Task Outside_the_client_it_says_so_within_three_seconds()
    {
        // With the library as it is: there is no client to speak to.
        await using var tab = await Open(Sight.Dark, _ => Task.CompletedTask);
        tab.Excuse();
        await Assertions.Expect(tab.Page.Locator(".word")).ToContainTextAsync("show map", new() { Timeout = 4_000 });
        await tab.Shoot("tab-outside-dark");
        await tab.IsAccessible();
    }

    [BrowserFact]
    public async Task Who_takes_part_in_nothing_yet_reads_how_to_begin()
    {
        await using var tab = await Open(Sight.German, TabStage.Client("default", "ann", "de-DE"));
        await Assertions.Expect(tab.Page.Locator(".word")).ToContainTextAsync(new Regex("start Ein E-Bike"));
        await Assertions.Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await tab.Shoot("tab-none-de");
    }

    [BrowserFact]
    public async Task The_plain_pages_are_readable()
    {
        await using var tab = await browser.Open(_stage.Address, "privacy", Sight.Small);
        await tab.Sees(null, "What it stores");
        await tab.Shoot("plain-privacy-320");
        await tab.IsAccessible();
        await tab.Fits();
    }

    Task<Tab> Open(Sight sight, Func<IBrowserContext, Task> client) => browser.Open(_stage.Address, "tab", sight, client);
}
