using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Tests.Turns;
using WorkshopBot.Tests.TwoChats;

namespace WorkshopBot.Tests.Slack;

/// <summary>The bot is installed by people through the browser, and works in each workspace with the token of that one.</summary>
public sealed class OAuthTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    readonly JumpingTime _time = new();
    readonly RecordedLog _log = new();
    FakeSlack _slack = null!;
    BothServed _bot = null!;

    public async Task InitializeAsync() => _bot = await BothServed.Start(_folder.File("w.db"), _slack = await FakeSlack.Start(_time), null, _time, new Logs(_log));

    public async Task DisposeAsync()
    {
        var slips = _slack.Slips;
        await _bot.DisposeAsync();
        Assert.Empty(slips);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Allowed_in_two_workspaces_it_works_in_both_each_with_its_own_token()
    {
        var (anna, here) = await Installed("Acme", "Anna");
        var (zoe, there) = await Installed("Bolt", "Zoe");

        await Starts(anna, here, "Bikes");
        await Starts(zoe, there, "Teeth");
        await _bot.Rests("m-1", "m-2");
        // Long enough that nothing is held in memory any more.
        await Restarts();
        await Starts(anna, here, "another");
        Assert.Contains("A workshop is open in this room", anna.Whispers(here)[^1].Says, StringComparison.Ordinal);

        Assert.Contains(here.Posted, message => message.Says.Contains("Bikes", StringComparison.Ordinal));
        Assert.Contains(there.Posted, message => message.Says.Contains("Teeth", StringComparison.Ordinal));
        Assert.DoesNotContain(here.Posted, message => message.Says.Contains("Teeth", StringComparison.Ordinal));
        Assert.DoesNotContain(there.Posted, message => message.Says.Contains("Bikes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Denied_replayed_and_made_up_ways_back_install_nothing()
    {
        var anna = _slack.Team("Acme").Person("Anna");
        var denied = await _bot.Browser.Returns(anna.Denies(await _bot.Browser.Begins()));
        Assert.Equal(HttpStatusCode.OK, denied.Status);

        // Another state, none, without the cookie, and in a browser that began something else.
        var back = anna.Allows(await _bot.Browser.Begins());
        Assert.Equal(HttpStatusCode.BadRequest, (await _bot.Browser.Returns(new(back.AbsoluteUri + "x"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _bot.Browser.Returns(new(back.AbsoluteUri.Split("&state=")[0]))).Status);
        var cookie = _bot.Browser.Cookie;
        _bot.Browser.Cookie = null;
        Assert.Equal(HttpStatusCode.BadRequest, (await _bot.Browser.Returns(back)).Status);
        await _bot.Browser.Begins();
        Assert.Equal(HttpStatusCode.BadRequest, (await _bot.Browser.Returns(back)).Status);
        Assert.Null(_slack.Team("Acme").Bot);

        // What it began it can end, once.
        _bot.Browser.Cookie = cookie;
        Assert.Equal(HttpStatusCode.OK, (await _bot.Browser.Returns(back)).Status);
        var bot = _slack.Team("Acme").Bot!;
        Assert.Equal(HttpStatusCode.BadRequest, (await _bot.Browser.Returns(back)).Status);
        Assert.False(bot.IsRevoked);
        // Too late is too late.
        var late = anna.Allows(await _bot.Browser.Begins());
        _time.Skip(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.BadRequest, (await _bot.Browser.Returns(late)).Status);
    }

    [Fact]
    public async Task Uninstalled_it_posts_nothing_more_and_installed_again_it_goes_on_where_it_was()
    {
        var (anna, channel) = await Installed("Acme", "Anna");
        await Starts(anna, channel, "Bikes");
        await _bot.Rests();
        var posted = channel.Posted.Count;

        await anna.Uninstalls();
        await _bot.Told();
        var asked = _slack.Requests.Count;
        await _bot.Bot.Loop.Deliver(Elsewhere("park a bell"));
        await Until.True(() => _bot.Bot.Keeper.AtWork == 0);
        Assert.Equal(posted, channel.Posted.Count);
        Assert.DoesNotContain(_slack.Requests.Skip(asked), request => request.Method.StartsWith("chat.", StringComparison.Ordinal));

        await _bot.Browser.Installs(anna);
        await anna.Writes(channel, "goto personas");
        await _bot.Rests();
        Assert.Contains(channel.Posted, message => message.Says.StartsWith("Personas", StringComparison.Ordinal));
        Assert.Contains("personas", (await _bot.Bot.Loop.Looking.FindMap("m-1"))!.StepId, StringComparison.Ordinal);
        Assert.Equal(1, (await _bot.Bot.Loop.Looking.FindMap("m-1"))!.Map.Count('K'));

        Channels.Turn Elsewhere(string text) => new("t-elsewhere", new(BothServed.Key(anna), "Anna", "UTC", "en"), new(BothServed.Key(channel), "#x"), text, false);
    }

    [Fact]
    public async Task Tokens_are_renewed_while_people_type_and_nobody_notices()
    {
        _slack.RotatesTokens = true;
        var (anna, channel) = await Installed("Acme", "Anna");
        await Starts(anna, channel, "Bikes");
        var first = _slack.Team("Acme").Bot!.Token;
        for (var i = 0; i < 4; i++)
        {
            _time.Skip(TimeSpan.FromHours(11));
            await Task.WhenAll(Enumerable.Range(0, 3).Select(n => anna.Writes(channel, $"park idea {i} {n}")));
            await _bot.Told();
        }
        // And once when all that there was has ended.
        _time.Skip(TimeSpan.FromHours(30));
        await anna.Writes(channel, "park the last");
        await _bot.Told();

        Assert.NotEqual(first, _slack.Team("Acme").Bot!.Token);
        Assert.Equal(13, (await _bot.Bot.Loop.Looking.FindMap("m-1"))!.Map.Count('K'));
        Assert.Empty(anna.Troubles);
        // Of several at once only the last can be taken back, but each is told what it made.
        Assert.Equal(Enumerable.Range(1, 13).Select(i => $"K{i}").Order(StringComparer.Ordinal), anna.Whispers(channel).Select(message => message.Says.Split(' ', '\n').FirstOrDefault(word => word is ['K', >= '0' and <= '9', ..])).OfType<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tokens_and_secrets_stand_readable_in_no_row_and_in_no_line_of_the_log()
    {
        _slack.RotatesTokens = true;
        List<string> secrets = [_slack.ClientSecret, _slack.SigningSecret];
        var (anna, channel) = await Installed("Acme", "Anna");
        Note();
        await Starts(anna, channel, "Bikes");
        _time.Skip(TimeSpan.FromHours(11));
        await anna.Writes(channel, "park a bell");
        await _bot.Rests();
        Note();
        _slack.Next(SlackFault.Internal, 2);
        await anna.Types(channel, "/journey", "help");
        await _bot.Told();
        await anna.Uninstalls();
        await _bot.Told();
        await _bot.Stop();

        Assert.True(secrets.Count >= 6);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_folder.File("w.db"))!))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            foreach (var secret in secrets)
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, Path.GetFileName(file));
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=')[..^1])) < 0, Path.GetFileName(file));
            }
        }
        Assert.NotEmpty(_log.Lines);
        foreach (var secret in secrets)
            Assert.DoesNotContain(_log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, line => line.Contains("/commands/", StringComparison.Ordinal) || line.Contains("xoxe", StringComparison.Ordinal));

        void Note()
        {
            var bot = _slack.Team("Acme").Bot!;
            secrets.AddRange([bot.Token, bot.RefreshToken!]);
        }
    }

    sealed class Logs(RecordedLog log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }

    async Task Restarts()
    {
        var teams = _bot.Teams;
        await _bot.Stop();
        _bot = await BothServed.Start(_folder.File("w.db"), _slack, null, _time, new Logs(_log), teams);
    }

    async Task<(FakeSlackPerson, FakeSlackChannel)> Installed(string team, string who)
    {
        var person = _slack.Team(team).Person(who);
        await _bot.Browser.Installs(person);
        return (person, _slack.Team(team).Channel("journeys", person));
    }

    async Task Starts(FakeSlackPerson who, FakeSlackChannel where, string title)
    {
        await who.Writes(where, $"start {title}");
        await _bot.Told();
    }
}
