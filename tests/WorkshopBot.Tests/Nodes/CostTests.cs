using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Tests.Turns;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Nodes;

/// <summary>What a turn costs the storage, on a node that is alone and on one of several.</summary>
public sealed class CostTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Alone_an_answer_to_a_question_is_one_write_of_a_seat_and_nothing_is_read()
    {
        var rows = new CountedRows(SqliteRowStore.Open(_folder.File(), TimeProvider.System));
        await using var talk = new Talk(rows, alone: true);
        await talk.BeginGoals();
        await talk.Answers("bob", "add goal");
        rows.Forget();
        string[] answers = ["1", "skip", "pay by month", "back", "back", "skip", "pay by the month", "skip"];
        foreach (var answer in answers)
            await talk.Answers("bob", answer);
        Assert.Empty(rows.Reads);
        Assert.Equal(answers.Length, rows.Writes.Count);
        Assert.All(rows.Writes, write => Assert.Matches("^p-[a-z2-7]+/seat$", write));
        // The whole form: the last answer, the commit, and the seat that is free again.
        rows.Forget();
        Assert.Contains("G2", await talk.Answers("bob", "done"), StringComparison.Ordinal);
        Assert.Empty(rows.Reads);
        Assert.Equal(["c", "p", "p"], rows.Writes.Select(write => write.StartsWith("w-m-1/c-", StringComparison.Ordinal) ? "c" : write[..1]).Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Alone_what_is_typed_is_one_commit_of_two_rows_and_nothing_is_read(bool isPrivate)
    {
        var rows = new CountedRows(SqliteRowStore.Open(_folder.File(), TimeProvider.System));
        await using var talk = new Talk(rows, alone: true, looks: true);
        await talk.BeginGoals();
        await talk.Takes("bob", "Research: the first", isPrivate: isPrivate);
        rows.Forget();
        for (var i = 0; i < 10; i++)
            await talk.Takes("bob", $"Purchase: goal {i}", isPrivate: isPrivate);
        Assert.Empty(rows.Reads);
        Assert.Equal(10, rows.Writes.Count);
        Assert.All(rows.Writes, write => Assert.Matches("^w-m-1/c-[0-9]{10}\\+head$", write));
    }

    [Fact]
    public async Task An_alarm_costs_a_turn_one_write_when_it_moves_and_nothing_when_it_does_not()
    {
        var rows = new CountedRows(SqliteRowStore.Open(_folder.File(), TimeProvider.System));
        await using var talk = new Talk(rows, Bell.Playbook(Bell.Once(TimeSpan.FromDays(1))), looks: true, alone: true);
        await talk.BeginGoals();
        await talk.Takes("bob", "Research: the first");
        rows.Forget();
        for (var i = 0; i < 10; i++)
            await talk.Takes("bob", $"Purchase: goal {i}");
        Assert.All(rows.Writes, write => Assert.Matches("^w-m-1/c-[0-9]{10}\\+head$", write));
        Assert.Equal(10, rows.Writes.Count);
        rows.Forget();
        talk.Time.Now += TimeSpan.FromSeconds(1);
        await talk.Takes("ann", "goto touchpoints");
        Assert.Empty(rows.Reads);
        Assert.Equal(["a", "w"], rows.Writes.Select(write => write[..1]));
        var due = talk.Time.Now + TimeSpan.FromDays(1);
        Assert.EndsWith($"/{due.UtcTicks:D19}-m-1", rows.Writes.First(), StringComparison.Ordinal);
        Assert.Equal(due, (await new WorkshopJournal(rows).Head("m-1"))!.Due);
    }

    [Fact]
    public async Task Alone_what_only_asks_costs_nothing()
    {
        var rows = new CountedRows(new MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows, alone: true);
        await talk.BeginGoals();
        rows.Forget();
        foreach (var line in (string[])["show map", "show goals", "help", "export json"])
            await talk.Takes("bob", line);
        await talk.Refuses("bob", "show G7");
        Assert.NotNull(await talk.Map());
        Assert.Empty(rows.Reads);
        Assert.Empty(rows.Writes);
    }

    [Fact]
    public async Task Alone_a_workshop_that_was_put_away_is_read_once_for_a_dialog_and_not_for_each_answer()
    {
        var rows = new CountedRows(new MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows, alone: true);
        await talk.BeginGoals();
        await talk.Answers("bob", "add goal");
        await talk.Restart();
        await talk.Answers("bob", "1");
        rows.Forget();
        await talk.Answer("bob", "skip", "pay by month");
        Assert.Empty(rows.Reads);
    }

    [Fact]
    public async Task Of_several_nodes_an_answer_reads_its_seat_and_the_head_and_what_is_typed_reads_nothing_before_its_commit()
    {
        var rows = new CountedRows(new MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows);
        await talk.BeginGoals();
        await talk.Answers("bob", "add goal");
        rows.Forget();
        await talk.Answer("bob", "1", "skip");
        Assert.Equal(["h", "h", "s", "s"], rows.Reads.Select(read => read.Split('/')[1][..1]).Order());
        Assert.Equal(2, rows.Writes.Count);
        await talk.Answers("bob", "cancel");
        rows.Forget();
        for (var i = 0; i < 5; i++)
            await talk.Takes("ann", $"Purchase: goal {i}");
        Assert.Empty(rows.Reads);
        Assert.Equal(5, rows.Writes.Count);
        rows.Forget();
        await talk.Takes("ann", "show goals");
        Assert.Single(rows.Reads);
    }
}
