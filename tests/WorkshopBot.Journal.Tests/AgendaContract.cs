namespace WorkshopBot.Journal.Tests;

/// <summary>Looks, over every storage, with nodes whose clocks may differ from the storage's.</summary>
public abstract class AgendaContract : StoreTests
{
    static readonly AgendaTimes Times = new();

    readonly int _shard = Agenda.ShardOf("w1");

    Agenda Node(TimeProvider? clock = null) => new(Rows, clock ?? Time, Times);

    Task<IReadOnlyList<Look>> Due(Agenda node, TimeProvider? clock = null) => node.Due(_shard, (clock ?? Time).GetUtcNow()).AsTask();

    [StoreFact]
    public async Task A_look_comes_due_in_its_time_is_taken_and_is_gone()
    {
        var node = Node();
        Assert.Null(await node.Ensure("w1"));
        Assert.Empty(await Due(node));
        Time.Now += Times.Ahead + TimeSpan.FromSeconds(1);
        var look = Assert.Single(await Due(node));
        Assert.Equal("w1", look.Workshop);
        Assert.True(await node.Done((await node.Claim(look))!));
        Assert.Empty(await Keys($"agenda-{_shard:D2}"));
    }

    [StoreFact]
    public async Task A_look_well_ahead_serves_many_commits_with_one_write()
    {
        var rows = new TroubledRowStore(Rows);
        var node = new Agenda(rows, Time, Times);
        for (var i = 0; i < 40; i++, Time.Now += TimeSpan.FromSeconds(1))
            Assert.Null(await node.Ensure("w1"));
        Assert.Equal(1, rows.Written);
        Time.Now += TimeSpan.FromSeconds(10);       // now it lies nearer than the margin
        await node.Ensure("w1");
        Assert.Equal(2, rows.Written);
        Assert.Equal(2, (await Keys($"agenda-{_shard:D2}")).Count);
    }

    [StoreFact]
    public async Task A_look_at_an_hour_comes_at_that_hour()
    {
        var (node, at) = (Node(), Time.Now.AddDays(3));
        await node.Ensure("w1", at);
        await node.Ensure("w1", at);
        Time.Now = at.AddSeconds(-1);
        Assert.Empty(await Due(node));
        Time.Now = at.AddSeconds(1);
        Assert.Equal(at, Assert.Single(await Due(node)).At);
    }

    [StoreFact]
    public async Task A_look_that_cannot_be_set_says_so_and_is_not_taken_for_set()
    {
        var rows = new TroubledRowStore(Rows);
        var node = new Agenda(rows, Time, Times);
        rows.Next.Enqueue(TroubledRowStore.Trouble.LostRequest);
        Assert.Equal(StorageFault.Unreachable, await node.Ensure("w1"));
        Assert.Null(await node.Ensure("w1"));
        Assert.Equal(1, rows.Written);
    }

    [StoreFact]
    public async Task A_look_whose_answers_were_lost_is_taken_after_the_lease_and_goes()
    {
        var rows = new TroubledRowStore(Rows);
        var (node, at) = (new Agenda(rows, Time, Times), Time.Now.AddMinutes(1));
        rows.Next.Enqueue(TroubledRowStore.Trouble.LostAnswer);
        Assert.NotNull(await node.Ensure("w1", at));
        Assert.Null(await node.Ensure("w1", at));
        Assert.Single(await Keys($"agenda-{_shard:D2}"));
        Time.Now += TimeSpan.FromMinutes(3);
        rows.Next.Enqueue(TroubledRowStore.Trouble.LostAnswer);
        Assert.Null(await node.Claim(Assert.Single(await Due(node))));
        // Nobody knows who has it, so it waits until that is over.
        Assert.Empty(await Due(node));
        Time.Now += Times.Lease;
        var taken = (await node.Claim(Assert.Single(await Due(node))))!;
        rows.Next.Enqueue(TroubledRowStore.Trouble.LostAnswer);
        Assert.False(await node.Done(taken));
        Assert.True(await node.Done(taken));
        Assert.Empty(await Keys($"agenda-{_shard:D2}"));
    }

