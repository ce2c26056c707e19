namespace WorkshopBot.Journal.Tests;

/// <summary>Commits and heads, over every storage.</summary>
public abstract class JournalContract : StoreTests
{
    WorkshopJournal Journal => new(Rows);

    async Task<Head> Append(Head? expected, string data, DateTimeOffset? due = null) =>
        Assert.IsType<AppendResult.Appended>(await Journal.Append("w1", expected, Guid.NewGuid(), Bytes(data), due)).Head;

    [StoreFact]
    public async Task A_workshop_nobody_started_has_no_head_and_no_tail()
    {
        Assert.Null(await Journal.Head("w1"));
        Assert.Empty(await Journal.Tail("w1", 0));
        var loaded = await Journal.Load("w1");
        Assert.Null(loaded.Head);
        Assert.Null(loaded.Snapshot);
        Assert.Empty(loaded.Tail);
    }

    [StoreFact]
    public async Task Commits_count_from_one_and_the_head_follows_them()
    {
        var due = new DateTimeOffset(2026, 3, 3, 17, 30, 0, TimeSpan.FromHours(2));
        var first = await Append(null, "one");
        var second = await Append(first, "two", due);
        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.Equal(second, await Journal.Head("w1"));
        Assert.Equal(due, second.Due);
        Assert.Equal(["one", "two"], (await Journal.Tail("w1", 0)).Select(commit => Text(commit.Data)));
        Assert.Equal("two", Text((await Journal.Tail("w1", 1)).Single().Data));
        Assert.Equal(second.CommitId, (await Journal.Commit("w1", 2))!.Id);
        Assert.Null(await Journal.Commit("w1", 3));
        Assert.Null(await Journal.Head("w2"));
    }

    [StoreFact]
    public async Task A_long_tail_comes_whole_and_in_order()
    {
        Head? head = null;
        for (var i = 1; i <= 130; i++)
            head = await Append(head, $"{i}");
        Assert.Equal(Enumerable.Range(1, 130).Select(i => $"{i}"), (await Journal.Load("w1")).Tail.Select(commit => Text(commit.Data)));
        Assert.Equal(66, (await Journal.Tail("w1", 64)).Count);
    }

    [StoreFact]
    public async Task Of_many_who_append_at_the_same_version_exactly_one_wins()
    {
        Head? head = null;
        for (var round = 0; round < 5; round++)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await Journal.Append("w1", head, Guid.NewGuid(), Bytes($"{i}"), null))));
            head = Assert.Single(results.OfType<AppendResult.Appended>()).Head;
            Assert.Equal(7, results.OfType<AppendResult.Overtaken>().Count());
        }
        Assert.Equal(5, (await Journal.Load("w1")).Tail.Count);
    }

    [StoreFact]
    public async Task A_stale_head_is_overtaken_and_nothing_is_written()
    {
        var first = await Append(null, "one");
        await Append(first, "two");
        Assert.IsType<AppendResult.Overtaken>(await Journal.Append("w1", first, Guid.NewGuid(), Bytes("late"), null));
        Assert.IsType<AppendResult.Overtaken>(await Journal.Append("w1", null, Guid.NewGuid(), Bytes("late"), null));
        Assert.Equal(["one", "two"], (await Journal.Load("w1")).Tail.Select(commit => Text(commit.Data)));
    }

    [StoreFact]
    public async Task An_append_the_storages_client_repeated_by_itself_is_appended_once()
    {
        var troubled = new TroubledRowStore(Rows);
        var journal = new WorkshopJournal(troubled);
        troubled.Next.Enqueue(TroubledRowStore.Trouble.Repeated);
        var first = Assert.IsType<AppendResult.Appended>(await journal.Append("w1", null, Guid.NewGuid(), Bytes("one"), null)).Head;
        Assert.Equal(first, await Journal.Head("w1"));
        await Append(first, "two");
        Assert.Equal(2, (await Journal.Tail("w1", 0)).Count);
    }

    [StoreFact]
    public async Task After_a_lost_answer_the_same_append_finds_its_own_commit()
    {
        var troubled = new TroubledRowStore(Rows);
        var journal = new WorkshopJournal(troubled);
        var (lost, id) = (await Append(null, "one"), Guid.NewGuid());
        troubled.Next.Enqueue(TroubledRowStore.Trouble.LostAnswer);
        Assert.Equal(new AppendResult.Refused(StorageFault.Unreachable), await journal.Append("w1", lost, id, Bytes("two"), Time.Now));
        var head = Assert.IsType<AppendResult.Appended>(await journal.Append("w1", lost, id, Bytes("two"), Time.Now)).Head;
        Assert.Equal(head, await Journal.Head("w1"));
        Assert.Equal(2, (await Journal.Tail("w1", 0)).Count);
    }

    [StoreFact]
    public async Task A_lost_answer_others_have_appended_to_is_still_ones_own_but_its_head_is_out_of_date()
    {
        var id = Guid.NewGuid();
        var first = Assert.IsType<AppendResult.Appended>(await Journal.Append("w1", null, id, Bytes("one"), null)).Head;
        await Append(first, "two");
        var again = Assert.IsType<AppendResult.Appended>(await Journal.Append("w1", null, id, Bytes("one"), null)).Head;
        Assert.Equal((1, id), (again.Version, again.CommitId));
        Assert.IsType<AppendResult.Overtaken>(await Journal.Append("w1", again, Guid.NewGuid(), Bytes("late"), null));
    }

    [StoreFact]
    public async Task A_lost_request_changes_nothing_and_may_be_repeated()
    {
        var troubled = new TroubledRowStore(Rows);
        troubled.Next.Enqueue(TroubledRowStore.Trouble.LostRequest);
        var (journal, id) = (new WorkshopJournal(troubled), Guid.NewGuid());
        Assert.IsType<AppendResult.Refused>(await journal.Append("w1", null, id, Bytes("one"), null));
        Assert.Null(await Journal.Head("w1"));
        Assert.IsType<AppendResult.Appended>(await journal.Append("w1", null, id, Bytes("one"), null));
    }

    [StoreFact]
    public async Task The_largest_commit_is_taken_and_one_byte_more_is_a_bug()
    {
        var data = Noise(WorkshopJournal.MostCommitBytes);
        Assert.IsType<AppendResult.Appended>(await Journal.Append("w1", null, Guid.NewGuid(), data, null));
        Assert.True((await Journal.Commit("w1", 1))!.Data.Span.SequenceEqual(data));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Journal.Append("w1", null, Guid.NewGuid(), new byte[data.Length + 1], null));
    }

    [StoreFact]
    public async Task A_missing_commit_is_never_passed_over_in_silence()
    {
        Head? head = null;
        for (var i = 1; i <= 3; i++)
            head = await Append(head, $"{i}");
        var row = (await Rows.Get("w-w1", "c-0000000002"))!;
        await Rows.Write("w-w1", [new RowChange.Delete(row.Key, row.ETag)]);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Journal.Load("w1"));
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Journal.Tail("w1", 1));
        Assert.Single(await Journal.Tail("w1", 2));
    }

    [StoreFact]
    public async Task The_head_stays_small_and_a_commit_is_two_rows()
    {
        var head = await Append(null, new string('x', 10_000), Time.Now);
        await Append(head, "two");
        Assert.Equal(["c-0000000001", "c-0000000002", "head"], await Keys("w-w1"));
        Assert.True((await Rows.Get("w-w1", "head"))!.Data.Length < 200);
    }
}
