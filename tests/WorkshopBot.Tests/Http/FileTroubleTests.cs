using System.Net;
using Microsoft.Data.Sqlite;

namespace WorkshopBot.Tests.Http;

/// <summary>What is told over HTTP when the file cannot be written, and that it is true.</summary>
public sealed class FileTroubleTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_somebody_else_holds_is_503_in_time_and_works_again_afterwards()
    {
        await using var server = await Served.Start(_folder.File());
        await server.Door.StartGoals();
        using (var stranger = Open())
        {
            await server.Door.Takes("p0", "show map");
            Execute(stranger, "BEGIN EXCLUSIVE");
            var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => server.Door.Say($"p{i}", $"Research: goal {i}", id: "same")));
            // All of them while it is held: nobody waits for the stranger to let go.
            Assert.All(replies, reply => Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status));
            Assert.All(replies, reply => Assert.Contains("try again", (string)reply.Body["error"]!, StringComparison.Ordinal));
            Execute(stranger, "ROLLBACK");
        }
        Assert.Empty(await server.Door.Goals());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => server.Door.Takes($"p{i}", $"Research: goal {i}", id: "same")));
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"goal {i}"), (await server.Door.Goals()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("PRAGMA max_page_count=1", "PRAGMA max_page_count=1000000")]
    [InlineData("PRAGMA query_only=1", null)]
    public async Task A_file_that_is_full_or_may_only_be_read_is_503_and_works_again_afterwards(string obstacle, string? away)
    {
        await using var server = await Served.Start(_folder.File());
        await server.Door.StartGoals();
        server.Store.Writer.Obstacle = obstacle;
        // Long enough to need a page of its own, which a full file has not.
        var large = string.Join('\n', Enumerable.Range(0, 30).Select(i => $"Research: {new string('x', 400)} {i}"));
        var reply = await server.Door.Say("ann", large, id: "large");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
        Assert.Contains("try again", (string)reply.Body["error"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.Door.Http.GetAsync("/healthz")).StatusCode);
        Assert.Empty(await server.Door.Goals());
        server.Store.Writer.Obstacle = away;
        await server.Door.Takes("ann", large, id: "large");
        Assert.Equal(30, (await server.Door.Goals()).Count);
    }

    [Fact]
    public async Task A_turn_sent_again_after_a_restart_adds_nothing_and_is_answered_the_same()
    {
        string first;
        await using (var server = await Served.Start(_folder.File()))
        {
            await server.Door.StartGoals();
            first = await server.Door.Takes("bob", "Research: compare prices", id: "same");
        }
        await using var again = await Served.Start(_folder.File());
        Assert.Equal(first, await again.Door.Takes("bob", "Research: compare prices", id: "same"));
        Assert.Equal(["compare prices"], await again.Door.Goals());
    }

    [Fact]
    public async Task Deleting_every_snapshot_row_changes_nothing()
    {
        string before;
        await using (var server = await Served.Start(_folder.File()))
        {
            await server.Door.StartGoals();
            for (var i = 0; i < 8; i++)
                await server.Door.Takes("ann", Turns.Fill.Message(i));
            before = (await server.Door.Map()).ToJsonString();
        }
        using (var stranger = Open())
        {
            Assert.True(Execute(stranger, "DELETE FROM rows WHERE key = 'snap' OR key LIKE 's-%'") >= 2);
        }
        await using var again = await Served.Start(_folder.File());
        Assert.Equal(before, (await again.Door.Map()).ToJsonString());
    }

    SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.File(), Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    static int Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the SQL is written in this file
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }
}
