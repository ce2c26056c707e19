using System.Diagnostics;

namespace WorkshopBot.Bench;

/// <summary>What one run cost the process that was measured.</summary>
/// <param name="Turns">Turns in it.</param>
/// <param name="Cpu">Milliseconds of processor time a turn.</param>
/// <param name="PerSecond">Turns a second.</param>
/// <param name="Calls">Calls of the chat a turn: new messages, edits, others.</param>
sealed record Cost(int Turns, double Cpu, double PerSecond, string Calls)
{
    /// <summary>Measures a run.</summary>
    /// <param name="what">What it is called.</param>
    /// <param name="child">Who is measured.</param>
    /// <param name="chat">Where it posts.</param>
    /// <param name="run">The turns; how many they were.</param>
    /// <param name="after">How long what follows from them takes, which counts too.</param>
    public static async Task<Cost> Of(string what, Child child, FakeChat chat, Func<Task<int>> run, TimeSpan after = default)
    {
        var (cpu, start, before, busy, own, load) = (child.Cpu, Stopwatch.GetTimestamp(), chat.Calls, Machine.Busy, Machine.Own, Machine.Load);
        var turns = await run();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await Task.Delay(after);
        var (used, all, calls) = (child.Cpu - cpu, Stopwatch.GetElapsedTime(start).TotalSeconds, chat.Calls);
        var others = Math.Max(0, (Machine.Busy - busy - (Machine.Own - own) - used.TotalSeconds) / all);
        var cost = new Cost(turns, used.TotalMilliseconds / turns, turns / seconds, FormattableString.Invariant($"{(calls.Posts - before.Posts) / (double)turns:F2} posts, {(calls.Edits - before.Edits) / (double)turns:F2} edits, {(calls.Others - before.Others) / (double)turns:F2} others"));
        Console.WriteLine(FormattableString.Invariant($"{what,-12} {turns,7} turns, {cost.Cpu:F3} ms CPU a turn, {cost.PerSecond:F0} turns/s, {cost.Calls}; RSS {child.RssMiB:F0} MiB, load {load}, others use {others:F2} cores"));
        return cost;
    }

    /// <summary>Tells both in the lines of a table.</summary>
    public static void Compare(string what, List<Cost> floor, List<Cost> bot)
    {
        Console.WriteLine($"| {what}: CPU a turn, ms: floor | {Spread.Of(floor.Select(run => run.Cpu)).As("F3")} |");
        Console.WriteLine($"| {what}: CPU a turn, ms: bot | {Spread.Of(bot.Select(run => run.Cpu)).As("F3")} |");
        Console.WriteLine($"| {what}: bot over floor, run by run | {Spread.Of(bot.Zip(floor, (ours, least) => ours.Cpu / least.Cpu)).As("F2")} |");
        Console.WriteLine($"| {what}: turns/s: floor | {Spread.Of(floor.Select(run => run.PerSecond)).As("F0")} |");
        Console.WriteLine($"| {what}: turns/s: bot | {Spread.Of(bot.Select(run => run.PerSecond)).As("F0")} |");
    }
}
