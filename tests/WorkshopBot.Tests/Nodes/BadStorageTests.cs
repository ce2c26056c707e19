using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Tests.Keeping;
using WorkshopBot.Tests.Turns;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Nodes;

/// <summary>A storage of several nodes that fails one of them.</summary>
public sealed class BadStorageTests
{
    readonly FakeTime _time = new();

    [Fact]
    public async Task What_was_saved_without_the_one_hearing_of_it_is_done_for_the_other_and_for_itself()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        var rows = new RowsInTrouble(talk.Rows);
        await using var one = Loop(rows, TimeProvider.System);
        await one.Deliver(talk.Turn("bob", "show goals"));
        await using var other = Loop(talk.Rows, TimeProvider.System);
        rows.LosesAnswers = true;
        var turn = talk.Turn("ann", "Research: compare prices");
        Assert.Equal(ReplyKind.NotSaved, (await one.Deliver(turn)).Kind);
        var again = await other.Deliver(turn);
        Assert.Equal(ReplyKind.Answered, again.Kind);
        Assert.Contains("G1", again.Text, StringComparison.Ordinal);
        rows.LosesAnswers = false;
        Assert.Equal(again.Text, (await one.Deliver(turn)).Text);
        Assert.Equal(1, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_is_waited_for_two_and_a_half_seconds_and_serves_again_afterwards()
    {
        var rows = new GatedRows(new MemoryRowStore(_time));
        await using var loop = Loop(rows, _time);
        Assert.Equal(ReplyKind.Answered, (await loop.Deliver(Turn("one", "start Bikes"))).Kind);
        var gate = new TaskCompletionSource();
        rows.Open = gate.Task;
        foreach (var text in (string[])["why: to sell more", "show map"])
        {
            var reply = loop.Deliver(Turn(text, text));
            await Until.True(() => _time.Waiting > 0);
            _time.Advance(TimeSpan.FromSeconds(2.4));
            Assert.False(reply.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(0.2));
            Assert.Equal(ReplyKind.NotSaved, (await reply.WaitAsync(Until.Bound)).Kind);
        }
        var ready = loop.IsReady();
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.False(await ready.WaitAsync(Until.Bound));
        gate.SetResult();
        Assert.True(await loop.IsReady());
        await Until.True(async () => (await loop.Deliver(Turn("again", "why: to sell more"))).Kind == ReplyKind.Answered);
    }

    [Fact]
    public async Task A_storage_that_gives_back_what_nobody_wrote_is_not_ready_and_serves_again_afterwards()
    {
        var rows = new GatedRows(new MemoryRowStore(_time));
        await using var loop = Loop(rows, _time);
        await loop.Deliver(Turn("one", "start Bikes"));
        rows.Garbage = "<html>"u8.ToArray();
        foreach (var text in (string[])["why: to sell more", "show map", "start Cars"])
            Assert.True((await loop.Deliver(Turn(text, text)).WaitAsync(Until.Bound)).Kind is ReplyKind.Failed or ReplyKind.NotSaved);
        Assert.False(await loop.IsReady());
        rows.Garbage = null;
        Assert.True(await loop.IsReady());
        Assert.Equal(ReplyKind.Answered, (await loop.Deliver(Turn("again", "why: to sell more"))).Kind);
    }

    [Fact]
    public async Task A_storage_that_takes_nothing_is_not_ready_until_it_does_again()
    {
        var rows = new RowsInTrouble(new MemoryRowStore(_time));
        await using var loop = Loop(rows, _time);
        await loop.Deliver(Turn("one", "start Bikes"));
        rows.Fault = StorageFault.ReadOnly;
        Assert.True(await loop.IsReady());
        Assert.Equal(ReplyKind.NotSaved, (await loop.Deliver(Turn("two", "why: to sell more"))).Kind);
        Assert.False(await loop.IsReady());
        rows.Fault = null;
        Assert.True(await loop.IsReady());
        var written = rows.Written;
        Assert.True(await loop.IsReady());
        Assert.Equal(written, rows.Written);
    }

    static TurnLoop Loop(IRowStore rows, TimeProvider time) => new(rows, Playbook.Standard, new([new JsonExport()]), time, () => "m-1", new RecordedLog());

    static Channels.Turn Turn(string id, string text) => new(id, new("web:local:ann", "ann", "UTC", "en"), new("web:local:r", "r"), text, false);
}
