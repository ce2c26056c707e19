using System.Net;

namespace WorkshopBot.Tests.Http;

/// <summary>The real program starts, refuses to start, and ends.</summary>
public sealed class ProcessTests : IDisposable
{
    const string Warning = "WorkshopBot warns: Security:MasterKey ";

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_setting_it_saves_under_the_folder_it_was_started_in()
    {
        using var bot = new BotProcess(_folder.Path, "--Urls=http://127.0.0.1:0");
        using var door = new Door(await bot.Address());
        await door.Takes("ann", "start Bikes");
        Assert.True(File.Exists(_folder.File(Path.Combine("data", "workshops.db"))));
        // Chats that are off say so, once.
        Assert.Equal(3, bot.Output.Count);
        Assert.Contains("Microsoft Teams is off", bot.Output.First(), StringComparison.Ordinal);
        Assert.Contains("Slack is off", bot.Output.ElementAt(1), StringComparison.Ordinal);
        Assert.Contains("try it: open it in a browser, or POST /api/try/<room>/turns", bot.Output.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_same_file_and_one_on_the_same_port_are_refused_in_one_line()
    {
        using var bot = new BotProcess(_folder.Path, "--Urls=http://127.0.0.1:0");
        var address = await bot.Address();
        await Refused("--Urls=http://127.0.0.1:0", "in use by another process");
        await Refused($"--Urls={address}", "address already in use", "--Journal:Path=other.db");
    }

    [Theory]
    [InlineData("--Journal:Kind=Punchcards", "Journal:Kind")]
    [InlineData("--Journal:Path=", "Journal:Path")]
    [InlineData("--Urls=nonsense", "Urls")]
    [InlineData("--Urls=http://0.0.0.0:3978", "Urls")]
    [InlineData("--Web:TryIt=perhaps", "Web:TryIt")]
    [InlineData("--Web:PublicUrl=https://bot.example.com", "Web:TryIt")]
    [InlineData("--Security:MasterKey=c2hvcnQ=", "Security:MasterKey must be 32 bytes")]
    [InlineData("--Security:MasterKey=this is no base64 of thirty-two bytes", "Security:MasterKey must be 32 bytes")]
    public async Task A_wrong_setting_is_named_in_one_line(string setting, string name) => await Refused(setting, name);

    [Fact]
    public async Task Switched_off_the_try_it_door_is_not_there()
    {
        using var bot = new BotProcess(_folder.Path, "--Urls=http://127.0.0.1:0", "--Web:TryIt=false");
        using var door = new Door(await bot.Address());
        using var body = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.NotFound, (await door.Http.PostAsync("/api/try/r/turns", body)).StatusCode);
        foreach (var path in new[] { "/", "/index.html", "/site.js", "/api/try/r?person=ann", "/api/try/r/events?person=ann" })
            Assert.Equal(HttpStatusCode.NotFound, (await door.Http.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await door.Http.GetAsync("/readyz")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_public_address_is_named_in_one_line() => await Refused("--Web:PublicUrl=ftp://bot.example.com", "Web:PublicUrl", "--Web:TryIt=false");

    [Fact]
    public async Task In_production_a_missing_master_key_is_warned_of_once_and_a_changed_one_too()
    {
        Assert.Contains("is not set", Assert.Single(await Warned()), StringComparison.Ordinal);
        var (one, other) = (Key(1), Key(2));
        Assert.Empty(await Warned($"--Security:MasterKey={one}"));
        Assert.Contains("does not open 1 of the saved keys", Assert.Single(await Warned($"--Security:MasterKey={other}")), StringComparison.Ordinal);
        Assert.Empty(await Warned("--environment=Development", $"--Security:MasterKey={one}", "--Journal:Path=new.db"));
        Assert.Empty(await Warned("--environment=Development", "--Journal:Path=newer.db"));

        static string Key(byte seed) => Convert.ToBase64String([.. Enumerable.Repeat(seed, 32)]);
    }

    async Task<IReadOnlyCollection<string>> Warned(params string[] args)
    {
        using var bot = new BotProcess(_folder.Path, ["--Urls=http://127.0.0.1:0", .. args]);
        await bot.Address();
        await bot.Terminate();
        Assert.Equal(0, await bot.Exit());
        return bot.Errors;
    }

    [Fact]
    public async Task Asked_to_end_it_answers_what_it_has_taken_and_closes_the_file()
    {
        using var bot = new BotProcess(_folder.Path, "--Urls=http://127.0.0.1:0");
        using var door = new Door(await bot.Address());
        await door.StartGoals();
        var going = Enumerable.Range(0, 40).Select(i => door.Say($"w{i % 8}", $"Research: goal {i}", id: $"{i}")).ToList();
        await Task.WhenAny(going);
        await bot.Terminate();
        Assert.Equal(0, await bot.Exit());
        var saved = new List<string>();
        for (var i = 0; i < going.Count; i++)
            try
            {
                if ((await going[i]).Status == HttpStatusCode.OK)
                    saved.Add($"goal {i}");
            }
            catch (HttpRequestException)
            {
                // It came after the door was closed.
            }
        Assert.NotEmpty(saved);
        Assert.DoesNotContain(bot.Errors, line => !line.StartsWith(Warning, StringComparison.Ordinal));
        using var again = new BotProcess(_folder.Path, "--Urls=http://127.0.0.1:0");
        using var after = new Door(await again.Address());
        Assert.Empty(saved.Except(await after.Goals()));
    }

    async Task Refused(string setting, string words, params string[] more)
    {
        using var bot = new BotProcess(_folder.Path, [setting, .. more]);
        Assert.Equal(1, await bot.Exit());
        await Until.True(() => bot.Errors.Count > 0);
        var line = Assert.Single(bot.Errors);
        Assert.StartsWith("WorkshopBot does not start: ", line, StringComparison.Ordinal);
        Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.Empty(bot.Output);
    }
}
