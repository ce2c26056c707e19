using System.Net.Http.Json;
using Microsoft.Playwright;
using WorkshopBot.Tests;

namespace WorkshopBot.Browser.Tests;

/// <summary>Every screen of the real program, in the light, in the dark and on a small telephone: nothing is wrong with it, and it can be looked at.</summary>
[Collection(Browsing.Name)]
public sealed class ScreensTests(Browser browser) : RunningTests
{
    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("320")]
    public async Task Nothing_is_wrong_with_any_screen(string sight)
    {
        await using var ann = await browser.Open(Address, "?person=Ann", Sight.Called(sight));
        async Task Look(string name)
        {
            await ann.Shoot($"{name}-{sight}");
            await ann.Fits();
        }
        // What was looked at before still stands on the page, and is judged with it.
        async Task Good(string name)
        {
            await Look(name);
            await ann.IsAccessible();
        }
        var answer = ann.Log.Locator("li.answer").Last;

        await ann.Sees(ann.Board, "Map your customers' journey");
        await Good("welcome");
        await ann.Board.GetByLabel("Title of the workshop").FillAsync("Booking a dentist online");
        await ann.Press("Start a workshop", ann.Board);
        await ann.Sees(answer, "Every field may be left empty");
        await ann.Sees(ann.Board, "Whose journey do we map");
        await ann.Sees(ann.Page.Locator("#map"), "The stages come first");
        await Look("kickoff");

        await ann.Press("Facilitate", ann.Board);
        await ann.Sees(answer, "For the facilitator only");
        await Look("facilitate");
        await ann.Takes("frobnicate", "I did not understand");
        await Look("refusal");
        await ann.Takes("help", "What can be typed");
        await Look("help");

        foreach (var line in new[] { "goto personas", "Jo | bus driver | goal: an appointment that fits", "goto stages", "Notice, Search, Book, Visit", "goto goals", "Notice: know if it can wait", "Search: see who has a free slot" })
            await ann.Takes(line, "");
        await ann.Sees(ann.Page.Locator("#map"), "see who has a free slot");
        await ann.Sees(ann.Page.Locator("#thread"), "step 3 of 7");
        await Look("board");
        await ann.Page.Locator("#thread").ScrollIntoViewIfNeededAsync();
        await Look("step");
        await ann.Page.Locator("#posts").ScrollIntoViewIfNeededAsync();
        await Look("outcome");
        await ann.Page.Locator("#map").ScrollIntoViewIfNeededAsync();
        await Look("map");
        await ann.Takes("mine", "My items");
        await Look("mine");
        await ann.Takes("show goals", "know if it can wait");
        await Look("list");
        await ann.Takes("show G1", "Added by");
        await Look("item");

        // A cell of the map opens, by keyboard too, and adds where it stands.
        await ann.Page.Locator("#cell-goals-S2").PressAsync("Enter");
        await ann.Sees(ann.Page.Locator("#cell"), "G2 see who has a free slot");
        await ann.Sees(ann.Page.Locator("#cell"), "Added by Ann.");
        await Good("cell");
        await ann.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(ann.Page.Locator("#cell-goals-S2")).ToBeFocusedAsync();
        await ann.Page.Locator("#cell-goals-S3").ClickAsync();
        await ann.Sees(ann.Page.Locator("#cell"), "Nobody has said what they want at Book");
        await ann.Press("Add mine", ann.Page.Locator("#cell"));
        await Assertions.Expect(answer.GetByLabel("S3 Book")).ToBeCheckedAsync();
        await Look("form");

        // Being asked goes on in private, and comes back when it is over.
        await ann.Press("Ask me one by one", answer);
        await ann.Sees(answer, "Goal, 3 of 8");
        await Assertions.Expect(ann.Page.Locator("input[value=own]")).ToBeCheckedAsync();
        await Good("dialog");
        await ann.Page.ReloadAsync();
        await Assertions.Expect(ann.Page.Locator("input[value=own]")).ToBeCheckedAsync();
        await ann.Takes("cancel", "Nothing was saved");
        await Assertions.Expect(ann.Page.Locator("input[value=room]")).ToBeCheckedAsync();

        foreach (var line in new[] { "goto touchpoints", "Notice: health line | phone | before", "why: fill the free slots", "scenario: When a tooth hurts, Jo wants an appointment this week, until the pain is gone" })
            await ann.Takes(line, "");
        await ann.Sees(ann.Page.Locator("#thread"), "Open findings");
        await ann.Page.Locator("#thread").ScrollIntoViewIfNeededAsync();
        await Look("findings");
        await ann.Takes("show map", "Open map");
        await Look("show-map");
        await ann.Takes("goto close", "");
        // A button of the step before would be stale.
        await ann.Sees(ann.Board, "How good is this map");
        await ann.Press("Add mine", ann.Board);
        await ann.Sees(answer, "Overall, from 1 to 5");
        await Good("close");
        foreach (var line in new[] { "owner: @Ann", "overall 3: a start", "review in 3 months", "close" })
            await ann.Takes(line, "");
        await ann.Sees(ann.Board, "The workshop is closed.");
        await Look("closed");
        await ann.Press("Export", ann.Board);
        await Assertions.Expect(answer).Not.ToContainTextAsync("Overall", new() { Timeout = 15_000 });
        await Good("export");
    }

    /// <summary>A sample, played to where there are findings, and on to its digest; the German one in German.</summary>
    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("320")]
    [InlineData("de-320")]
    public async Task Nothing_is_wrong_with_a_workshop_from_its_board_to_its_digest(string sight)
    {
        var german = sight.StartsWith("de", StringComparison.Ordinal);
        string Say(string english, string other) => german ? other : english;
        var lines = new Queue<string>(File.ReadLines(Checkout.File("samples", Say("quick.txt", "kurz.txt"))).Where(line => line.Length > 0 && line[0] != '#'));
        using var http = new HttpClient { BaseAddress = Address };
        await using var ann = await browser.Open(Address, "?person=Ann", Sight.Called(sight));
        var answer = ann.Form();
        var thread = ann.Page.Locator("#thread");

        // In English the others have looked at these already.
        if (german)
            await Middle();
        await Play(steps: lines.Count);
        var digest = ann.Page.Locator("#posts article[data-key=digest]").First;
        await ann.Sees(digest, "HYPOTHES");
        await Look("end", ann.Board);
        await Good("digest", digest);

        async Task Middle()
        {
            await Play(steps: 3);
            await ann.Opens("Frage ergänzen", thread);
            await Look("form", answer);
            await ann.Press("Einzeln fragen", answer);
            await Assertions.Expect(ann.Page.Locator("input[value=own]")).ToBeCheckedAsync();
            await Good("dialog", answer);
            await ann.Type("abbrechen");
            await Assertions.Expect(ann.Page.Locator("input[value=room]")).ToBeCheckedAsync();
            await Play(steps: 1);
            await ann.Sees(thread, "Offene Befunde");
            await Look("board", ann.Board);
            await Look("findings", thread.Locator("article[data-key^=findings]"));
            await ann.Press("Moderieren", ann.Board);
            await ann.Sees(answer, "Nur für die Moderation");
            await Good("facilitate", answer);
        }

        async Task Look(string name, ILocator at)
        {
            await at.EvaluateAsync("one => one.scrollIntoView({ block: 'start' })");
            await ann.Shoot($"{name}-{sight}");
            await ann.Fits();
        }

        // All that stands on the page is judged with it.
        async Task Good(string name, ILocator at)
        {
            await Look(name, at);
            await ann.IsAccessible();
        }

        // Until so many steps have been left.
        async Task Play(int steps)
        {
            for (; steps > 0 && lines.TryDequeue(out var line); steps -= line.EndsWith(Say(": next", ": weiter"), StringComparison.Ordinal) || line.EndsWith(Say("next anyway", "trotzdem weiter"), StringComparison.Ordinal) ? 1 : 0)
            {
                var parts = line.Replace(" # refused", "", StringComparison.Ordinal).Split(": ", 2);
                using var said = await http.PostAsJsonAsync("/api/try/demo/turns", new { id = Guid.NewGuid().ToString(), person = parts[0], text = parts[1], language = Say("en", "de") });
                Assert.True(said.IsSuccessStatusCode, line);
            }
        }
    }

    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("320")]
    public async Task Nothing_is_wrong_with_the_map_behind_its_link(string sight)
    {
        await using var ann = await browser.Open(Address, "?person=Ann", Sight.Called(sight));
        foreach (var line in new[] { "start Booking a dentist online", "goto stages", "Notice, Search, Book, Visit", "goto goals", "Notice: know if it can wait" })
            await ann.Takes(line, "");
        await ann.Takes("show map", "Open map");
        var page = await ann.Page.Context.RunAndWaitForPageAsync(() => ann.Log.GetByText("Open map").Last.ClickAsync());
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Booking a dentist online");
        // The style has come.
        await Assertions.Expect(page.Locator(".stage").First).ToHaveCSSAsync("color", "rgb(255, 255, 255)");
        await ann.On(page).IsAccessible();
        await ann.On(page).Shoot("map-page-" + sight);
        await page.CloseAsync();
    }
}
