namespace WorkshopBot.Keeping;

/// <summary>Calls of platforms: none lasts longer than it may, and none throws.</summary>
static class Calls
{
    /// <summary>The answer; <paramref name="unknown"/> when none came in time.</summary>
    public static async Task<T> Make<T>(Kit kit, Func<CancellationToken, ValueTask<T>> call, T unknown)
    {
        try
        {
            using var late = new CancellationTokenSource(Spans.Call, kit.Time);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, kit.Leaving);
            return await call(end.Token).AsTask().WaitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            return unknown;
        }
        catch (Exception e)
        {
            // Its message may hold what people wrote.
            kit.Log.LogError("A channel failed: {Fault} {Where}", e.GetType().Name, e.StackTrace);
            return unknown;
        }
    }

    /// <summary>Does something for each, a few at once.</summary>
    public static Task Each<T>(IReadOnlyList<T> all, int atOnce, Func<T, Task> work)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, Math.Min(atOnce, all.Count)).Select(_ => Some()));

        async Task Some()
        {
            for (var i = Interlocked.Increment(ref next); i < all.Count; i = Interlocked.Increment(ref next))
                await work(all[i]);
        }
    }
}
