using System.Diagnostics;

namespace WorkshopBot.Turns;

/// <summary>Work that nobody awaits where it is begun, and that must be over before the storage closes.</summary>
sealed class Background(ILogger log)
{
    readonly Lock _lock = new();
    readonly HashSet<Task> _running = [];

    public void Run(Func<Task> work)
    {
        lock (_lock)
            Add(Task.Run(() =>
            {
                // It is nobody's: whoever happened to begin it is over long before it is, and a trace of it would hang below theirs.
                Activity.Current = null;
                return work();
            }));
    }

    /// <summary>Goes on with what somebody has stopped waiting for.</summary>
    public void Follow(Task work)
    {
        lock (_lock)
            Add(work);
    }

    /// <summary>Waits for all, also for what they begin in the meantime.</summary>
    public async Task Finish()
    {
        while (Running() is { Length: > 0 } running)
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The same, but no longer than this.</summary>
    public async Task Finish(TimeSpan within, TimeProvider time)
    {
        try
        {
            await Finish().WaitAsync(within, time);
        }
        catch (TimeoutException)
        {
            log.LogWarning("{Count} pieces of work are left behind, since they do not end", Running().Length);
        }
    }

    void Add(Task task)
    {
        _running.Add(task);
        task.ContinueWith(Ended, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    Task[] Running()
    {
        lock (_lock)
            return [.. _running];
    }

    void Ended(Task task)
    {
        if (task.Exception?.InnerException is { } e)
            log.LogCritical("Background work ended with {Fault} {Where}", e.GetType().Name, e.StackTrace);
        lock (_lock)
            _running.Remove(task);
    }
}
