using System.Net;
using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Teams;

/// <summary>What Teams is answered while the storage is away, and what becomes of it afterwards.</summary>
public sealed class StorageTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    TeamsServed _teams = null!;

    public async Task InitializeAsync() => _teams = await TeamsServed.Start(_folder.File());

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_cannot_be_saved_is_to_come_again_and_then_counts_once(bool isGone)
    {
        var (anna, ben) = (_teams.Teams.Person("Anna"), _teams.Teams.Person("Ben"));
        var channel = _teams.Teams.Channel("Journeys", members: [anna, ben]);
        await _teams.Does(anna.Writes(channel, "start Getting a family e-bike"));
        // Of Ben nobody knows yet, so that he must be looked up.
        var written = ben.Writes(channel, "park a loyalty card");
        (_teams.Rows.IsGone, _teams.Rows.Fault) = (isGone, StorageFault.Unreachable);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _teams.Door.Deliver(written)).Status);
        (_teams.Rows.IsGone, _teams.Rows.Fault) = (false, null);
        await _teams.Does(written);
        await _teams.Does(written);
        await _teams.Rests();
        Assert.Equal(1, (await _teams.Workshop(channel))!.Map.Size);
        Assert.Equal(["like"], written.Message!.Reactions);
    }
}
