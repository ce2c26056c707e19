using System.Diagnostics;

namespace WorkshopBot.Tests;

/// <summary>Waits for something to become true, and fails when it does not within a bound.</summary>
static class Until
{
    public static async Task True(Func<bool> condition, int seconds = 20)
    {
        for (var watch = Stopwatch.StartNew(); !condition();)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(seconds), "It did not come about in time.");
            await Task.Delay(5);
        }
    }
}
