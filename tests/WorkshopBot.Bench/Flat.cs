using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Exports;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Bench;

/// <summary>One line typed into a small map and into the largest there may be, on the loop itself and a real file, in turn.</summary>
static class Flat
{
    const int Small = 10, Large = 8_500, Turns = 40, Blocks = 12;

    public static async Task Measure(Asked asked, Ground ground)
    {
        await using var rows = SqliteRowStore.Open(Path.Combine(ground.Folder(), "flat.db"), TimeProvider.System);
        var (rooms, sent) = (0, 0);
        await using var loop = new TurnLoop(rows, Playbook.Standard, new Handing([new JsonExport()]), TimeProvider.System, () => $"m-{++rooms}", NullLogger.Instance);
        await Filled("large", Large);
        // Small maps do not stay small: there is a new one for each block.
        for (var i = 0; i <= Blocks * (asked.Runs + 1); i++)
            await Filled($"small{i}", Small);
        var (ratios, small, large, bytes, block) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), 0);
        for (var run = 0; run <= asked.Runs; run++)
        {
            var (cpu, allocated) = (new double[2], new long[2]);
            // A map of the largest size takes no more; one that is a little smaller is filled up run by run.
            for (var i = 0; i < Blocks; i++)
                for (var which = 0; which < 2; which++)
                {
                    var room = which == 0 ? $"small{block++}" : "large";
                    var (before, had) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
                    for (var turn = 0; turn < Turns; turn++)
                        await Say(room, turn % 2 == 0 ? FormattableString.Invariant($"edit G{3 + (turn % 5)}: worded anew {sent}") : FormattableString.Invariant($"Purchase: measured {sent}"));
                    cpu[which] += (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / (Turns * Blocks);
                    allocated[which] += (GC.GetTotalAllocatedBytes(precise: true) - had) / (Turns * Blocks);
                }
            // The first is the warm-up.
            if (run == 0)
                continue;
            Console.WriteLine(FormattableString.Invariant($"flat         small {cpu[0]:F0} µs, large {cpu[1]:F0} µs CPU a turn, {allocated[0]:N0} and {allocated[1]:N0} bytes, load {Machine.Load}"));
            small.Add(cpu[0]);
            large.Add(cpu[1]);
            ratios.Add(cpu[1] / cpu[0]);
            bytes.Add((double)allocated[1] / allocated[0]);
        }
        Console.WriteLine($"| CPU a turn on the loop, µs: a map of {Small} and more | {Spread.Of(small).As("F0")} |");
        Console.WriteLine($"| CPU a turn on the loop, µs: a map of {Large} and more | {Spread.Of(large).As("F0")} |");
        Console.WriteLine($"| large over small, CPU | {Spread.Of(ratios).As("F2")} |");
        Console.WriteLine($"| large over small, bytes allocated | {Spread.Of(bytes).As("F2")} |");

        async Task Say(string room, string text)
        {
            var reply = await loop.Deliver(new Turn($"t{++sent}", new Person("bench:local:ann", "Ann", "UTC", "en"), new Room($"bench:local:{room}", room), text, Private: false));
            if (reply.Kind != ReplyKind.Answered)
                throw new InvalidOperationException($"{text}: {reply.Text}");
        }

        async Task Filled(string room, int items)
        {
            foreach (var line in (string[])["start A bike", "goto stages", "Research, Purchase", "goto goals"])
                await Say(room, line);
            for (var i = 0; i < items; i += 50)
                await Say(room, string.Join('\n', Enumerable.Range(i, Math.Min(50, items - i)).Select(n => $"Research: goal number {n}")));
        }
    }
}
