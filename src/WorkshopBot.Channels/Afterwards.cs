using Microsoft.Extensions.Logging;

namespace WorkshopBot.Channels;

/// <summary>Work that goes on after a request was answered: so much and no more, what belongs together in its order, and waited for at the end.</summary>
sealed class Afterwards(ILogger log) : IAsyncDisposable
{
    /// <summary>Beyond this nothing more is begun: an answer is not worth a server that has no memory left.</summary>
    public const int Most = 2_000;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    readonly Lock _lock = new();
    readonly Dictionary<string, (Task Last, int Count)> _lines = new(StringComparer.Ordinal);
    readonly CancellationTokenSource _stopping = new();
    int _count;

    /// <summary>How much is still to be done.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Names under which something is still to be done.</summary>
    public int Names
    {
        get
        {
            lock (_lock)
                return _lines.Count;
        }
    }

    /// <summary>Begins it when what was begun before under the same name is over. False: there is too much already.</summary>
    public bool Run(string name, Func<CancellationToken, Task> work)
    {
        lock (_lock)
        {
            if (_count >= Most || _stopping.IsCancellationRequested)
                return false;
            _count++;
            var (last, count) = _lines.GetValueOrDefault(name);
            _lines[name] = (Next(last, name, work), count + 1);
            return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] left;
        lock (_lock)
            left = [.. _lines.Values.Select(line => line.Last)];
        await Task.WhenAny(Task.WhenAll(left), Task.Delay(Patience)).ConfigureAwait(false);
        await _stopping.CancelAsync().ConfigureAwait(false);
        lock (_lock)
            left = [.. _lines.Values.Select(line => line.Last)];
        // What does not even hear that is left behind.
        await Task.WhenAny(Task.WhenAll(left), Task.Delay(Moment)).ConfigureAwait(false);
    }

    async Task Next(Task? before, string name, Func<CancellationToken, Task> work)
    {
        // Never on the caller's time.
        await Task.Yield();
        if (before is not null)
            await before.ConfigureAwait(false);
        try
        {
            await work(_stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
        catch (Exception e)
        {
            // Its message may hold what people wrote.
            log.LogError("An answer failed: {Fault} {Where}", e.GetType().Name, e.StackTrace);
        }
        lock (_lock)
        {
            _count--;
            if (_lines[name] is { Count: > 1 } line)
                _lines[name] = line with { Count = line.Count - 1 };
            else
                _lines.Remove(name);
        }
    }
}
