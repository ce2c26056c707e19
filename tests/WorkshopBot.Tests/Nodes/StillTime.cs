using System.Diagnostics;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Tests.Nodes;

/// <summary>Moves a clock on from one timer to the next, each time when everything that can be done has been: what is measured on it is waiting, and not how busy the machine is.</summary>
static class StillTime
{
    const int Quiet = 10;       // looks in a row at which nobody was at work

    static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Listening = TimeSpan.FromMilliseconds(50);

    /// <summary>Until the work is done, which it begins. Nothing else may run in this process.</summary>
    public static async Task<T> Run<T>(FakeTime time, Func<Task<T>> begin) => await await Task.Factory.StartNew(() =>
    {
        // The test host has threads of its own that always seem to be at work.
        var (watch, rest) = (Stopwatch.StartNew(), int.MaxValue);
        while (watch.Elapsed < Listening)
            rest = Math.Min(rest, AtWork());
        var work = begin();
        while (!work.IsCompleted)
        {
            for (var quiet = 0; quiet < Quiet && watch.Elapsed < Bound; Thread.Yield())
                quiet = AtWork() <= rest && ThreadPool.PendingWorkItemCount == 0 ? quiet + 1 : 0;
            if (watch.Elapsed >= Bound)
                throw new TimeoutException($"It never comes to an end: {time.Waiting} wait, {AtWork()} of {rest} are at work.");
            if (work.IsCompleted || time.Next is not { } next)
                continue;
            time.Set(next);
            time.Ring();
        }
        return work;
    }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public static Task Run(FakeTime time, Func<Task> begin) => Run(time, async () =>
    {
        await begin();
        return true;
    });

    static int AtWork()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var free, out _);
        return most - free;
    }
}
