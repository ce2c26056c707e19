using WorkshopBot.Journal;
using WorkshopBot.Keeping;

namespace WorkshopBot.Tests.Keeping;

/// <summary>Given lanes that lag behind the workshop because nothing in them reads differently: what a node remembers of them.</summary>
public sealed class IdleLanesTests
{
    static readonly FoundLane Found = new(new LaneRow("toy:t:r") { Kept = 7 }, "a");

    readonly IdleLanes _idle = new(most: 3);

    [Fact]
    public void A_lane_nobody_looked_at_is_as_far_as_is_written() => Assert.Equal(7, _idle.Since("w", Found));

    [Fact]
    public void One_that_was_looked_at_is_as_far_as_was_seen()
    {
        _idle.Saw("w", Found, 9);
        _idle.Saw("w", Found, 12);
        Assert.Equal(12, _idle.Since("w", Found));
        Assert.Equal(7, _idle.Since("other", Found));
        Assert.Equal(7, _idle.Since("w", Found with { Lane = Found.Lane with { Room = "toy:t:other" } }));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(0)]
    [InlineData(20)]
    public void What_was_seen_holds_no_more_once_somebody_has_written_the_lane(long kept)
    {
        _idle.Saw("w", Found, 12);
        Assert.Equal(kept, _idle.Since("w", new(Found.Lane with { Kept = kept }, "b")));
    }

    [Fact]
    public void However_many_there_are_only_some_are_remembered()
    {
        for (var i = 0; i < 100; i++)
            _idle.Saw($"w{i}", Found, 9);
        Assert.InRange(Enumerable.Range(0, 100).Count(i => _idle.Since($"w{i}", Found) == 9), 1, 3);
    }

    [Fact]
    public async Task A_message_that_another_node_changed_meanwhile_is_changed_back_by_one_that_saw_the_lane_idle()
    {
        var desk = new Desk();
        await desk.Begin();
        await desk.Pass();
        await desk.Commit(Toys.Says("one"));
        await desk.Pass();
        var other = desk.Another();
        await desk.Commit(Toys.Says("two"));
        await other.Pass();
        await desk.Commit(Toys.Says("one"));
        await desk.Pass();
        await desk.Shows(Toys.Root, "one");
    }
}
