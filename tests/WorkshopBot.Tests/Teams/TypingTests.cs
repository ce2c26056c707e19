namespace WorkshopBot.Tests.Teams;

/// <summary>Who waits alone for an answer that takes its time.</summary>
public sealed class TypingTests : TeamsScene
{
    [Fact]
    public async Task They_see_that_it_is_being_made_and_then_have_it()
    {
        await Bot.Does(Anna.Writes(Anna.Chat, "start Getting a family e-bike"));
        await Bot.Rests();
        Assert.Equal(0, Bot.Teams.Counts().Typings);

        var open = new TaskCompletionSource();
        Bot.Rows.Opened = open.Task;
        var door = Bot.Does(Anna.Writes(Anna.Chat, "why: grow subscriptions in Leeds"));
        await Until.True(() => Bot.Teams.Counts(Anna.Chat).Typings == 1);
        open.SetResult();
        await door;
        await Bot.Rests();
        Assert.Equal(1, Bot.Teams.Counts().Typings);
        Assert.Equal("grow subscriptions in Leeds", (await Bot.Workshop(Anna.Chat))!.Frame.Purpose);
    }
}
