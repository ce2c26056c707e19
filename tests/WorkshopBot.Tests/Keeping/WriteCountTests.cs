using WorkshopBot.Journal.Memory;

namespace WorkshopBot.Tests.Keeping;

/// <summary>What keeping messages costs the storage: two writes a post at most, and two for all edits of a round together.</summary>
public sealed class WriteCountTests : IAsyncDisposable
{
    readonly FakeTime _time = new();
    readonly RowsInTrouble _rows;
    readonly Desk _desk;

    public WriteCountTests() => _desk = new(_rows = new(new MemoryRowStore(_time)), time: _time);

    [Fact]
    public async Task Three_posts_take_six_writes_at_most_and_share_some_of_them()
    {
        await _desk.Begin();
        var writes = await Pass();
        Assert.Equal(3, _desk.Platform.All.Count);
        Assert.InRange(writes, 1, 6);
        await _desk.Shows(Toys.Root, "one");
    }

    [Fact]
    public async Task One_post_takes_two_what_is_about_to_be_sent_and_what_came_of_it()
    {
        await _desk.Begin();
        await Pass();
        await _desk.Commit(Toys.Says("one", pages: 1));
        Assert.Equal(2, await Pass());
        Assert.Single(_desk.Platform.Of(Toys.List));
    }

    [Fact]
    public async Task Edits_of_a_round_take_two_together()
    {
        await _desk.Begin();
        await Pass();
        var calls = _desk.Chat.Calls;
        await _desk.Commit(Toys.Says("two"));
        Assert.Equal(2, await Pass());
        Assert.Equal(3, _desk.Chat.Calls - calls);
        await _desk.Shows(Toys.Root, "two");
    }

    [Fact]
    public async Task A_commit_that_nobody_would_see_takes_none_until_some_have_gathered()
    {
        await _desk.Begin();
        await Pass();
        var (calls, kept, writes) = (_desk.Chat.Calls, (await _desk.Lane()).Kept, 0);
        for (var commit = 1; commit <= 40; commit++)
        {
            await _desk.Commit(Toys.Says("one"));
            writes += await Pass();
            Assert.InRange((await _desk.Journal.Head(Desk.Workshop))!.Version - (await _desk.Lane()).Kept, 0, 15);
            Assert.True(await _desk.IsTrue());
        }
        // Two lanes, the room's and the people's.
        Assert.Equal(2 * 2, writes);
        Assert.Equal(calls, _desk.Chat.Calls);
        Assert.True((await _desk.Lane()).Kept > kept);
        await _desk.Commit(Toys.Says("two"));
        Assert.False(await _desk.IsTrue());
        await Pass();
        await _desk.Shows(Toys.Root, "two");
    }

    public ValueTask DisposeAsync() => _rows.DisposeAsync();

    async Task<int> Pass()
    {
        var before = _rows.Written;
        await _desk.Pass();
        return _rows.Written - before;
    }
}
