namespace WorkshopBot.Tests.Teams;

/// <summary>Who waits alone for an answer that takes its time.</summary>
public sealed class TypingTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    TeamsServed _teams = null!;

    public async Task InitializeAsync() => _teams = await TeamsServed.Start(_folder.File());

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task They_see_that_it_is_being_made_and_then_have_it()
    {
        var anna = _teams.Teams.Person("Anna");
        await _teams.Does(anna.Writes(anna.Chat, "start Getting a family e-bike"));
        await _teams.Rests();
        Assert.Equal(0, _teams.Teams.Counts().Typings);

        var open = new TaskCompletionSource();
        _teams.Rows.Opened = open.Task;
        var door = _teams.Does(anna.Writes(anna.Chat, "why: grow subscriptions in Leeds"));
        await Until.True(() => _teams.Teams.Counts(anna.Chat).Typings == 1);
        open.SetResult();
        await door;
        await _teams.Rests();
        Assert.Equal(1, _teams.Teams.Counts().Typings);
        Assert.Equal("grow subscriptions in Leeds", (await _teams.Workshop(anna.Chat))!.Frame.Purpose);
    }
}
