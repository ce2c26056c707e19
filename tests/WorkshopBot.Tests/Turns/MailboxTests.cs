using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Turns;

/// <summary>Who waits at a mailbox is served, whatever went wrong before.</summary>
public sealed class MailboxTests
{
    readonly StumblingTime _time = new();
    readonly Equipment _equipment;

    public MailboxTests()
    {
        var journal = new WorkshopJournal(new MemoryRowStore(_time));
        _equipment = new(journal, new(journal, Playbook.Standard), new(NullLogger.Instance), _time, NullLogger.Instance) { Alone = true };
    }

    [Fact]
    public void Who_comes_to_look_after_nobody_did_is_not_among_them()
    {
        var box = new Mailbox("m-1", _equipment);
        var before = box.Lookers();
        box.Looking.Add(new());
        Assert.Empty(before);
        Assert.Single(box.Lookers());
    }

    [Fact]
    public async Task After_a_fault_the_next_are_served()
    {
        var boxes = new Mailboxes(_equipment, 1 << 20);
        var first = Turn("t-1");
        _time.Stumbles = true;
        Assert.True(boxes.Post(first));
        Assert.Equal(ReplyKind.Failed, Assert.IsType<Outcome.Missed>(await first.Outcome.WaitAsync(Until.Bound)).Kind);
        await _equipment.Background.Finish();
        _time.Stumbles = false;
        var second = Turn("t-2");
        Assert.True(boxes.Post(second));
        Assert.IsType<Outcome.Said>(await second.Outcome.WaitAsync(Until.Bound));
    }

    static Pending Turn(string id) => new(new(id, new("web:local:ann", "ann", "UTC", "en"), new("web:local:r", "r"), "start Bikes", false), "m-1", [], TimeProvider.System.GetTimestamp(), refused: false);

    /// <summary>A clock that may fail.</summary>
    sealed class StumblingTime : TimeProvider
    {
        public bool Stumbles { get; set; }

        public override long GetTimestamp() => Stumbles ? throw new InvalidOperationException() : base.GetTimestamp();
    }
}
