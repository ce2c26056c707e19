using Microsoft.Extensions.Logging;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Tests.Turns;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Slack;

/// <summary>A bot in front of a fake Slack, three people, and a channel in which nothing has begun yet.</summary>
public abstract class SlackScene : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();

    private protected SlackServed Bot { get; private set; } = null!;

    private protected FakeSlackTeam Team { get; private set; } = null!;

    /// <summary>Leads what she starts.</summary>
    private protected FakeSlackPerson Anna { get; private set; } = null!;

    private protected FakeSlackPerson Ben { get; private set; } = null!;

    private protected FakeSlackPerson Cleo { get; private set; } = null!;

    private protected FakeSlackChannel Channel { get; private set; } = null!;

    /// <summary>The message under which the workshop of the channel is.</summary>
    private protected FakeSlackMessage? Root { get; set; }

    /// <summary>What the bot has logged.</summary>
    private protected RecordedLog Log { get; } = new();

    private protected virtual bool BySocket => false;

    public async Task InitializeAsync()
    {
        var slack = await FakeSlack.Start();
        Team = slack.Team("Acme");
        (Anna, Ben, Cleo) = (Team.Person("Anna"), Team.Person("Ben"), Team.Person("Cleo"));
        Channel = Team.Channel("journeys", Anna, Ben, Cleo);
        Bot = await SlackServed.Start(_folder.File("w.db"), slack, Team, logs: new Logs(Log), socket: BySocket);
    }

    public async Task DisposeAsync()
    {
        var (slips, live) = (Bot.Slack.Slips, Bot.Slack.Live);
        await Bot.DisposeAsync();
        // Whatever a test is about: Slack is never called wrongly, and nobody is ever called out by what people wrote.
        Assert.Empty(slips);
        Assert.Empty(live);
    }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes it in a place, in the channel under the start and with a mention; and its answer is waited for.</summary>
    private protected async Task<FakeSlackMessage> Says(FakeSlackPerson who, string text, FakeSlackChannel? place = null)
    {
        var message = await who.Writes(place ?? Channel, text, (place ?? Channel) == Channel ? Root : null, mention: place is null || place == Channel);
        await Told();
        return message;
    }

    /// <summary>Waits until everybody has been told.</summary>
    private protected async Task Told()
    {
        await Bot.Slack.Settled();
        await Until.True(() => Bot.Chat.Pending == 0, 30);
    }

    /// <summary>A workshop at the step in which goals are collected, with two stages.</summary>
    private protected async Task Begins()
    {
        Root = await Says(Anna, "start Getting a family e-bike");
        foreach (var line in (string[])["goto stages", "Research, Choose", "goto goals"])
            await Says(Anna, line);
        await Bot.Rests();
    }

    private protected async Task<Workshop> Now(FakeSlackChannel? place = null) => (await Bot.Workshop(place ?? Channel))!;

    private protected async Task<int> Goals(FakeSlackChannel? place = null) => (await Now(place)).Map.Count('G');

    /// <summary>Whether these words are anywhere in what the bot has saved.</summary>
    private protected async Task<bool> IsSaved(string words)
    {
        foreach (var file in Directory.GetFiles(_folder.Path, "w.db*").Where(file => file.EndsWith(".db", StringComparison.Ordinal) || file.EndsWith("-wal", StringComparison.Ordinal)))
        {
            using var saved = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await saved.CopyToAsync(copy);
            if (copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(System.Text.Encoding.UTF8.GetBytes(words)) >= 0)
                return true;
        }
        return false;
    }

    /// <summary>The bot starts anew on what it has saved, in front of the same Slack.</summary>
    private protected async Task Restarts(bool killed = false)
    {
        if (killed)
            await Bot.Kill();
        else
            await Bot.Stop();
        Bot = await SlackServed.Start(_folder.File("w.db"), Bot.Slack, Team, logs: new Logs(Log), socket: BySocket);
    }

    sealed class Logs(RecordedLog log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }
}
