using WorkshopBot.Fakes.Connector;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Teams;

/// <summary>A bot in front of a fake Teams, three people, and a channel in which nothing has begun yet.</summary>
public abstract class TeamsScene : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();

    private protected TeamsServed Bot { get; private set; } = null!;

    /// <summary>Leads what she starts.</summary>
    private protected FakePerson Anna { get; private set; } = null!;

    private protected FakePerson Ben { get; private set; } = null!;

    private protected FakePerson Cleo { get; private set; } = null!;

    private protected FakePlace Channel { get; private set; } = null!;

    /// <summary>The message under which the workshop of the channel is.</summary>
    private protected FakeMessage? Root { get; set; }

    private protected virtual bool Targeted => false;

    public async Task InitializeAsync()
    {
        Bot = await TeamsServed.Start(_folder.File("w.db"), targeted: Targeted);
        (Anna, Ben, Cleo) = (Bot.Teams.Person("Anna"), Bot.Teams.Person("Ben"), Bot.Teams.Person("Cleo"));
        Channel = Bot.Teams.Channel("Journeys", members: [Anna, Ben, Cleo]);
    }

    public async Task DisposeAsync() => await Bot.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes it in a place, in the channel under the start; and its answer is waited for.</summary>
    private protected async Task<FakeMessage> Says(FakePerson who, string text, FakePlace? place = null)
    {
        var message = (await Bot.Does(who.Writes(place ?? Channel, text, (place ?? Channel) == Channel ? Root?.Id : null)))!;
        await Until.True(() => Bot.Chat.Pending == 0);
        return message;
    }

    /// <summary>A workshop at the step in which goals are collected, with two stages.</summary>
    private protected async Task Begins(FakePlace? place = null)
    {
        var start = await Says(Anna, "start Getting a family e-bike", place);
        if ((place ?? Channel) == Channel)
            Root = start;
        foreach (var line in (string[])["goto stages", "Research, Choose", "goto goals"])
            await Says(Anna, line, place);
        await Bot.Rests();
    }

    private protected async Task<Workshop> Now(FakePlace? place = null) => (await Bot.Workshop(place ?? Channel))!;

    private protected async Task<int> Goals(FakePlace? place = null) => (await Now(place)).Map.Count('G');

    /// <summary>The bot starts anew on what it has saved, in front of the same Teams.</summary>
    private protected async Task Restarts()
    {
        await Bot.Stop();
        Bot = await TeamsServed.Start(_folder.File("w.db"), Bot.Teams);
    }

    /// <summary>Replies to one person that stand in a place.</summary>
    private protected static IReadOnlyList<FakeMessage> RepliesTo(FakePerson who, FakePlace place) => [.. place.Posted.Where(message => message.Says($"For {who.Name}:"))];
}
