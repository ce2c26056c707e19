using WorkshopBot.Turns;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Turns;

/// <summary>A turn costs the same in a small map and in a large one.</summary>
[Collection(Alone.Name)]
public sealed class FlatTests(ITestOutputHelper output)
{
    const int Rounds = 21;
    const int TurnsInRound = 10;
    const int Turns = Rounds * TurnsInRound;
    const double Most = 1.2;

    [Fact]
    public async Task One_turn_allocates_the_same_in_a_map_of_10_and_of_10_000_items()
    {
        var small = await Measure(10);
        var large = await Measure(9_500);
        output.WriteLine(FormattableString.Invariant($"a turn allocates {small.Bytes:N0} bytes at 10 items and {large.Bytes:N0} in nearly 10,000 ({large.Bytes / small.Bytes:F2}x); {small.Micros:N0} and {large.Micros:N0} microseconds"));
        Assert.True(large.Bytes / small.Bytes <= Most, $"{large.Bytes / small.Bytes:F2}x");
    }

    static async Task<(double Bytes, double Micros)> Measure(int items)
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        for (var i = 0; i * 50 < items; i++)
            await talk.Takes("ann", Fill.Message(i, Math.Min(50, items - i * 50)));
        await talk.Loop.DisposeAsync();     // no snapshot is being written any more
        await talk.Restart();
        var turns = Enumerable.Range(0, 2 * Turns).Select(i => talk.Turn("ann", $"Purchase: turn {i}")).ToArray();
        foreach (var turn in turns[..Turns])
            await Deliver(talk, turn);
        await talk.Restart();
        await Deliver(talk, talk.Turn("ann", "show S1"));
        // The median of the rounds: a snapshot, which comes now and then and beside the turns, is in one or two of them.
        var bytes = new long[Rounds];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < TurnsInRound; i++)
                await Deliver(talk, turns[Turns + round * TurnsInRound + i]);
            bytes[round] = GC.GetTotalAllocatedBytes(precise: true) - before;
        }
        var micros = watch.Elapsed.TotalMicroseconds / Turns;
        Array.Sort(bytes);
        return (bytes[Rounds / 2] / (double)TurnsInRound, micros);
    }

    static async Task Deliver(Talk talk, Channels.Turn turn) => Assert.Equal(ReplyKind.Answered, (await talk.Loop.Deliver(turn)).Kind);
}
