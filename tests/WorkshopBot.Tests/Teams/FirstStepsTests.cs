using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams;

/// <summary>The first minutes in a channel of Teams, as five people would see them.</summary>
public sealed class FirstStepsTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    TeamsServed _teams = null!;

    public async Task InitializeAsync() => _teams = await TeamsServed.Start(_folder.File());

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_start_in_a_channel_puts_the_board_under_it_and_a_sign_on_it()
    {
        var anna = _teams.Teams.Person("Anna");
        var channel = _teams.Teams.Channel("Journeys", members: [anna]);
        var start = await _teams.Does(anna.Writes(channel, "start Getting a family e-bike"));
        await _teams.Rests();

        Assert.Equal(["like"], start!.Reactions);
        var board = channel.Posted.Single(message => message.Card!.ToJsonString().Contains("Getting a family e-bike", StringComparison.Ordinal));
        Assert.Equal(start.Id, board.Root);
        Assert.Equal(0, _teams.Teams.Counts(channel).Posts);
        Assert.Equal(0, _teams.Teams.ThrottleHits);
    }
}
