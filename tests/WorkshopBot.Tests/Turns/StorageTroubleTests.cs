using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Turns;

/// <summary>What is told when the storage fails, and that it is true.</summary>
public sealed class StorageTroubleTests
{
    [Theory]
    [InlineData(StorageFault.Busy)]
    [InlineData(StorageFault.Full)]
    [InlineData(StorageFault.ReadOnly)]
    [InlineData(StorageFault.Unreachable)]
    public async Task Nothing_is_saved_and_it_works_again_afterwards(StorageFault fault)
    {
        var rows = new RowsInTrouble(new MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows);
        await talk.StartGoals();
        rows.Fault = fault;
        Assert.Equal(ReplyKind.NotSaved, (await talk.Say("bob", "Research: compare prices", id: "same")).Kind);
        Assert.Equal(ReplyKind.NotSaved, (await talk.Say("eve", "start Cars", room: "other")).Kind);
        await talk.Takes("ann", "show map");
        Assert.Equal(0, (await talk.Map()).Map.Count('G'));
        rows.Fault = null;
        await talk.Takes("bob", "Research: compare prices", id: "same");
        Assert.Equal(1, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task What_was_saved_without_anybody_hearing_of_it_is_found_when_the_turn_comes_again()
    {
        var rows = new RowsInTrouble(new MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows);
        await talk.StartGoals();
        rows.LosesAnswers = true;
        Assert.Equal(ReplyKind.NotSaved, (await talk.Say("ann", "Research: compare prices", id: "same")).Kind);
        rows.LosesAnswers = false;
        Assert.Contains("G1", await talk.Takes("ann", "Research: compare prices", id: "same"), StringComparison.Ordinal);
        Assert.Equal(1, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_is_waited_for_two_and_a_half_seconds_and_not_for_ever()
    {
        var rows = new RowsInTrouble(new MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows);
        await talk.StartGoals();
        var opened = new TaskCompletionSource();
        rows.Opened = opened.Task;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var one = talk.Say("ann", "Research: one", id: "one");
        await Until.True(() => rows.Waiting == 1);
        var replies = await Task.WhenAll(one, talk.Say("ann", "Research: two"), talk.Say("ann", "show map")).WaitAsync(Until.Bound);
        Assert.All(replies, reply => Assert.Equal(ReplyKind.NotSaved, reply.Kind));
        // Not sooner; how much later is the machine's affair, but it was before the storage answered.
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(2.3), $"{watch.Elapsed}");
        Assert.False(opened.Task.IsCompleted);
        opened.SetResult();
        await talk.Takes("ann", "Research: one", id: "one");
        Assert.Equal(1, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task A_storage_that_is_gone_is_no_fault_of_the_turn()
    {
        var rows = new RowsInTrouble(new MemoryRowStore(TimeProvider.System)) { IsGone = true };
        await using var talk = new Talk(rows);
        Assert.False(await talk.Loop.IsReady());
        Assert.Equal(ReplyKind.NotSaved, (await talk.Say("ann", "start Bikes")).Kind);
        rows.IsGone = false;
        Assert.True(await talk.Loop.IsReady());
        await talk.Takes("ann", "start Bikes");
    }

    [Theory]
    [InlineData(false, "start Bikes")]
    [InlineData(true, "add persona")]
    public async Task One_that_takes_nothing_is_not_ready_whatever_was_to_be_saved(bool inPrivate, string line)
    {
        var rows = new RowsInTrouble(new MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows);
        if (inPrivate)
            await talk.StartGoals();
        rows.Fault = StorageFault.Full;
        Assert.Equal(ReplyKind.NotSaved, (await (talk.Say("ann", line, isPrivate: inPrivate))).Kind);
        Assert.False(await talk.Loop.IsReady());
        rows.Fault = null;
        Assert.True(await talk.Loop.IsReady());
    }

    [Fact]
    public async Task What_only_asks_is_answered_from_what_is_saved_even_when_it_waited_behind_what_could_not_be()
    {
        var rows = new RowsInTrouble(new MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows);
        await talk.StartGoals();
        var opened = new TaskCompletionSource();
        (rows.Opened, rows.Fault) = (opened.Task, StorageFault.Full);
        var first = talk.Say("ann", "Research: one");
        await Until.True(() => rows.Waiting == 1);
        var asks = talk.Say("ann", "show goals");
        var adds = talk.Say("ann", "Research: two");
        var shows = talk.Say("ann", "show G1");
        opened.SetResult();
        Assert.Equal(ReplyKind.NotSaved, (await first).Kind);
        Assert.Equal(ReplyKind.Answered, (await asks).Kind);
        Assert.Equal(ReplyKind.NotSaved, (await adds).Kind);
        Assert.Equal(ReplyKind.NotSaved, (await shows).Kind);
    }

    [Fact]
    public async Task Too_many_at_once_are_told_that_it_is_busy()
    {
        var rows = new RowsInTrouble(new MemoryRowStore(TimeProvider.System));
        await using var talk = new Talk(rows);
        await talk.StartGoals();
        var opened = new TaskCompletionSource();
        rows.Opened = opened.Task;
        var all = Enumerable.Range(0, 300).Select(i => talk.Say("ann", $"Research: goal {i}")).ToList();
        await Until.True(() => all.Count(reply => reply.IsCompleted) >= 12);
        opened.SetResult();
        var replies = await Task.WhenAll(all);
        var busy = replies.Count(reply => reply.Kind == ReplyKind.Busy);
        Assert.InRange(busy, 12, 44);
        Assert.Equal(300 - busy, replies.Count(reply => reply.Kind == ReplyKind.Answered));
        Assert.Equal(300 - busy, (await talk.Map()).Map.Count('G'));
    }
}
