using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopBot.Tests;
using WorkshopBot.Tests.Http;

namespace WorkshopBot.Browser.Tests;

/// <summary>A whole workshop in three tabs, from its first line to its close, with a kill in between.</summary>
[Collection(Browsing.Name)]
public sealed partial class PlayTests(Browser browser) : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact]
    public async Task The_sample_typed_in_three_tabs_gives_the_map_of_its_rehearsal()
    {
        var lines = (await File.ReadAllLinesAsync(Sample())).Select(line => Line().Match(line)).Where(match => match.Success).ToList();
        using var rehearsal = new BotProcess(_folder.Path, "rehearse", Sample(), "--export", "json", _folder.File("rehearsed.json"));
        Assert.Equal(0, await rehearsal.Exit());
        var bot = new BotProcess(_folder.Path, "--Urls=http://127.0.0.1:0", $"--Journal:Path={_folder.File()}");
        var address = await bot.Address();
        try
        {
            await using var ann = await browser.Open(address, "?person=Ann");
            await using var ben = await browser.Open(address, "?person=Ben");
            await using var cem = await browser.Open(address, "?person=Cem");
            foreach (var tab in new[] { ann, ben, cem })
                tab.Excuse();       // the browser itself reports that the server was gone
            for (var i = 0; i < lines.Count; i++)
            {
                if (i == lines.Count / 2)
                {
                    await bot.Kill();
                    bot.Dispose();
                    bot = new BotProcess(_folder.Path, $"--Urls={address}", $"--Journal:Path={_folder.File()}");
                    await bot.Address();
                    await ben.Page.ReloadAsync();
                }
                var (who, said, refused) = (lines[i].Groups["who"].Value, lines[i].Groups["line"].Value.Trim(), lines[i].Groups["refused"].Success);
                var typist = who == "Ann" ? ann : ben;
                await typist.Takes(said, "");
                await Assertions.Expect(typist.Log.Locator("li.answer").Last).ToHaveClassAsync(refused ? "answer refused" : "answer");
            }
            await cem.Takes("show map", "Booking a dentist online");
            await ann.Shoot("played-by-typing");
            Assert.Equal(Timeless(await File.ReadAllTextAsync(_folder.File("rehearsed.json"))), Timeless(await Export(address)));
        }
        finally
        {
            bot.Dispose();
        }
    }

    [BrowserFact]
    public async Task Forms_filled_in_by_three_people_give_the_map_of_the_same_things_typed()
    {
        using var bot = new BotProcess(_folder.Path, "--Urls=http://127.0.0.1:0", $"--Journal:Path={_folder.File()}");
        var address = await bot.Address();
        foreach (var (who, line) in new[] { ("Ann", "start Booking a dentist online"), ("Ann", "why: fill the free slots"), ("Ann", "next anyway"), ("Ann", "Jo | bus driver, works shifts"), ("Ann", "next anyway"), ("Ben", "Notice | goal: know whether it is urgent"), ("Cem", "Book | done when: appointment confirmed"), ("Ann", "next anyway"), ("Ben", "Book: book without a phone call"), ("Cem", "Notice? do they take my insurance") })
            await Say(address, "typed", who, line);

        await using var ann = await browser.Open(address, "?person=Ann&room=cards");
        await using var ben = await browser.Open(address, "?person=Ben&room=cards");
        await using var cem = await browser.Open(address, "?person=Cem&room=cards");
        await ann.Board.GetByLabel("Title of the workshop").FillAsync("Booking a dentist online");
        await ann.Press("Start a workshop", ann.Board);
        await Fill(ann, "Add", ("Why", "fill the free slots"));
        await Next(ann);
        await ann.Sees(ann.Board, "step 1 of");
        await ann.Press("Add mine", ann.Board);
        await Fill(ann, "Add", ("Name", "Jo"), ("Job", "bus driver, works shifts"));
        await Next(ann);
        foreach (var tab in new[] { ben, cem })
            await tab.Sees(tab.Board, "step 2 of");
        await ben.Press("Add mine", ben.Board);
        await Fill(ben, "Add", ("Name", "Notice"), ("Major goal", "know whether it is urgent"));
        await cem.Press("Add mine", cem.Board);
        await Fill(cem, "Add", ("Name", "Book"), ("Done when", "appointment confirmed"));
        await Next(ann);
        foreach (var tab in new[] { ben, cem })
            await tab.Sees(tab.Page.Locator("#map"), "Nobody has said what they ask at Notice");
        // In the map, where it belongs.
        await ben.Page.Locator("#cell-goals-S2").ClickAsync();
        await ben.Press("Add mine", ben.Page.Locator("#cell"));
        await Fill(ben, "Add", ("Goal", "book without a phone call"));
        await cem.Page.Locator("#cell-questions-S1").ClickAsync();
        await cem.Press("Add mine", cem.Page.Locator("#cell"));
        await Fill(cem, "Add", ("Question", "do they take my insurance"));
        foreach (var tab in new[] { ann, ben, cem })
            await tab.Sees(tab.Page.Locator("#map"), "do they take my insurance");
        Assert.Equal(Timeless(await Export(address, "typed")), Timeless(await Export(address, "cards")));
    }

    /// <summary>Fills in the form that was asked for, and sends it.</summary>
    static async Task Fill(Tab tab, string send, params (string Label, string Value)[] fields)
    {
        var form = tab.Log.Locator("li.answer").Last;
        foreach (var (label, value) in fields)
            await form.GetByRole(AriaRole.Textbox, new() { NameRegex = new($"^{label}( \\*)?") }).FillAsync(value);
        await tab.Press(send, form);
        await Assertions.Expect(tab.Log.Locator(".has-inputs")).ToHaveCountAsync(0);
        await Assertions.Expect(form).ToHaveClassAsync("answer");
    }

    static async Task Next(Tab tab)
    {
        await tab.Press("Facilitate", tab.Board);
        await tab.Log.Locator("li.answer").Last.GetByRole(AriaRole.Button, new() { NameRegex = new("^Next") }).ClickAsync();
    }

    static async Task Say(Uri address, string room, string person, string line)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var answer = await http.PostAsJsonAsync($"/api/try/{room}/turns", new { id = Guid.NewGuid().ToString(), person, text = line });
        Assert.DoesNotContain("\"refused\":true", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    static async Task<string> Export(Uri address, string room = "demo")
    {
        using var http = new HttpClient { BaseAddress = address };
        using var answer = await http.PostAsJsonAsync($"/api/try/{room}/turns", new { id = "export", person = "reader", text = "export json" });
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["file"]!["text"]!;
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
