using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Keeping;

namespace WorkshopBot.Tests.Keeping;

/// <summary>What was written and nobody heard of, and what was done and is not written yet.</summary>
public sealed class LostAnswerTests : IAsyncDisposable
{
    readonly DeafRows _rows = new(new MemoryRowStore(TimeProvider.System));

    public ValueTask DisposeAsync() => _rows.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(false, true)]
    public async Task An_intent_whose_answer_is_lost_is_found_or_written_again_and_its_message_goes_out_once(params bool[] arrives)
    {
        var desk = new Desk(_rows, finds: false);
        await desk.Begin();
        foreach (var one in arrives)
            _rows.Lost.Enqueue(one);
        await desk.Pass();
        Assert.Equal(3, desk.Platform.All.Count);
        await desk.Shows(Toys.Root, "one");
        await using var keeper = new Keeper(desk.Kit);
        Assert.Empty(await keeper.Unsure(Desk.Workshop));
        Assert.Null((await desk.Lane()).Holder);
    }

    [Fact]
    public async Task A_lane_that_cannot_be_taken_is_left_and_nothing_goes_out()
    {
        var desk = new Desk(_rows, finds: false);
        await desk.Begin();
        _rows.Lost.Enqueue(false);
        _rows.Lost.Enqueue(false);
        Assert.NotNull((await desk.Pass()).Due);
        Assert.Equal(0, desk.Chat.Calls);
        await desk.Pass();
        await desk.Shows(Toys.Root, "one");
    }

    [Fact]
    public async Task What_was_posted_is_written_before_anything_else_is_edited()
    {
        var inner = $"{Toys.Inner}:kickoff";
        var desk = new Desk(_rows);
        await desk.Begin();
        await desk.Pass();
        desk.Platform.The(inner).Deleted = true;
        await desk.Commit(Toys.Says("two"));
        var phases = new List<MessagePhase>();
        desk.Chat.Rule = _ =>
        {
            phases.Add(desk.Row(inner).GetAwaiter().GetResult()!.Phase);
            return Chat.Trouble.None;
        };
        await desk.Pass();
        // The root is edited, the other found missing and posted anew, and then the last edited.
        Assert.Equal([MessagePhase.Up, MessagePhase.Up, MessagePhase.Posting, MessagePhase.Up], phases);
    }

    /// <summary>Rows of which some writes of messages are not answered: they were made, or were not.</summary>
    sealed class DeafRows(IRowStore inner) : IRowStore
    {
        /// <summary>Whether what is not answered next is made all the same.</summary>
        public Queue<bool> Lost { get; } = [];

        public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default) => inner.Get(partition, key, ct);

        public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default) => inner.Range(partition, from, before, most, ct);

        public async ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
        {
            if (!changes.Any(change => change.Key.StartsWith("m-", StringComparison.Ordinal)) || !Lost.TryDequeue(out var arrives))
                return await inner.Write(partition, changes, ct);
            if (arrives)
                await inner.Write(partition, changes, ct);
            return new WriteResult.Unavailable(StorageFault.Unreachable);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