    [StoreFact]
    public async Task Of_many_nodes_one_takes_a_look()
    {
        await Node().Ensure("w1");
        Time.Now += TimeSpan.FromMinutes(3);
        var look = Assert.Single(await Due(Node()));
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Node().Claim(look))));
        Assert.Single(claims, claim => claim is not null);
        Assert.Empty(await Due(Node()));
    }

    [StoreFact]
    public async Task When_its_taker_crashes_another_takes_it_after_the_lease()
    {
        var (crashing, other) = (Node(), Node());
        await crashing.Ensure("w1");
        Time.Now += TimeSpan.FromMinutes(3);
        var lost = (await crashing.Claim(Assert.Single(await Due(crashing))))!;
        Time.Now += Times.Lease - TimeSpan.FromSeconds(1);
        Assert.Empty(await Due(other));
        Time.Now += TimeSpan.FromSeconds(1);
        var taken = (await other.Claim(Assert.Single(await Due(other))))!;
        // The first one was only slow, it turns out; its "done" takes nothing from the other.
        Assert.False(await crashing.Done(lost));
        Assert.True(await other.Done(taken));
        Assert.True(await other.Done(taken));
    }

    [StoreFact]
    public async Task A_young_look_is_kept_for_another_when_the_commit_it_serves_may_still_come()
    {
        var node = Node();
        await node.Ensure("w1", Time.Now);
        Time.Now += TimeSpan.FromSeconds(1);
        Assert.False(await node.Done((await node.Claim(Assert.Single(await Due(node))))!));
        Assert.Empty(await Due(node));
        Time.Now += Times.Margin;
        Assert.True(await node.Done((await node.Claim(Assert.Single(await Due(node))))!));
    }

    [StoreTheory]
    [InlineData(-300, 0)]
    [InlineData(-300, 300)]
    [InlineData(0, 300)]
    public async Task No_wrong_clock_lets_a_look_be_forgotten_before_its_commit(int committer, int looker)
    {
        var (slow, fast) = (new ManualTime { Now = Time.Now.AddSeconds(committer) }, new ManualTime { Now = Time.Now.AddSeconds(looker) });
        await Node(slow).Ensure("w1");
        // The commit is under way for up to the margin; a node whose clock is ahead looks at once, again and again.
        for (var second = 0; second < Times.Margin.TotalSeconds; second += 5)
        {
            foreach (var look in await Due(Node(fast), fast))
                if (await Node(fast).Claim(look) is { } claimed)
                    Assert.False(await Node(fast).Done(claimed));
            foreach (var clock in (ManualTime[])[Time, slow, fast])
                clock.Now += TimeSpan.FromSeconds(5);
        }
        // It crashed: somebody looks, and only then the row may go.
        foreach (var clock in (ManualTime[])[Time, slow, fast])
            clock.Now += TimeSpan.FromMinutes(10);
        var late = (await Node(fast).Claim(Assert.Single(await Due(Node(fast), fast))))!;
        Assert.True(await Node(fast).Done(late));
    }

    [StoreFact]
    public async Task A_look_renewed_while_it_is_taken_stays()
    {
        var (node, at) = (Node(), Time.Now.AddMinutes(2));
        await node.Ensure("w1", at);
        Time.Now = at.AddSeconds(1);
        var taken = (await node.Claim(Assert.Single(await Due(node))))!;
        await Node().Ensure("w1", at);
        Assert.False(await node.Done(taken));
        Assert.Single(await Due(node));
    }

    [StoreFact]
    public async Task Looks_others_have_do_not_hide_the_ones_behind_them()
    {
        var node = Node();
        for (var i = 0; i < 60; i++)
            await node.Ensure("w1", Time.Now.AddSeconds(i));
        Time.Now += TimeSpan.FromMinutes(5);
        var first = await Due(node);
        Assert.Equal(50, first.Count);
        foreach (var look in first)
            await Node().Claim(look);
        Assert.Equal(10, (await Due(node)).Count);
    }

    [StoreFact]
    public async Task A_damaged_look_keeps_nobody_from_those_beside_it()
    {
        var (node, shard) = (Node(), $"agenda-{_shard:D2}");
        foreach (var (key, data) in ((string, string)[])[("0000000000000000001-w1", "nonsense"), ("0000000000000000002-w1", "{}"), ("0000000000000000003-w1", """{"workshop":"w/1"}"""), ("0-w1", """{"workshop":"w1"}"""), ("000000000000000000x-w1", """{"workshop":"w1"}""")])
            await Rows.Write(shard, [new RowChange.Insert(key, Bytes(data))]);
        await node.Ensure("w1", Time.Now.AddMinutes(1));
        Time.Now += TimeSpan.FromMinutes(5);
        Assert.True(await node.Done((await node.Claim(Assert.Single(await Due(node))))!));
        // They are left for whoever checks the storage.
        Assert.Equal(5, (await Keys(shard)).Count);
    }

    [StoreFact]
    public async Task Every_workshop_has_its_shard_on_every_node()
    {
        Assert.Equal(16, Enumerable.Range(0, 1000).Select(i => Agenda.ShardOf($"w{i}")).Distinct().Count());
        Assert.Equal(0, Agenda.ShardOf("w1"));
        await Node().Ensure("w2");
        Assert.Single(await Keys($"agenda-{Agenda.ShardOf("w2"):D2}"));
    }

    [StoreFact]
    public void What_a_node_remembers_of_its_looks_is_bounded()
    {
        var known = new KnownLooks();
        for (var i = 0; i < 3 * KnownLooks.Most; i++)
            known.Remember($"w{i}", null, Time.Now.AddSeconds(100), Time.Now);
        Assert.InRange(known.Count, 1, KnownLooks.Most);
        Assert.True(known.Has($"w{3 * KnownLooks.Most - 1}", null, Time.Now));
    }
}
