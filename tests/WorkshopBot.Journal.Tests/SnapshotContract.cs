namespace WorkshopBot.Journal.Tests;

/// <summary>Snapshots, over every storage: always disposable, whatever becomes of their rows.</summary>
public abstract class SnapshotContract : StoreTests
{
    const string Partition = "w-w1";

    WorkshopJournal Journal => new(Rows);

    async Task Commits(int count)
    {
        var head = await Journal.Head("w1");
        for (var i = 0; i < count; i++)
            head = Assert.IsType<AppendResult.Appended>(await Journal.Append("w1", head, Guid.NewGuid(), Bytes("event"), null)).Head;
    }

    async Task Loads(long snapshot, ReadOnlyMemory<byte>? state, int tail)
    {
        var loaded = await Journal.Load("w1");
        Assert.Equal((snapshot, tail), (loaded.SnapshotVersion, loaded.Tail.Count));
        Assert.Equal(state is null, loaded.Snapshot is null);
        if (state is { } bytes)
            Assert.True(loaded.Snapshot!.Value.Span.SequenceEqual(bytes.Span));
        Assert.Equal(Enumerable.Range((int)snapshot + 1, tail), loaded.Tail.Select(commit => (int)commit.Version));
    }

    async Task Delete(string key)
    {
        if (await Rows.Get(Partition, key) is { } row)
            Assert.IsType<WriteResult.Written>(await Rows.Write(Partition, [new RowChange.Delete(key, row.ETag)]));
    }

    [StoreFact]
    public async Task A_snapshot_shortens_the_tail()
    {
        await Commits(3);
        Assert.Null(await Journal.SaveSnapshot("w1", 2, Bytes("state at two")));
        await Loads(2, Bytes("state at two"), 1);
        await Commits(1);
        await Loads(2, Bytes("state at two"), 2);
    }

    [StoreFact]
    public async Task A_snapshot_of_several_parts_comes_back_whole_and_the_parts_before_it_go()
    {
        var (first, second) = (Noise(2_000_000), Noise(1_000_000, seed: 2));
        await Commits(2);
        await Journal.SaveSnapshot("w1", 1, first);
        await Loads(1, first, 1);
        Assert.Equal(3, (await Keys(Partition)).Count(key => key.StartsWith("s-", StringComparison.Ordinal)));
        await Journal.SaveSnapshot("w1", 2, second);
        await Loads(2, second, 0);
        Assert.Equal(["s-0000000002-000", "s-0000000002-001", "snap"], (await Keys(Partition)).Where(key => key[0] == 's'));
    }

    [StoreFact]
    public async Task An_empty_state_is_a_state()
    {
        await Commits(1);
        await Journal.SaveSnapshot("w1", 1, default);
        await Loads(1, Bytes(""), 0);
    }

    [StoreFact]
    public async Task An_older_snapshot_never_takes_the_place_of_a_newer_one()
    {
        await Commits(3);
        await Journal.SaveSnapshot("w1", 3, Bytes("three"));
        Assert.Null(await Journal.SaveSnapshot("w1", 2, Bytes("two")));
        await Loads(3, Bytes("three"), 0);
        Assert.DoesNotContain("s-0000000002-000", await Keys(Partition));
    }

    [StoreFact]
    public async Task Of_two_saved_at_once_the_newer_one_stays()
    {
        await Commits(8);
        await Task.WhenAll(Enumerable.Range(1, 8).Select(version => Task.Run(async () => await Journal.SaveSnapshot("w1", version, Bytes($"state {version}")))));
        await Loads(8, Bytes("state 8"), 0);
    }

    [StoreTheory]
    [InlineData("snap")]
    [InlineData("s-0000000002-000")]
    [InlineData("s-0000000002-001")]
    public async Task Any_snapshot_row_may_be_lost(string key)
    {
        await Commits(3);
        await Journal.SaveSnapshot("w1", 2, Noise(1_000_000));
        await Delete(key);
        await Loads(0, null, 3);
        await Journal.SaveSnapshot("w1", 3, Bytes("three"));
        await Loads(3, Bytes("three"), 0);
    }

