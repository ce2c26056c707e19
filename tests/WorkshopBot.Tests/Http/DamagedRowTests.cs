using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using WorkshopBot.Tests.Cli.Journals;
using WorkshopBot.Tests.Turns;

namespace WorkshopBot.Tests.Http;

/// <summary>One workshop's row is damaged on the disk: that one says so in settled words, all others are served, and the operator is told which it is.</summary>
public sealed class DamagedRowTests : IDisposable
{
    readonly TempFolder _folder = new();
    readonly RecordedLog _log = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UPDATE rows SET data = substr(data, 1, 60) WHERE partition = 'w-' || $id AND key = 'c-0000000003'")]
    [InlineData("UPDATE rows SET data = x'00' WHERE partition = 'w-' || $id AND key = 'c-0000000003'")]
    [InlineData("DELETE FROM rows WHERE partition = 'w-' || $id AND key = 'c-0000000002'")]
    [InlineData("UPDATE rows SET data = 'scribble' WHERE partition = 'w-' || $id AND key = 'head'")]
    public async Task The_others_are_served_and_this_one_says_that_nothing_was_saved(string damage)
    {
        string damaged;
        await using (var server = await Served.Start(_folder.File()))
        {
            await server.Door.StartGoals("bad");
            await server.Door.Takes("bob", "Research: a secret wish", "bad");
            await server.Door.StartGoals("good");
            damaged = server.Ids[0];
        }
        Execute(damage, damaged);

        await using (var server = await Served.Start(_folder.File(), logs: new Logs(_log)))
        {
            foreach (var text in (string[])["Research: another wish", "show map", "export json"])
            {
                var (status, body) = await server.Door.Say("bob", text, "bad");
                Assert.Equal(HttpStatusCode.InternalServerError, status);
                Assert.Contains("nothing was saved", body.ToJsonString(), StringComparison.Ordinal);
            }
            await server.Door.Takes("bob", "Research: compare prices", "good");
            Assert.Equal(["compare prices"], await server.Door.Goals("good"));
            await server.Door.Takes("eve", "start Cars", "new");
            Assert.Equal(HttpStatusCode.OK, (await server.Door.Http.GetAsync("/readyz")).StatusCode);
            // Its board too.
            await Until.True(async () => (await server.Door.Http.GetStringAsync("/api/try/good?person=eve")).Contains("Items on the map: 3.", StringComparison.Ordinal));
        }
        Assert.Contains(_log.Lines, line => line.Contains(damaged, StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, line => line.Contains("wish", StringComparison.Ordinal));

        var (code, output, _) = await Operator.Types("verify", "--Journal:Path=" + _folder.File());
        Assert.Equal(1, code);
        Assert.All(output.Split('\n').Where(line => line.StartsWith("trouble", StringComparison.Ordinal)), line => Assert.StartsWith($"trouble: w-{damaged} ", line, StringComparison.Ordinal));
        Assert.DoesNotContain("wish", output, StringComparison.Ordinal);
    }

    void Execute(string sql, string id)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.File(), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$id", id);
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    sealed class Logs(RecordedLog log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }
}
