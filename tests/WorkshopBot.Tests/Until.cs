using System.Diagnostics;

namespace WorkshopBot.Tests;

/// <summary>Waits for something to become true, and fails when it does not within a bound.</summary>
static class Until
{
    /// <summary>Far more than anything here takes, also on a machine that is busy: it only keeps a test that fails from waiting for ever.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    public static async Task True(Func<Task<bool>> condition)
    {
        for (var watch = Stopwatch.StartNew(); !await condition();)
        {
            Assert.True(watch.Elapsed < Bound, "It did not come about in time.");
            await Task.Delay(5);
        }
    }

    public static async Task True(Func<bool> condition, int seconds = 20)
    {
        for (var watch = Stopwatch.StartNew(); !condition();)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(seconds), "It did not come about in time.");
            await Task.Delay(5);
        }
    }
}