    [StoreTheory]
    [InlineData("snap", "not even JSON")]
    [InlineData("snap", "{}")]
    [InlineData("snap", """{"version":2,"parts":1,"bytes":9,"hash":"00"}""")]
    [InlineData("snap", """{"version":9,"parts":1,"bytes":9,"hash":"00"}""")]
    [InlineData("s-0000000002-000", "scribble")]
    [InlineData("s-0000000002-000", "")]
    public async Task Any_snapshot_row_may_be_damaged(string key, string data)
    {
        await Commits(3);
        await Journal.SaveSnapshot("w1", 2, Bytes("state at two"));
        await Rows.Write(Partition, [new RowChange.Put(key, Bytes(data))]);
        await Loads(0, null, 3);
    }

    [StoreFact]
    public async Task A_whole_part_of_another_snapshot_is_damage_too()
    {
        await Commits(2);
        await Journal.SaveSnapshot("w1", 1, Bytes("state one"));
        var part = (await Rows.Get(Partition, "s-0000000001-000"))!.Data;
        await Journal.SaveSnapshot("w1", 2, Bytes("state two"));
        await Rows.Write(Partition, [new RowChange.Put("s-0000000002-000", part)]);
        await Loads(0, null, 2);
    }

    [StoreFact]
    public async Task A_crash_between_any_two_writes_leaves_what_can_be_loaded_and_the_next_snapshot_sweeps_up()
    {
        var (before, after) = (Noise(1_000_000), Noise(2_000_000, seed: 2));
        await Commits(4);
        for (var writes = 0; writes <= 6; writes++)
        {
            await Delete("snap");
            await Journal.SaveSnapshot("w1", 2, before);
            await new WorkshopJournal(new TroubledRowStore(Rows) { DiesAfter = writes }).SaveSnapshot("w1", 3, after);
            // Three parts, then the pointer, then the old parts go.
            if (writes <= 3)
                await Loads(2, before, 2);
            else
                await Loads(3, after, 1);
        }
        await Journal.SaveSnapshot("w1", 4, Bytes("four"));
        Assert.Equal(["s-0000000004-000", "snap"], (await Keys(Partition)).Where(key => key[0] == 's'));
    }

    [StoreTheory]
    [InlineData(TroubledRowStore.Trouble.LostAnswer)]
    [InlineData(TroubledRowStore.Trouble.Repeated)]
    public async Task A_snapshot_any_of_whose_answers_was_lost_can_be_loaded_and_is_saved_when_it_is_tried_again(TroubledRowStore.Trouble trouble)
    {
        await Commits(3);
        for (var write = 0; write < 4; write++)
        {
            var state = Noise(1_000_000, seed: write);
            await Delete("snap");
            await Journal.SaveSnapshot("w1", 1, Bytes("one"));
            var troubled = new TroubledRowStore(Rows);
            for (var i = 0; i < write; i++)
                troubled.Next.Enqueue(TroubledRowStore.Trouble.None);
            troubled.Next.Enqueue(trouble);
            // Two parts, the pointer, and the older part that goes.
            if (await new WorkshopJournal(troubled).SaveSnapshot("w1", 2, state) is not null)
                Assert.Null(await new WorkshopJournal(troubled).SaveSnapshot("w1", 2, state));
            await Loads(2, state, 1);
        }
    }

    [StoreFact]
    public async Task A_snapshot_the_storage_does_not_take_says_why_and_harms_nothing()
    {
        await Commits(2);
        await Journal.SaveSnapshot("w1", 1, Bytes("one"));
        Assert.Equal(StorageFault.Unreachable, await new WorkshopJournal(new TroubledRowStore(Rows) { DiesAfter = 0 }).SaveSnapshot("w1", 2, Bytes("two")));
        await Loads(1, Bytes("one"), 1);
    }

    [StoreTheory]
    [InlineData(65_535, 0, false)]
    [InlineData(65_536, 0, true)]
    [InlineData(65_536, 131_072, true)]
    [InlineData(65_536, 200_000, false)]
    [InlineData(100_000, 200_000, true)]
    [InlineData(3_000_000_000, 6_000_000_000, true)]
    public void A_snapshot_is_due_when_the_tail_is_half_of_the_last_one_but_not_for_little(long tail, long last, bool due) =>
        Assert.Equal(due, WorkshopJournal.SnapshotDue(tail, last));
}
