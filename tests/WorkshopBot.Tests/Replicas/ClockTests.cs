using System.Net;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Tables;
using WorkshopBot.Npm;
using WorkshopBot.Storages;
using WorkshopBot.Tests.Http;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Replicas;

/// <summary>The real program on a machine whose clock is wrong, over a storage that tells the time.</summary>
public sealed class ClockTests
{
    [NodeTheory]
    [InlineData(-300, "300 s behind")]
    [InlineData(300, "300 s ahead of")]
    public async Task It_says_so_goes_by_the_storages_time_and_is_ready(int seconds, string says)
    {
        using var folder = new TempFolder();
        var table = Azurite.NewTable();
        using var bot = BotProcess.WithClock(TimeSpan.FromSeconds(seconds), folder.Path, "--Urls=http://127.0.0.1:0", "--Journal:Kind=Tables", $"--Journal:Table={table}", $"--Journal:ConnectionString={Azurite.Shared.Connection()}");
        using var door = new Door(await bot.Address());
        Assert.Equal(HttpStatusCode.OK, (await door.Http.GetAsync("/readyz")).StatusCode);
        var before = DateTimeOffset.UtcNow;
        await door.StartGoals();
        await Until.True(() => bot.Errors.Any(line => line.Contains("clock of this machine", StringComparison.Ordinal)));
        // A second of the storage's dates has no parts.
        Assert.Matches($"{says.Replace("300", "(299|300|301)", StringComparison.Ordinal)} the storage's", bot.Errors.First(line => line.Contains("clock of this machine", StringComparison.Ordinal)));

        await using var rows = await TableRowStore.Open(TableAddress.FromConnectionString(Azurite.Shared.Connection(), out _)!, table, new(TimeProvider.System), times: StorageName.Patient);
        var id = (await new WorkshopIndex(rows).FindRoom("web:local:r"))!.Workshop;
        var turns = (await new WorkshopJournal(rows).Tail(id, 0)).SelectMany(commit => CommitJson.Read(commit.Data, Playbook.Standard.Kinds)).ToList();
        Assert.Equal(4, turns.Count);
        Assert.All(turns, turn => Assert.InRange(turn.At, before - TimeSpan.FromSeconds(2), DateTimeOffset.UtcNow + TimeSpan.FromSeconds(2)));
    }

    [NodeTheory]
    [InlineData("--Journal:Kind=Tables", "Journal:Endpoint")]
    [InlineData("--Journal:Kind=Tables --Journal:Endpoint=http://account.table.core.windows.net", "https")]
    [InlineData("--Journal:Kind=Tables --Journal:Endpoint=https://a.b --Journal:ConnectionString=UseDevelopmentStorage=true", "together")]
    [InlineData("--Journal:Kind=Tables --Journal:ConnectionString=AccountName=a;AccountKey=nobase64secret!", "Journal:ConnectionString")]
    [InlineData("--Journal:Kind=Tables --Journal:ConnectionString=UseDevelopmentStorage=true --Journal:Table=1st", "Journal:Table")]
    [InlineData("--Journal:Kind=Cassandra", "Journal:Kind")]
    public async Task What_cannot_be_a_storage_stops_the_start_with_one_line_that_tells_no_secret(string settings, string says)
    {
        using var folder = new TempFolder();
        using var bot = new BotProcess(folder.Path, ["--Urls=http://127.0.0.1:0", .. settings.Split(' ')]);
        Assert.Equal(1, await bot.Exit());
        Assert.Contains(says, Assert.Single(bot.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", bot.Errors.Single(), StringComparison.Ordinal);
    }
}
