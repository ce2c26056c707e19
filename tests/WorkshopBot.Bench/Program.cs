using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Exports;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

// What one typed turn costs, from the loop's door to its answer, durable on a SQLite file, in a small map and in a large one.
//   dotnet run -c Release --project tests/WorkshopBot.Bench
const int Turns = 2_000;
var folder = Directory.CreateTempSubdirectory("workshopbot-bench-");
try
{
    Console.WriteLine($"{Turns} turns, one after the other, {Environment.ProcessorCount} cores; CPU is of the whole process");
    foreach (var items in (int[])[10, 1_000, 7_500]) await Measure(items);
}
finally
{
    folder.Delete(recursive: true);
}

async Task Measure(int items)
{
    await using var rows = SqliteRowStore.Open(Path.Combine(folder.FullName, $"{items}.db"), TimeProvider.System);
    await using var loop = new TurnLoop(rows, Playbook.Standard, new Handing([new JsonExport()]), TimeProvider.System, () => $"m-{items}", NullLogger.Instance);
    var sent = 0;
    async Task Say(string text)
    {
        var reply = await loop.Deliver(new Turn($"t{++sent}", new Person("bench:local:ann", "Ann", "UTC", "en"), new Room("bench:local:room", "room"), text, Private: false));
        if (reply.Kind != ReplyKind.Answered) throw new InvalidOperationException($"{text}: {reply.Text}");
    }

    foreach (var line in (string[])["start A bike", "next anyway", "Maya | nurse", "next anyway", "Research, Purchase", "next anyway"]) await Say(line);
    for (var i = 0; i < items; i += 50) await Say(string.Join('\n', Enumerable.Range(i, Math.Min(50, items - i)).Select(n => $"Research: goal number {n}")));
    for (var i = 0; i < 200; i++) await Say($"Purchase: warm-up {i}");

    var process = Process.GetCurrentProcess();
    var (cpu, watch, bytes) = (process.TotalProcessorTime, Stopwatch.StartNew(), GC.GetTotalAllocatedBytes(precise: true));
    for (var i = 0; i < Turns; i++) await Say($"Purchase: measured {i}");
    process.Refresh();
    Console.WriteLine(FormattableString.Invariant(
        $"{items,6} items: {(process.TotalProcessorTime - cpu).TotalMicroseconds / Turns,6:F0} µs CPU, {watch.Elapsed.TotalMicroseconds / Turns,6:F0} µs wall, {(GC.GetTotalAllocatedBytes(precise: true) - bytes) / Turns,8:N0} bytes a turn"));
}
