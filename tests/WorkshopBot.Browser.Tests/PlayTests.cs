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

    static async Task<string> Export(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var answer = await http.PostAsJsonAsync("/api/try/demo/turns", new { id = "export", person = "reader", text = "export json" });
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
