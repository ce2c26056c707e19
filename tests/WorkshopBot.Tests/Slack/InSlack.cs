using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>A workshop in a channel of Slack with Ann, who leads, and Ben, on a clock that moves when told.</summary>
public abstract class InSlack : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();

    private protected SlackHours Hours { get; private set; } = null!;

    private protected FakeSlack Slack => Hours.Slack;

    private protected FakeSlackTeam Team => Hours.Team;

    private protected FakeSlackChannel Channel { get; private set; } = null!;

    private protected FakeSlackPerson Ann { get; private set; } = null!;

    private protected FakeSlackPerson Ben { get; private set; } = null!;

    private protected FakeSlackMessage? Root { get; private set; }

    public virtual async Task InitializeAsync()
    {
        Hours = await SlackHours.Start(_folder.File());
        (Ann, Ben) = (Team.Person("Ann"), Team.Person("Ben"));
        Channel = Team.Channel("journeys", Ann, Ben);
    }

    public async Task DisposeAsync()
    {
        var (slips, live, posted) = (Slack.Slips, Slack.Live, Channel.All);
        await Hours.DisposeAsync();
        Assert.Empty(slips);
        Assert.Empty(live);
        KeptBlocks.AreOnce(posted);
    }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody names the bot in the thread of the workshop, and everything that follows from it happens.</summary>
    private protected async Task<FakeSlackMessage> Says(FakeSlackPerson person, string line)
    {
        var message = await Hours.Does(person.Writes(Channel, line, Root));
        Root ??= message;
        await Hours.True();
        return message;
    }

    /// <summary>Somebody writes to the bot alone.</summary>
    private protected async Task Tells(FakeSlackPerson person, string line)
    {
        await Hours.Does(person.Writes(person.Dm, line));
        await Hours.True();
    }

    private protected async Task Started(params string[] more)
    {
        await Says(Ann, "start Getting a family e-bike");
        await Says(Ben, "i speak for Support");
        foreach (var line in more)
            await Says(Ann, line);
    }

    private protected async Task<Workshops.Workshop> Workshop() => (await Hours.Bot.Workshop(Channel))!;

    /// <summary>Everything that is due is in the channel once, and nothing else of the bot's but so many messages.</summary>
    private protected async Task Kept(int more = 0, params string[] except) => KeptBlocks.AreKept(Channel, await Workshop(), more, except);

    /// <summary>What Ann sees who presses [Facilitate].</summary>
    private protected async Task<FakeSlackView> Menu()
    {
        while (Ann.View is not null)
            await Hours.Does(Ann.Closes(all: true));
        await Hours.Does(Ann.Presses(Board, "Facilitate"));
        await Hours.Until(() => Ann.View is not null && Hours.Bot.Chat.Pending == 0);
        return Ann.View!;
    }

    /// <summary>Presses the first button of a title in a window of Ann's, and everything that follows from it happens.</summary>
    private protected async Task Press(FakeSlackView window, string title)
    {
        await Hours.Does(Ann.Presses(window, title));
        await Hours.True();
    }

    /// <summary>How often something was asked of a conversation, for the bot's messages there.</summary>
    private protected int Asked(FakeSlackChannel of) => Slack.Requests.Count(request => request.Channel == of.Id);

    /// <summary>What the bot posted at the top of the channel: what came of a step.</summary>
    private protected int Tops => Channel.Posted.Count(message => !message.IsReply);

    private protected FakeSlackMessage Board => Channel.Posted.First(message => message.IsReply);
}
