using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams;

/// <summary>Messages of which nobody knows whether they arrived, until somebody presses a button on one.</summary>
public sealed class SeenTests : TeamsScene
{
    [Fact]
    public async Task A_press_on_a_message_that_may_not_have_arrived_shows_that_it_has()
    {
        var start = await Bot.Does(Anna.Writes(Channel, "start Getting a family e-bike"));
        await Bot.Rests();
        Bot.Teams.Next(Fault.DropAfter, on: FakeCall.Create);
        await Bot.Does(Anna.Writes(Channel, "next anyway", start!.Root));
        await Until.True(() => Channel.Posted.Any(message => !message.IsReply));
        await Until.True(() => Bot.Bot.Keeper.AtWork == 0);
        Assert.False(await Bot.Bot.Keeper.IsTrue("m-1"));

        var outcome = Channel.Posted.Single(message => !message.IsReply);
        await Bot.Asks(Anna.Presses(outcome, outcome.Actions[0]));
        // Without it nobody would know before the time is over after which the post cannot arrive any more.
        await Bot.Rests();
        Assert.Empty(await Bot.Bot.Keeper.Unsure("m-1"));

        // From now on it is kept true, and never posted again.
        await Bot.Does(Anna.Writes(Channel, "language de", start.Root));
        await Bot.Does(Anna.Writes(Channel, "goto kickoff", start.Root));
        await Bot.Rests();
        Assert.Single(Channel.Posted, message => !message.IsReply);
        Assert.True(outcome.Versions.Count > 1);
    }
}
