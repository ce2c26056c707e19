using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Journal;
using WorkshopBot.Keeping;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Tests.Nodes;

/// <summary>Three nodes on one agenda whose clocks are not the same. The storage has its own.</summary>
public sealed class ClockTests
{
    static readonly TimeSpan Visit = TimeSpan.FromSeconds(5);

    // A turn's patience, and what the storage may take after that.
    static readonly TimeSpan LongestCommit = TimeSpan.FromSeconds(30);

    static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(45);

    readonly FakeTime _time = new();

    /// <summary>Whoever sets a look, and however long the commit takes it is set for: somebody looks after the commit, even five minutes apart and with nothing corrected.</summary>
    [Theory]
    [InlineData(-300)]
    [InlineData(0)]
    [InlineData(300)]
    public async Task No_look_is_lost_whichever_clock_is_how_wrong(int wrong)
    {
        foreach (var known in (int[])[0, 20, 44])
        {
            var rows = new Journal.Memory.MemoryRowStore(_time);
            var workshop = $"w-{known}";
            var (setter, nodes) = (Of(rows, wrong), new[] { -300, 0, 300 }.Select(one => (Agenda: Of(rows, one), Clock: Clock(one))).ToList());
            var looked = new List<DateTimeOffset>();
            Assert.Null(await setter.Ensure(workshop));
            // A second commit trusts the look of the first for as long as it may.
            await Pass(TimeSpan.FromSeconds(known));
            Assert.Null(await setter.Ensure(workshop));
            await Pass(LongestCommit);
            var committed = _time.GetUtcNow();
            await Pass(TimeSpan.FromMinutes(10));
            Assert.Contains(looked, at => at >= committed);
            for (var shard = 0; shard < Agenda.Shards; shard++)
                Assert.Empty(await nodes[1].Agenda.Due(shard, _time.GetUtcNow() + TimeSpan.FromHours(1)));

            async Task Pass(TimeSpan span)
            {
                for (var end = _time.GetUtcNow() + span; _time.GetUtcNow() < end; _time.Advance(Min(Visit, end - _time.GetUtcNow())))
                    foreach (var (agenda, clock) in nodes)
                        foreach (var look in await agenda.Due(Agenda.ShardOf(workshop), clock.GetUtcNow()))
                            if (await agenda.Claim(look) is { } claimed)
                            {
                                looked.Add(_time.GetUtcNow());
                                await agenda.Done(claimed);
                            }
            }
        }
    }

    [Fact]
    public async Task With_clocks_that_are_right_within_a_second_or_two_nobody_has_what_another_has_and_what_lapsed_is_taken_over()
    {
        var held = await Hold(-2, 0, 2);
        Assert.True(held.Select(one => one.Node).Distinct().Count() >= 2, "Nobody took over.");
        Assert.Empty(Overlaps(held));
        // Somebody has it nearly all of the time.
        Assert.True(held.Count >= 7, $"{held.Count}");
    }

    [Fact]
    public async Task With_clocks_that_are_minutes_apart_two_may_have_the_same_look_which_is_why_they_are_corrected() =>
        Assert.NotEmpty(Overlaps(await Hold(-300, 0, 300)));

    [Fact]
    public async Task What_a_node_has_that_goes_others_can_take_at_once()
    {
        var desk = new Desk(time: _time);
        await using var keeper = new Keeper(desk.Kit);
        Assert.Null(await desk.Agenda.Ensure(Desk.Workshop));
        _time.Advance(TimeSpan.FromMinutes(10));
        var worker = new AgendaWorker(desk.Agenda, keeper, (_, _) => throw new StorageUnavailableException(StorageFault.Busy, "not now"), _time, NullLogger.Instance);
        await worker.Visit(first: false, default);
        Assert.Empty(await desk.Agenda.Due(Agenda.ShardOf(Desk.Workshop), _time.GetUtcNow()));
        await worker.DisposeAsync();
        Assert.Single(await desk.Agenda.Due(Agenda.ShardOf(Desk.Workshop), _time.GetUtcNow()));
    }

    // Ten minutes of a look that takes for ever. The clock goes on when everybody has done what they can: they are through, or have a look that they may still have.
    async Task<List<Held>> Hold(params int[] clocks)
    {
        var desk = new Desk(time: _time);
        await using var keeper = new Keeper(desk.Kit);
        Assert.Null(await desk.Agenda.Ensure(Desk.Workshop));
        _time.Advance(TimeSpan.FromMinutes(10));
        var held = new List<Held>();
        var since = new ConcurrentDictionary<int, DateTimeOffset>();
        var workers = clocks.Select((clock, node) => new AgendaWorker(Of(desk.Rows, clock), keeper, (_, ct) => Sweep(node, ct), Clock(clock), NullLogger.Instance)).ToList();
        var visits = workers.Select(_ => Task.CompletedTask).ToArray();
        for (var end = _time.GetUtcNow() + TimeSpan.FromMinutes(10); _time.GetUtcNow() < end; _time.Advance(Visit))
        {
            await Settled();
            for (var node = 0; node < workers.Count; node++)
                // Who has had it three times is gone.
                if (visits[node].IsCompleted && held.Count(one => one.Node == node) < 3)
                {
                    await visits[node];
                    visits[node] = workers[node].Visit(first: false, default);
                    await Settled();
                }
        }
        foreach (var visit in visits)
        {
            _time.Advance(TimeSpan.FromMinutes(2));
            await visit.WaitAsync(Until.Bound);
        }
        return held;

        Task Settled() => Until.True(() => Enumerable.Range(0, workers.Count).All(node => visits[node].IsCompleted || (since.TryGetValue(node, out var from) && _time.GetUtcNow() - from < LongestLook)));

        async Task Sweep(int node, CancellationToken ct)
        {
            since[node] = _time.GetUtcNow();
            try
            {
                await Task.Delay(TimeSpan.FromHours(1), _time, ct);
            }
            finally
            {
                since.TryRemove(node, out var from);
                lock (held)
                    held.Add(new(node, from, _time.GetUtcNow()));
            }
        }
    }

    static IEnumerable<(Held, Held)> Overlaps(IReadOnlyList<Held> held) =>
        held.SelectMany((one, i) => held.Skip(i + 1).Where(other => one.From < other.To && other.From < one.To).Select(other => (one, other)));

    OffsetTime Clock(int wrong) => new(_time, TimeSpan.FromSeconds(wrong));

    Agenda Of(IRowStore rows, int wrong) => new(rows, Clock(wrong), new());

    static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>A node had the look.</summary>
    sealed record Held(int Node, DateTimeOffset From, DateTimeOffset To);
}
