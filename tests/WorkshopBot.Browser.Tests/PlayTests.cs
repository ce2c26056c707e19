using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopBot.Tests;
using WorkshopBot.Tests.Http;

namespace WorkshopBot.Browser.Tests;

/// <summary>A whole workshop in three tabs, from its first line to its close, with a kill in between.</summary>
[Collection(Browsing.Name)]
public sealed partial class PlayTests(Browser browser) : RunningTests
{
    [BrowserFact]
    public async Task The_sample_typed_in_three_tabs_gives_the_map_of_its_rehearsal()
    {
        var lines = (await File.ReadAllLinesAsync(Sample())).Select(line => Line().Match(line)).Where(match => match.Success).ToList();
        var rehearsed = await Rehearsed();
        await using var ann = await browser.Open(Address, "?person=Ann");
        await using var ben = await browser.Open(Address, "?person=Ben");
        await using var cem = await browser.Open(Address, "?person=Cem");
        foreach (var tab in new[] { ann, ben, cem })
            tab.Excuse();       // the browser itself reports that the server was gone
        for (var i = 0; i < lines.Count; i++)
        {
            if (i == lines.Count / 2)
            {
                await Bot.Kill();
                await Restart();
                await ben.Page.ReloadAsync();
            }
            var (who, said, refused) = (lines[i].Groups["who"].Value, lines[i].Groups["line"].Value.Trim(), lines[i].Groups["refused"].Success);
            var typist = who == "Ann" ? ann : ben;
            await typist.Takes(said, "");
            await Assertions.Expect(typist.Log.Locator("li.answer").Last).ToHaveClassAsync(refused ? "answer refused" : "answer");
        }
        await cem.Takes("show map", "Booking a dentist online");
        await ann.Shoot("played-by-typing");
        Assert.Equal(rehearsed, Timeless(await Export()));
    }

