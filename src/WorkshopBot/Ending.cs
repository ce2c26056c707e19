namespace WorkshopBot;

/// <summary>Ends what serves, side by side and within one bound that counts from when the process was asked to end: whoever does not answer by then is left behind.</summary>
sealed class Ending : IAsyncDisposable
{
    /// <summary>Who asks a process to end often kills it after ten seconds; the storage and the collector come after this.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(7.5);

    readonly TimeProvider _time;
    readonly List<Func<Task>> _ends = [];
    readonly CancellationTokenRegistration _asking;
    long? _asked;

    /// <param name="time">The clock.</param>
    /// <param name="asked">The process is asked to end.</param>
    public Ending(TimeProvider time, CancellationToken asked)
    {
        _time = time;
        _asking = asked.Register(() => _asked = time.GetTimestamp());
    }

    /// <summary>This is to be ended with the others.</summary>
    public void Add(Func<Task> end) => _ends.Add(end);

    public async ValueTask DisposeAsync()
    {
        await _asking.DisposeAsync();
        var left = Most - (_asked is { } since ? _time.GetElapsedTime(since) : TimeSpan.Zero);
        await Task.WhenAll(_ends.Select(end => end())).WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
