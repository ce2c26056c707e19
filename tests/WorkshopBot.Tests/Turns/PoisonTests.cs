using WorkshopBot.Journal.Memory;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Turns;

/// <summary>A turn that meets a bug of ours is dropped alone.</summary>
public sealed class PoisonTests
{
    [Fact]
    public async Task One_poisonous_turn_in_a_batch_of_32_takes_no_other_with_it()
    {
        var rows = new RowsInTrouble(new MemoryRowStore(TimeProvider.System));
        var log = new RecordedLog();
        await using var talk = new Talk(rows, PoisonousStep.Playbook, log: log);
        await talk.Takes("ann", "start Bikes");
        await talk.Takes("ann", "park the first idea");
        var opened = new TaskCompletionSource();
        rows.Opened = opened.Task;
        // The first is on its way to the storage; the 32 wait for it together.
        var first = talk.Say("ann", "park an idea before");
        await Until.True(() => rows.Waiting == 1);
        var before = rows.Written;
        var batch = Enumerable.Range(0, 32).Select(i => talk.Say("ann", i == 17 ? "why: " + PoisonousStep.Poison : $"park idea {i}")).ToList();
        opened.SetResult();
        var replies = await Task.WhenAll(batch);
        Assert.Equal(ReplyKind.Failed, replies[17].Kind);
        Assert.DoesNotContain("Exception", replies[17].Text, StringComparison.Ordinal);
        Assert.All(replies.Where((_, i) => i != 17), reply => Assert.Equal(ReplyKind.Answered, reply.Kind));
        Assert.Equal(2, rows.Written - before);
        Assert.Equal(33, (await talk.Map()).Map.Count('K'));
        await first;

        await talk.Restart();
        Assert.Equal(33, (await talk.Map()).Map.Count('K'));
        Assert.Null((await talk.Map()).Frame.Purpose);
        Assert.Contains(log.Lines, line => line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(PoisonousStep.Poison, StringComparison.Ordinal));
    }
}