    [BrowserFact]
    public async Task The_sample_played_by_cards_in_three_tabs_through_a_reload_and_a_kill_gives_the_map_of_its_rehearsal()
    {
        var rehearsed = await Rehearsed();
        await using var ann = await browser.Open(Address, "?person=Ann");
        await using var ben = await browser.Open(Address, "?person=Ben");
        // Looks on: on the map are those who say something.
        await using var cem = await browser.Open(Address, "?person=Cem");
        Tab[] all = [ann, ben, cem];
        foreach (var tab in all)
            tab.Excuse();       // the browser itself reports that the server was gone

        await ann.Board.GetByLabel("Title of the workshop").FillAsync("Booking a dentist online");
        await ann.Press("Start a workshop", ann.Board);
        await ann.Sends("Start", ("Scenario", "When a tooth hurts, Jo wants an appointment this week, until the pain is gone"), ("Why", "fill the free slots of the week"), ("Owner", "@Ann"), ("Mode", "quick"));
        await Next(ann);

        await Steps(1);
        await ann.Opens("Add mine", ann.Board);
        await ann.Sends("Add", ("Name", "Jo"), ("Job", "bus driver, works shifts"), ("Goals", "an appointment that fits a shift"), ("Challenges", "cannot call during work"), ("Fears", "a long wait"));
        await ben.Opens("P1", "Add details");
        await ben.More();
        await ben.Sends("Save", ("Marketing message", "see free slots at midnight"));
        await Next(ann);

        await Steps(2);
        await ann.Opens("Add mine", ann.Board);
        await ann.Sends("Add", ("Name", "Notice"), ("Major goal", "know whether it is urgent"), ("Done when", "decides to see somebody"));
        await ann.Opens("Add another", ann.Form());
        await ann.Sends("Add", ("Name", "Search"), ("Major goal", "find a practice nearby"), ("Done when", "has two to choose from"), ("Should take", "1 hour"));
        await ann.Opens("Add another", ann.Form());
        await ann.Sends("Add", ("Name", "Book"), ("Major goal", "a time that fits"), ("Done when", "appointment confirmed"), ("Should take", "10 minutes"));
        await ann.Opens("Add another", ann.Form());
        await ann.Sends("Add", ("Name", "Visit"));
        await ben.Opens("S4", "Add details");
        await ben.Sends("Save", ("Major goal", "be out of pain"), ("Done when", "pain is gone"));
        await Next(ann);

        await Steps(3);
        await ann.Opens("Add goal", Step(ann, 3));
        await ann.Sends("Add", ("Stage", "S1 Notice"), ("Goal", "know if it can wait until Monday"));
        await ben.Opens("Add goal", Step(ben, 3));
        await ben.Sends("Add", ("Stage", "S2 Search"), ("Goal", "see who has a free slot this week"));
        await ben.Opens("Add question", Step(ben, 3));
        await ben.Page.ReloadAsync();
        // The form is still there, and empty, as nobody had sent it.
        await ben.Sends("Add", ("Stage", "S2 Search"), ("Question", "do they take my insurance"));

        await Bot.Kill();
        foreach (var tab in all)
            await tab.Sees(tab.Page.Locator("#banner"), "Not connected, trying again.");
        await Restart();
        foreach (var tab in all)
        {
            await Assertions.Expect(tab.Page.Locator("#banner")).ToBeHiddenAsync(new() { Timeout = 30_000 });
            await Assertions.Expect(Step(tab, 3)).ToContainTextAsync("do they take my insurance", new() { Timeout = 30_000 });
        }
        await ann.Opens("Add goal", Step(ann, 3));
        await ann.Sends("Add", ("Stage", "S3 Book"), ("Goal", "book without a phone call"));
        await ann.Opens("Add another", ann.Form());
        await ann.Sends("Add", ("Stage", "S4 Visit"), ("Goal", "be taken on time"));
        await Next(ann);

        await Steps(4);
        await ann.Opens("Add touchpoint", Step(ann, 4));
        await ann.More(("Stage", "S1 Notice"), ("Touchpoint", "health line"), ("Channel", "phone"));
        await ann.Sends("Add", ("Setting", "phone"), ("When", "before"), ("Serves", "G1 know if it can wait until Monday"));
        await ben.Opens("Add touchpoint", Step(ben, 4));
        await ben.Sends("Add", ("Stage", "S2 Search"), ("Touchpoint", "map with ratings"), ("Channel", "web"), ("When", "before"), ("Friction or delight", "friction"), ("Serves", "G2 see who has a free slot this week"), ("Answers", "Q1 do they take my insurance"));
        await ann.Opens("Add touchpoint", Step(ann, 4));
        await ann.Sends("Add", ("Stage", "S3 Book"), ("Touchpoint", "online calendar"), ("Channel", "web"), ("When", "during"), ("Serves", "G3 book without a phone call"));
        await ann.Opens("Edit", ann.Form());
        await ann.More();
        await ann.Sends("Save", ("Moment of truth because", "a full calendar sends Jo elsewhere"));
        await ben.Opens("Add failure", Step(ben, 4));
        await ben.Sends("Add", ("Touchpoint", "T3 online calendar"), ("What goes wrong", "the calendar is out of date"), ("Prevent", "sync every hour"), ("Recover", "call back within an hour"), ("Who", "Front desk"));
        await ann.Opens("Add feeling", Step(ann, 4));
        await ann.Sends("Save", ("Where", "S1 Notice"), ("Feels", "worried 2"), ("Wants to feel", "informed 4"));
        await ben.Opens("Add feeling", Step(ben, 4));
        await ben.Sends("Save", ("Where", "S2 Search"), ("Feels", "impatient 2"));
        await ann.Opens("Add feeling", Step(ann, 4));
        await ann.Sends("Save", ("Where", "S3 Book"), ("Feels", "relieved 4"));
        await Next(ann, anyway: true);

        await Steps(5);
        await ann.Opens("S3", "Edit");
        await ann.Sends("Save", ("Takes", "12 minutes (calendar logs, May)"));
        await ben.Opens("Add mine", ben.Board);
        await ben.Sends("Add", ("For", "T3 online calendar"), ("What it says", "one in five bookings is moved later"), ("Type", "analytics"), ("Level", "analytics"), ("Source", "analytics"), ("Period", "May"), ("Sample size", "410"));
        await ann.Opens("Add conversion", Step(ann, 5));
        await ann.Sends("Add", ("From", "S3 Book"), ("To", "S4 Visit"), ("How many go on", "82 %"), ("Source", "n=410, May, analytics"));
        await Next(ann, anyway: true);

        await Steps(6);
        await ann.Press("Accept as gap", ann.Page.Locator("#thread"));
        await ann.Sees(ann.Form(), "X4 is a gap to work on");
        await ben.Opens("X4", "Edit");
        await ben.Sends("Save", ("Teams", "Front desk"), ("Size for the team", "S"), ("Effect", "3"), ("Owner", "@Ann"), ("Next action", "send a reminder with the waiting time"), ("By", "2027-05-15"));
        await Next(ann);

        await Steps(7);
        await ann.Opens("Add mine", ann.Board);
        await ann.Sends("Save", ("Overall, from 1 to 5", "3"), ("In a sentence", "enough to fix the calendar, thin on the visit"), ("Review", "2027-08-15"));
        await ben.Opens("Add mine", ben.Board);
        await ben.Sends("Save", ("I sign off", ""));
        await ann.Press("Facilitate", ann.Board);
        await ann.Sees(ann.Form(), "For the facilitator only");
        await ann.Press("Close the workshop", ann.Form());
        foreach (var tab in all)
            await tab.Sees(tab.Board, "The workshop is closed.");
        await ann.Shoot("played-by-cards");
        Assert.Equal(rehearsed, Timeless(await Export()));

        // Whatever tab one looks at.
        async Task Steps(int step)
        {
            foreach (var tab in all)
                await tab.Sees(tab.Board, $"step {step} of 7");
        }
    }

