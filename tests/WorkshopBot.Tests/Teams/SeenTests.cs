using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams;

/// <summary>Messages of which nobody knows whether they arrived, until somebody presses a button on one.</summary>
public sealed class SeenTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    TeamsServed _teams = null!;

    public async Task InitializeAsync() => _teams = await TeamsServed.Start(_folder.File());

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_press_on_a_message_that_may_not_have_arrived_shows_that_it_has()
    {
        var anna = _teams.Teams.Person("Anna");
        var channel = _teams.Teams.Channel("Journeys", members: [anna]);
        var start = await _teams.Does(anna.Writes(channel, "start Getting a family e-bike"));
        await _teams.Rests();
        _teams.Teams.Next(Fault.DropAfter, on: FakeCall.Create);
        await _teams.Does(anna.Writes(channel, "next anyway", start!.Root));
        await Until.True(() => channel.Posted.Any(message => !message.IsReply));
        await Until.True(() => _teams.Bot.Keeper.AtWork == 0);
        Assert.False(await _teams.Bot.Keeper.IsTrue("m-1"));

        var outcome = channel.Posted.Single(message => !message.IsReply);
        await _teams.Asks(anna.Presses(outcome, outcome.Actions[0]));
        // Without it nobody would know before the time is over after which the post cannot arrive any more.
        await _teams.Rests();
        Assert.Empty(await _teams.Bot.Keeper.Unsure("m-1"));

        // From now on it is kept true, and never posted again.
        await _teams.Does(anna.Writes(channel, "language de", start.Root));
        await _teams.Does(anna.Writes(channel, "goto kickoff", start.Root));
        await _teams.Rests();
        Assert.Single(channel.Posted, message => !message.IsReply);
        Assert.True(outcome.Versions.Count > 1);
    }
}
