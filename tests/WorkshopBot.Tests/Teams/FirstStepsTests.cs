using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams;

/// <summary>The first minutes in a channel of Teams, as five people would see them.</summary>
public sealed class FirstStepsTests : TeamsScene
{
    [Fact]
    public async Task A_start_in_a_channel_puts_the_board_under_it_and_a_sign_on_it()
    {
        var start = await Bot.Does(Anna.Writes(Channel, "start Getting a family e-bike"));
        await Bot.Rests();

        Assert.Equal(["like"], start!.Reactions);
        var board = Channel.Posted.Single(message => message.Card!.ToJsonString().Contains("Getting a family e-bike", StringComparison.Ordinal));
        Assert.Equal(start.Id, board.Root);
        Assert.Equal(0, Bot.Teams.Counts(Channel).Posts);
        Assert.Equal(0, Bot.Teams.ThrottleHits);
    }
}