    [BrowserFact]
    public async Task Forms_filled_in_by_three_people_give_the_map_of_the_same_things_typed()
    {
        foreach (var (who, line) in new[] { ("Ann", "start Booking a dentist online"), ("Ann", "why: fill the free slots"), ("Ann", "next anyway"), ("Ann", "Jo | bus driver, works shifts"), ("Ann", "next anyway"), ("Ben", "Notice | goal: know whether it is urgent"), ("Cem", "Book | done when: appointment confirmed"), ("Ann", "next anyway"), ("Ben", "Book: book without a phone call"), ("Cem", "Notice? do they take my insurance") })
            await Say("typed", who, line);

        await using var ann = await browser.Open(Address, "?person=Ann&room=cards");
        await using var ben = await browser.Open(Address, "?person=Ben&room=cards");
        await using var cem = await browser.Open(Address, "?person=Cem&room=cards");
        await ann.Board.GetByLabel("Title of the workshop").FillAsync("Booking a dentist online");
        await ann.Press("Start a workshop", ann.Board);
        await ann.Sends("Start", ("Why", "fill the free slots"));
        await Next(ann, anyway: true);
        await ann.Sees(ann.Board, "step 1 of");
        await ann.Press("Add mine", ann.Board);
        await ann.Sends("Add", ("Name", "Jo"), ("Job", "bus driver, works shifts"));
        await Next(ann, anyway: true);
        foreach (var tab in new[] { ben, cem })
            await tab.Sees(tab.Board, "step 2 of");
        await ben.Press("Add mine", ben.Board);
        await ben.Sends("Add", ("Name", "Notice"), ("Major goal", "know whether it is urgent"));
        await cem.Press("Add mine", cem.Board);
        await cem.Sends("Add", ("Name", "Book"), ("Done when", "appointment confirmed"));
        await Next(ann, anyway: true);
        foreach (var tab in new[] { ben, cem })
            await tab.Sees(tab.Page.Locator("#map"), "Nobody has said what they ask at Notice");
        // In the map, where it belongs.
        await ben.Page.Locator("#cell-goals-S2").ClickAsync();
        await ben.Press("Add mine", ben.Page.Locator("#cell"));
        await ben.Sends("Add", ("Goal", "book without a phone call"));
        await cem.Page.Locator("#cell-questions-S1").ClickAsync();
        await cem.Press("Add mine", cem.Page.Locator("#cell"));
        await cem.Sends("Add", ("Question", "do they take my insurance"));
        foreach (var tab in new[] { ann, ben, cem })
            await tab.Sees(tab.Page.Locator("#map"), "do they take my insurance");
        Assert.Equal(Timeless(await Export("typed")), Timeless(await Export("cards")));
    }

    /// <summary>Whoever facilitates goes on; where something needed is missing, only "anyway" is offered.</summary>
    static async Task Next(Tab tab, bool anyway = false)
    {
        await tab.Press("Facilitate", tab.Board);
        var next = tab.Form().GetByRole(AriaRole.Button, new() { NameRegex = new("^Next") });
        await Assertions.Expect(next).ToHaveTextAsync(anyway ? "Next anyway" : "Next step");
        await next.ClickAsync();
        await Assertions.Expect(next).ToHaveCountAsync(0);
    }

    /// <summary>The card of a step in the thread.</summary>
    static ILocator Step(Tab tab, int step) => tab.Page.Locator("#thread article", new() { HasText = $"step {step} of 7" });

    async Task Say(string room, string person, string line)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync($"/api/try/{room}/turns", new { id = Guid.NewGuid().ToString(), person, text = line });
        Assert.DoesNotContain("\"refused\":true", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    async Task<string> Export(string room = "demo")
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync($"/api/try/{room}/turns", new { id = "export", person = "reader", text = "export json" });
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["file"]!["text"]!;
    }

    /// <summary>The map of the sample as its rehearsal gives it.</summary>
    async Task<string> Rehearsed()
    {
        var file = Folder.File("rehearsed.json");
        using var rehearsal = new BotProcess(Folder.Path, "rehearse", Sample(), "--export", "json", file);
        Assert.Equal(0, await rehearsal.Exit());
        return Timeless(await File.ReadAllTextAsync(file));
    }

    // A rehearsal has its own clock.
    static string Timeless(string json) => Date().Replace(JsonNode.Parse(json)!.ToJsonString(new() { WriteIndented = true }), "\"day\"");

    static string Sample() => Path.Combine(Root(AppContext.BaseDirectory), "samples", "quick.txt");

    static string Root(string folder) => File.Exists(Path.Combine(folder, "WorkshopBot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    [GeneratedRegex(@"^(?<who>Ann|Ben): (?<line>.*?)(?<refused>\s+# refused)?$")]
    private static partial Regex Line();

    [GeneratedRegex("\"[0-9]{4}-[0-9]{2}[^\"]*\"")]
    private static partial Regex Date();
}
